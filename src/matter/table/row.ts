import { Problem } from '../../problem.ts'
import { evasionIn } from '../written/answer.ts'
import { withFact } from '../written/path.ts'
import { valueOfCell } from './cell.ts'
import type { Column, OwnCell } from './columns.ts'
import type { Locale } from './locale.ts'

/** What a row says. */
export interface RowValues {
  /** Values by the path of their fact; an empty cell gives none. */
  values: Map<string, unknown>
  own: OwnCell[]
  /** Why one of its cells cannot be read. */
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
  const wrong = (reason: string): RowValues => ({ values, own, problem: new Problem('row', reason) })
  for (const [at, column] of columns.entries()) {
    const words = cells[at] ?? ''
    if ('own' in column) {
      own.push({ name: column.own, words: words.trim() })
      continue
    }
    const { path, field } = column
    const evasion = evasionIn(field, words)
    if (evasion !== undefined) return wrong(`${path}: ${evasion}`)
    const value = valueOfCell(field, words, locale)
    if (field.kind === 'date' && typeof value === 'string' && /^\d{1,2}[/-]\d{1,2}[/-]\d{4}$/.test(value)) {
      const reason = `“${value}” is two days, by where it is written: write it as 2025-03-31, or say where with --locale`
      return wrong(`${path}: ${reason}`)
    }
    if (value !== undefined) values.set(path, value)
  }
  if (cells.slice(columns.length).every((cell) => cell.trim() === '')) return { values, own }
  return wrong(
    `has ${cells.length} cells, and the header has ${columns.length}: put a cell with the delimiter in it in quotation marks`,
  )
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
