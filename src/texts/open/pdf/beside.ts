import type { Omission, SourceMark } from '../../../agreement/index.ts'
import type { PdfLink, PdfNote } from './types.ts'

/** What an annotation of the PDF library may have; of a file that nobody vouches for, so none of it is relied on. */
type Annotation = Partial<Record<string, unknown>>

/** What stands beside the text of a page. */
interface Beside {
  notes: PdfNote[]
  links: PdfLink[]
  /** Names of the files that hang on it. */
  files: string[]
  marks: SourceMark[]
  unread: Omission[]
}

/** Marks that a person draws over words: what they say of them is not read. */
const DRAWN = new Set(['StrikeOut', 'Redact', 'Ink', 'Line'])
/** Annotations of which a page shows more than can be read. */
const SHOWN = new Set(['Stamp', 'Redact', 'RichMedia', 'Screen', 'Movie', 'Sound', '3D'])

/**
 * What stands beside the text of a page: words in form fields, remarks and stamps, which no line of the page has, where
 * links lead, files that hang on it, what is drawn over it, and what of all that cannot be read.
 *
 * @param annotations as the PDF library gives them (ISO 32000-1, 12.5)
 * @param place what the page is called
 */
export function besideText(annotations: readonly unknown[], place: string): Beside {
  const beside: Beside = { notes: [], links: [], files: [], marks: [], unread: [] }
  for (const annotation of annotations as Annotation[]) {
    const { subtype } = annotation
    if (subtype === 'Popup') continue
    if (subtype === 'Link') {
      beside.links.push(...linkOf(annotation))
      if (!leadsAnywhere(annotation)) beside.unread.push({ kind: 'link-action', place })
    } else if (subtype === 'Widget') {
      beside.notes.push(...fieldOf(annotation))
      if (annotation.pushButton === true && shownWords(annotation) === '')
        beside.unread.push({ kind: 'button', place })
    } else remarkOf(annotation, beside)
    beside.marks.push(...told(annotation, place))
    if (subtype === 'FileAttachment') beside.files.push(fileOf(annotation))
    if (typeof subtype === 'string' && DRAWN.has(subtype))
      beside.marks.push({ kind: subtype.toLowerCase(), within: '', at: String(annotation.rect), place })
    const shown = SHOWN.has(String(subtype)) ? subtype : isSigned(annotation) ? 'Signature' : undefined
    if (typeof shown === 'string') beside.unread.push({ kind: shown.toLowerCase(), place })
  }
  return beside
}

/** What an annotation says where no page shows it: words over a field, what a reviewer decided, what a script does. */
function told(
  { alternativeText, state, stateModel, actions, contentsObj }: Annotation,
  place: string,
): SourceMark[] {
  const tip = entryText(alternativeText)
  const decided = entryText(state)
  const of = entryText((contentsObj as Annotation | undefined)?.str)
  return [
    ...(tip === '' ? [] : [{ kind: 'tip', within: '', at: tip, place: `“${tip}”, ${place}` }]),
    ...(decided === ''
      ? []
      : [
          {
            kind: 'review',
            within: of,
            at: `${entryText(stateModel)} ${decided}`,
            place: `“${decided}”, ${place}`,
          },
        ]),
    ...(actions ? [{ kind: 'script', within: '', at: JSON.stringify(actions), place }] : []),
  ]
}

/** Whether it is known what a link does; the library tells of places, addresses, files and the commands of a program. */
function leadsAnywhere({
  url,
  unsafeUrl,
  dest,
  action,
  attachment,
  setOCGState,
  resetForm,
}: Annotation): boolean {
  return [url, unsafeUrl, dest, action, attachment, setOCGState, resetForm].some(Boolean)
}

/** The words of a remark, and those that it shows on the page where they are others. */
function remarkOf(annotation: Annotation, { notes, marks, unread }: Beside): void {
  const text = entryText((annotation.contentsObj as Annotation | undefined)?.str)
  const name = entryText((annotation.titleObj as Annotation | undefined)?.str)
  const shown = shownWords(annotation)
  if (text !== '') notes.push({ kind: 'remark', name, text })
  if (shown !== '' && plain(shown) !== plain(text)) notes.push({ kind: 'remark', name, text: shown })
  if (text !== '') marks.push({ kind: 'comment-author', within: text, at: name, place: name || 'somebody' })
  if (annotation.subtype === 'FreeText' && text === '' && shown === '')
    unread.push({ kind: 'freetext', place: 'a remark on a page' })
}

/** Whether a field for a signature shows something: who signed, and when. */
function isSigned({ fieldType, hasAppearance }: Annotation): boolean {
  return fieldType === 'Sig' && hasAppearance === true
}

/** The words that an annotation shows, whatever its value says. */
function shownWords({ textContent }: Annotation): string {
  return Array.isArray(textContent) ? textContent.map(entryText).filter(Boolean).join(' ') : ''
}

function plain(text: string): string {
  return text.replace(/\s+/g, '')
}

/** The value of a field as the page shows it: a choice's words, and not what a program is sent for them. */
function fieldOf(annotation: Annotation): PdfNote[] {
  const { fieldName, fieldValue, buttonValue, radioButton, options, pushButton } = annotation
  // Each button of a group has the group's value; the one that is pressed tells it.
  if (pushButton === true || (radioButton === true && fieldValue !== buttonValue)) return []
  const value = shownChoice(fieldValue, options)
  const shown = shownWords(annotation)
  const texts = [value === 'Off' ? '' : value, plain(shown) === plain(value) ? '' : shown]
  return texts.filter(Boolean).map((text) => ({ kind: 'field', name: entryText(fieldName), text }))
}

function shownChoice(value: unknown, options: unknown): string {
  if (!Array.isArray(options)) return entryText(value)
  const shown = new Map<unknown, unknown>(
    (options as Annotation[]).map(({ exportValue, displayValue }) => [exportValue, displayValue]),
  )
  const chosen: unknown[] = Array.isArray(value) ? value : [value]
  return entryText(chosen.map((one) => shown.get(one) ?? one))
}

/** A link to an address; one to a place in the file shows that place. */
function linkOf({ rect, url, unsafeUrl }: Annotation): PdfLink[] {
  const target = entryText(unsafeUrl) || entryText(url)
  if (target === '' || !Array.isArray(rect) || rect.length !== 4) return []
  const [a = 0, b = 0, c = 0, d = 0] = rect.map(Number)
  return [{ area: [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)], target }]
}

function fileOf({ file }: Annotation): string {
  return entryText((file as Annotation | undefined)?.filename) || 'without a name'
}

function entryText(value: unknown): string {
  if (Array.isArray(value)) return value.map(entryText).filter(Boolean).join(', ')
  return typeof value === 'string' ? value.trim() : ''
}
