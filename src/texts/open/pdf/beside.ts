import type { PdfLink, PdfNote } from './types.ts'

/** What an annotation of the PDF library may have; of a file that nobody vouches for, so none of it is relied on. */
type Annotation = Partial<Record<string, unknown>>

/**
 * What stands beside the text of a page: words in form fields and remarks, which no line of the page has, where links
 * lead, and files that hang on it.
 *
 * @param annotations as the PDF library gives them (ISO 32000-1, 12.5)
 */
export function besideText(annotations: readonly unknown[]): {
  notes: PdfNote[]
  links: PdfLink[]
  files: string[]
} {
  const beside = { notes: [] as PdfNote[], links: [] as PdfLink[], files: [] as string[] }
  for (const annotation of annotations as Annotation[]) {
    const { subtype } = annotation
    if (subtype === 'Widget') beside.notes.push(...fieldOf(annotation))
    else if (subtype === 'Link') beside.links.push(...linkOf(annotation))
    else if (subtype !== 'Popup') {
      if (subtype === 'FileAttachment') beside.files.push(fileOf(annotation))
      const text = entryText((annotation.contentsObj as Annotation | undefined)?.str)
      const name = entryText((annotation.titleObj as Annotation | undefined)?.str)
      if (text !== '') beside.notes.push({ kind: 'remark', name, text })
    }
  }
  return beside
}

/** The value of a field as the page shows it: a choice's words, and not what a program is sent for them. */
function fieldOf(annotation: Annotation): PdfNote[] {
  const { fieldName, fieldValue, buttonValue, radioButton, options, pushButton } = annotation
  // Each button of a group has the group's value; the one that is pressed tells it.
  if (pushButton === true || (radioButton === true && fieldValue !== buttonValue)) return []
  const text = shownChoice(fieldValue, options)
  return text === '' || text === 'Off' ? [] : [{ kind: 'field', name: entryText(fieldName), text }]
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
