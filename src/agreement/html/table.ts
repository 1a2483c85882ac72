import { readLabel } from '../label.ts'
import { attribute, type HtmlElement, isElement, wordsBelow } from './node.ts'

/** A row of a table as HTML has it. */
export interface HtmlRow {
  element: HtmlElement
  cells: HtmlElement[]
  head: boolean
}

const ROW_GROUPS = new Set(['thead', 'tbody', 'tfoot'])

/** The rows of a table, those of tables in its cells not among them; `tfoot` stands last, as browsers show it. */
export function rowsOf(table: HtmlElement): HtmlRow[] {
  const rows: HtmlRow[] = []
  const foot: HtmlRow[] = []
  for (const child of table.childNodes.filter(isElement)) {
    const into = child.tagName === 'tfoot' ? foot : rows
    const elements = ROW_GROUPS.has(child.tagName) ? child.childNodes.filter(isElement) : [child]
    for (const element of elements.filter(({ tagName }) => tagName === 'tr')) {
      const cells = element.childNodes
        .filter(isElement)
        .filter(({ tagName }) => tagName === 'td' || tagName === 'th')
      const head =
        child.tagName === 'thead' ||
        (into.length === 0 && cells.length > 0 && cells.every(({ tagName }) => tagName === 'th'))
      into.push({ element, cells, head })
    }
  }
  return [...rows, ...foot]
}

/** Whether a table is there for the layout of a page alone: it says so, or has one column and no head. */
export function isLayout(table: HtmlElement, rows: HtmlRow[]): boolean {
  const role = attribute(table, 'role')?.toLowerCase()
  if (role === 'presentation' || role === 'none') return true
  const heads = rows.some(({ cells }) => cells.some(({ tagName }) => tagName === 'th'))
  return !heads && rows.every(({ cells }) => cells.length <= 1)
}

/**
 * The clauses of a table that sets a list: a label in one cell, the words in the next, as filings print them;
 * undefined for a table of any other kind.
 */
export function hangingLabels(rows: HtmlRow[]): { label: string; words: HtmlElement }[] | undefined {
  const clauses: { label: string; words: HtmlElement }[] = []
  for (const { cells, head } of rows) {
    const filled = cells
      .map((cell) => ({ cell, words: wordsBelow(cell, () => false) }))
      .filter(({ words }) => words !== '')
    const [first, second] = filled
    if (!first) continue
    if (head || !second || filled.length > 2 || first.words.length > 12) return undefined
    const label = readLabel(`${first.words} `)
    if (!label || label.length < first.words.length || second.words.length < 12) return undefined
    clauses.push({ label: first.words, words: second.cell })
  }
  return clauses.length > 0 ? clauses : undefined
}
