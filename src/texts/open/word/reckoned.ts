import type { SourceMark } from '../../../agreement/index.ts'
import {
  type Field,
  showsOwnWords,
  textOfField,
  type ViewedBlock,
  type ViewedStory,
} from '../../../ooxml/index.ts'
import { beginning } from '../beginning.ts'
import { readWords } from './piece-words.ts'

/** Fields that show what they were given, a page's number that is read as one, or a picture. */
const KEEP = new Set([
  ...[
    'HYPERLINK',
    'FORMTEXT',
    'FORMCHECKBOX',
    'FORMDROPDOWN',
    'ADDIN',
    'EMBED',
    'SHAPE',
    'INCLUDEPICTURE',
    '',
  ],
  ...['XE', 'TC', 'TA', 'RD', 'PRIVATE', 'BIDIOUTLINE'],
])
const PAGES = new Set(['PAGE', 'PAGEREF', 'NUMPAGES', 'SECTIONPAGES', 'SECTION'])

/** What a bookmark holds, and the number of the paragraph that it begins in. */
interface Bookmark {
  text: string
  /** The number, and the same with those of the levels above. */
  labels: string[]
}

/** A field with what it shows. */
interface Shown {
  field: Field
  text: string
  within: string
  at: number
}

/**
 * Fields that show words which a program works out when it opens or prints the file, unless they show what stands where they
 * lead: `REF a` with the words of `a`, `REF a \r` with the number before them. Fields that show words of their own are told
 * elsewhere.
 */
export function reckonedMarks(stories: readonly ViewedStory[]): SourceMark[] {
  const reader = new Fields()
  for (const { blocks } of stories) {
    for (const block of blocks) reader.visit(block)
    reader.endStory()
  }
  return reader.marks()
}

class Fields {
  private readonly shown = new Map<Field, Shown>()
  private readonly bookmarks = new Map<string, Bookmark[]>()
  private readonly open = new Map<string, Bookmark>()
  private readonly styled: { style: string; text: string }[] = []
  private numbers: { level: number; label: string }[] = []

  visit(block: ViewedBlock): void {
    if (block.type === 'chunk') return
    if (block.type === 'table') {
      for (const { cells } of block.rows)
        for (const { blocks } of cells) for (const one of blocks) this.visit(one)
      return
    }
    const { pieces, label, properties } = block
    const level = properties.list?.level ?? 0
    if (label.trim() !== '') {
      this.numbers = this.numbers.filter((one) => one.level < level)
      this.numbers.push({ level, label: core(label) })
    }
    const within = readWords(pieces)
    this.styled.push({ style: properties.style ?? '', text: within })
    for (const [at, { piece, text, omitted }] of pieces.entries()) {
      if (piece.kind === 'bookmark-start')
        this.begin(piece.target ?? '', piece.node.attributes['w:name'], label)
      else if (piece.kind === 'bookmark-end') this.open.delete(piece.target ?? '')
      if (omitted === 'hidden' || omitted === 'field-code' || text === '') continue
      for (const one of this.open.values()) one.text += text
      if (omitted === 'contents' || piece.kind === 'field') continue
      for (let field = piece.field; field; field = field.outer) {
        if (!field.closed) continue
        const known = this.shown.get(field)
        if (known) known.text += text
        else this.shown.set(field, { field, text, within, at: readWords(pieces.slice(0, at)).length })
      }
    }
    for (const one of this.open.values()) one.text += '\n'
    for (const one of this.shown.values()) one.text += '\n'
  }

  endStory(): void {
    this.open.clear()
    this.numbers = []
  }

  private begin(id: string, name: string | undefined, label: string): void {
    if (name === undefined) return
    const above = this.numbers.map((one) => one.label)
    const labels = label.trim() === '' ? ['0'] : above.map((_, at) => above.slice(at).join(''))
    const found = { text: '', labels }
    this.open.set(id, found)
    const key = name.toLowerCase()
    this.bookmarks.set(key, [...(this.bookmarks.get(key) ?? []), found])
  }

  marks(): SourceMark[] {
    return [...this.shown.values()].flatMap((one): SourceMark[] => {
      const { field, within, at } = one
      const said = field.instruction.trim().replace(/\s+/g, ' ')
      if (KEEP.has(field.kind) || (PAGES.has(field.kind) && !said.includes('\\#'))) return []
      // These are told as fields of words of their own.
      if (showsOwnWords(field.kind) && !PAGES.has(field.kind)) return []
      const leads = this.leadsTo(field.kind, said)
      if (leads?.some((words) => isSame(words, one.text))) return []
      const text = one.text.trim()
      return [
        {
          kind: 'reckoned',
          within,
          at: `${at} ${said} ${text} ${(leads ?? []).join(' | ')}`,
          place: `${said} that shows “${beginning(text)}”${leads?.[0] ? ` and leads to “${beginning(leads[0].trim())}”` : ''}`,
        },
      ]
    })
  }

  /** What a field may show; undefined where nothing here tells. */
  private leadsTo(kind: string, said: string): string[] | undefined {
    const own = textOfField(kind, said)
    if (own !== undefined) return [own]
    const [, name = ''] = /^\S+ "?([^"\s]+)"?/.exec(said) ?? []
    if (kind === 'STYLEREF') return undefined
    const found = this.bookmarks.get(name.toLowerCase()) ?? []
    if (kind !== 'REF' || found.length !== 1 || / \\[pdf]/i.test(said)) {
      return found.length === 0 ? undefined : []
    }
    return / \\[nrw]\b/i.test(said) ? found[0]!.labels : [found[0]!.text]
  }
}

function isSame(leads: string, shown: string): boolean {
  return core(leads) === core(shown)
}

/** Words or a number without white space, what ends them and capitals: a field's switches set these. */
function core(text: string): string {
  return text
    .replace(/\s+/g, '')
    .replace(/[.:;,)]+$/, '')
    .toLowerCase()
}
