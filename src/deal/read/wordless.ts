import { type Agreement, clausesOf } from '../../agreement/index.ts'
import type { Line } from '../types.ts'
import { folded, plain, wordsOf } from './fold.ts'
import type { ReadFile } from './lines.ts'
import { regrouped } from './regroup.ts'

/** A return that knows no tracked changes and no comments: all that differs in it was changed without a mark. */
export interface WordlessReturn {
  lines: Line[]
  comments: []
  notRead: string[]
  wordless: true
}

/**
 * Reads a return that is none of Word's, a PDF or a text, in the paragraphs that were sent. Whether our tracked changes were
 * taken shows in it only where words that we struck out are gone, or are printed still; where neither is so they count as
 * not taken.
 */
export function wordlessReturn(ours: ReadFile, agreement: Agreement): WordlessReturn {
  const heads = ours.asides
    .filter(({ kind }) => kind === 'header' || kind === 'footer')
    .map(({ now }) => withoutNumbers(now))
    .filter((words) => words !== '')
  const own = new Set(ours.lines.map(({ now }) => withoutNumbers(now)))
  const found = clausesOf(agreement).flatMap(({ text, label, citation, kind }) =>
    text.trim() === '' || kind === 'row'
      ? []
      : [{ text, label, section: /^[\d(]/.test(citation) ? citation : '' }],
  )
  const lines = regrouped(ours.lines, found).filter(({ now }) => {
    const words = withoutNumbers(now)
    return own.has(words) || words === '' || !heads.join(' ').includes(words)
  })
  return {
    lines: ours.lines.some(({ now, original }) => now !== original) ? withMarks(ours.lines, lines) : lines,
    comments: [],
    notRead: ['tracked changes and comments: the file is none of Word’s'],
    wordless: true,
  }
}

/** Lines that stand as we sent them, our change in them shown or not known to be taken. */
function withMarks(sent: readonly Line[], returned: readonly Line[]): Line[] {
  const known = new Map(returned.map((line) => [wordsOf(line.now).join(' '), line]))
  const struck = sent.filter(({ now, printed }) => plain(printed) !== plain(now))
  const shown = struck.filter(({ printed }) => known.has(wordsOf(printed).join(' ')))
  const taken = struck.some(({ now }) => known.has(wordsOf(now).join(' ')))
  const isTaken = taken && shown.length === 0
  const pending = new Map<Line, Line>()
  for (const line of sent) {
    if (plain(line.now) === plain(line.original)) continue
    const there = known.get(wordsOf(line.printed).join(' '))
    if (there && (shown.includes(line) || !isTaken)) pending.set(there, line)
  }
  return returned.map((line) => {
    const own = pending.get(line)
    return own ? { ...line, now: own.now, base: own.now, pending: true } : line
  })
}

/** Words of a head or foot of a page, which counts pages. */
function withoutNumbers(text: string): string {
  return folded(text)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !/^\d+$/.test(word))
    .join(' ')
}
