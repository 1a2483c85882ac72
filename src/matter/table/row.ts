import { Problem } from '../../problem.ts'
import { evasionIn } from '../written/answer.ts'
import { withFact } from '../written/path.ts'
import { noDay, valueOfCell } from './cell.ts'
import type { Column, OwnCell } from './columns.ts'
import type { Locale } from './locale.ts'

/** What a row says. */
export interface RowValues {
  /** Values by the path of their fact; an empty cell gives none. */
  values: Map<string, unknown>
  own: OwnCell[]
  /** Why cells of it cannot be read, all of them. */
  problem?: Problem
}

/** A row as the facts of a matter. */
export interface RowFacts extends Omit<RowValues, 'values'> {
  facts: Record<string, unknown>
}

/**
 * What the cells of a row say.
 *
 * @param locale how it writes days and numbers; without one, a day that is two is told
 */
export function valuesOfRow(
  cells: readonly string[],
  columns: readonly Column[],
  locale?: Locale,
): RowValues {
  const values = new Map<string, unknown>()
  const own: OwnCell[] = []
  const wrong: string[] = []
  for (const [at, column] of columns.entries()) {
    const words = cells[at] ?? ''
    if ('leftOut' in column) continue
    if ('own' in column) {
      own.push({ name: column.own, words: words.trim() })
      continue
    }
    const { path, field } = column
    const evasion = evasionIn(field, words)
    if (evasion !== undefined) {
      wrong.push(`${path}: ${evasion}`)
      continue
    }
    const value = valueOfCell(field, words, locale)
    const told = field.kind === 'date' && typeof value === 'string' ? noDay(value) : undefined
    if (told !== undefined) wrong.push(`${path}: “${value}” ${told}`)
    else if (value !== undefined) values.set(path, value)
  }
  if (cells.slice(columns.length).some((cell) => cell.trim() !== ''))
    wrong.push(
      `has ${cells.length} cells, and the header has ${columns.length}: put a cell with the delimiter in it in quotation marks`,
    )
  return { values, own, ...(wrong.length > 0 && { problem: new Problem('row', wrong.join('; ')) }) }
}

/** The facts of a row over others: an empty cell leaves what is there. */
export function factsOfRow(
  cells: readonly string[],
  columns: readonly Column[],
  common: Record<string, unknown>,
  locale?: Locale,
): RowFacts {
  const { values, ...rest } = valuesOfRow(cells, columns, locale)
  let facts = common
  for (const [path, value] of values) facts = withFact(facts, path, value) ?? facts
  return { facts, ...rest }
}
