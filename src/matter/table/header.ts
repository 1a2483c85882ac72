import type { Problem } from '../../problem.ts'
import { type Column, type FactColumns, factColumns, knownIn, matterColumns } from './columns.ts'
import { type ColumnMap, UnknownColumns } from './mapping.ts'

/** A row of a table, as far as a header needs it. */
interface Row {
  line: number
  cells: readonly string[]
  problem?: Problem
}

/** So far down a header is looked for that does not stand in the first row. */
const mostBefore = 20

/**
 * The columns of a table by its first row. Where that names no facts and one below it does, that is told: many tables begin
 * with a title.
 *
 * @param rows the table from its header on; the header is taken from it
 * @param said what a person says of columns whose header is no fact
 * @returns undefined where there is no row at all
 * @throws UnknownColumns; Problem where the header cannot be read
 */
export async function readHeader(
  rows: AsyncIterator<Row>,
  file: string,
  said: ColumnMap,
  known: FactColumns = matterColumns,
): Promise<Column[] | undefined> {
  const first = await rows.next()
  if (first.done) return undefined
  const { line, cells, problem } = first.value
  if (problem) throw problem
  try {
    return factColumns(cells, { file, line }, known, said)
  } catch (error) {
    if (!(error instanceof UnknownColumns)) throw error
    const likely = await likelyHeader(rows, knownIn(cells, known, said), (one) => knownIn(one, known, said))
    throw likely === undefined ? error : error.withHeader(likely)
  }
}

/** The row further down of which more cells are facts, and more than one is. */
async function likelyHeader(
  rows: AsyncIterator<Row>,
  here: number,
  knownOf: (cells: readonly string[]) => number,
): Promise<number | undefined> {
  let most = Math.max(1, here)
  let line: number | undefined
  for (let read = 0; read < mostBefore; read += 1) {
    const next = await rows.next()
    if (next.done) break
    const known = knownOf(next.value.cells)
    if (known <= most) continue
    most = known
    line = next.value.line
  }
  return line
}
