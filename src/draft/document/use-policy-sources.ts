import { citedAs, type Library, type License } from '../../library/index.ts'
import type { PolicyGroup } from './use-policy-rules.ts'

/** The sources of all rules as a table: the number, then a section of each license; several rules to a line. */
export interface SourceTable {
  /** Headings of all columns. */
  columns: string[]
  rows: string[][]
  widths: string
}

/** Columns that a page has room for. */
const room = 9

/**
 * Where each rule stands, by number.
 *
 * @param licenses a column each
 */
export function sourceTable(groups: PolicyGroup[], licenses: License[], library: Library): SourceTable {
  const entries = groups
    .flatMap(({ rules }) => rules)
    .map(({ number, topic }) => [
      String(number),
      ...licenses.map(({ id }) => sectionsOf(library, id, topic) ?? 'none'),
    ])
  const each = 1 + licenses.length
  const beside = Math.max(1, Math.floor(room / each))
  const height = Math.ceil(entries.length / beside)
  const empty = Array.from({ length: each }, () => '')
  return {
    columns: Array.from({ length: beside }, () => ['Rule', ...licenses.map(({ name }) => name)]).flat(),
    rows: Array.from({ length: height }, (_, row) =>
      Array.from({ length: beside }, (_, at) => entries[row + at * height] ?? empty).flat(),
    ),
    widths: Array.from({ length: beside }, () => ['2', ...licenses.map(() => '5')])
      .flat()
      .join(' '),
  }
}

/** Without the clauses around those that answer. */
function sectionsOf(library: Library, license: string, topic: string): string | undefined {
  const term = library.terms.get(`${license}/${topic}`)
  if (term?.absent !== false) return undefined
  const narrow = term.sections.filter((one) => !term.sections.some((other) => other.startsWith(`${one}.`)))
  const agreement = term.document === 'agreement' ? 'agreement, ' : ''
  const cited = narrow.map((path) => citedAs(library, license, term.document, path))
  // A cell has room for an entry's own first words, which no other entry has.
  return (
    agreement +
    cited.map((one) => one.replace(/^.*, item (?=“)/, '')).join(cited.every(isNumber) ? ', ' : '; ')
  )
}

function isNumber(cited: string): boolean {
  return /^\d/.test(cited)
}
