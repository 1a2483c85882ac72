import { Problem } from '../../problem.ts'
import { plainWords } from './plain.ts'

/** What is done with a column that no fact of ours stands over: it is kept as a remark of whoever keeps the table, or left out. */
export const asRemark = '#'
export const leftOut = '-'

/** What the columns of a table are, by what stands over them: the path of a fact, `asRemark` or `leftOut`. */
export interface ColumnMap {
  /** @param header what the column is called, as `columnTitles` has it */
  useOf(header: string): string | undefined
}

/**
 * What columns are, as a person says it.
 *
 * @param said `Supplier=vendor.name`, `Tier=#`, `Internal note=-`
 * @throws Problem where one says nothing, or two speak of one column
 */
export function columnMap(said: readonly string[]): ColumnMap {
  const uses = new Map<string, string>()
  for (const one of said) {
    const at = one.lastIndexOf('=')
    const [header, use] = [one.slice(0, at).trim(), one.slice(at + 1).trim()]
    if (at < 0 || header === '' || use === '')
      throw new Problem(
        'usage',
        `“${one}” does not say what a column is: write "Supplier=vendor.name", "Tier=#" to keep it as a remark, or "Tier=-" to leave it out`,
      )
    const key = plainWords(header)
    if (uses.has(key)) throw new Problem('usage', `the column ${header} is said to be two things: leave one`)
    uses.set(key, use)
  }
  return { useOf: (header) => uses.get(plainWords(header)) }
}

/**
 * What the columns of a header are called: what stands over each, `column 3` where nothing does, and `Contact (2)` where the
 * same stands over an earlier one.
 */
export function columnTitles(cells: readonly string[]): string[] {
  const taken = new Set(cells.map((cell) => plainWords(cell)))
  const seen = new Set<string>()
  return cells.map((cell, at) => {
    const title = cell.trim() === '' ? `column ${at + 1}` : cell.trim()
    if (!seen.has(plainWords(title))) {
      seen.add(plainWords(title))
      return title
    }
    for (let number = 2; ; number += 1) {
      const again = `${title} (${number})`
      const key = plainWords(again)
      if (taken.has(key) || seen.has(key)) continue
      seen.add(key)
      return again
    }
  })
}

/** A column over which stands what is no fact. */
export interface UnknownColumn {
  /** What it is called, as `columnTitles` has it. */
  header: string
  /** Which it is, from 0. */
  at: number
  /** The path of the fact that it most likely is. */
  guess?: string
}

/** That columns of a table are no facts, and which these are. */
export class UnknownColumns extends Problem {
  readonly columns: readonly UnknownColumn[]
  /** The row in which the header seems to stand, if it is not this one. */
  readonly likelyHeader: number | undefined

  constructor(
    reason: string,
    place: Problem['place'],
    columns: readonly UnknownColumn[],
    likelyHeader?: number,
  ) {
    super('header', reason, place)
    this.columns = columns
    this.likelyHeader = likelyHeader
  }

  /** The same where the header seems to stand in a row further down. */
  withHeader(row: number): UnknownColumns {
    const reason = `names no facts, and row ${row} does: where that is the header, say --header ${row}`
    return new UnknownColumns(reason, this.place, this.columns, row)
  }
}
