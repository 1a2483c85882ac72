import { child, elementsOf } from '../../ooxml/index.ts'
import { placesOf } from '../tokens/places.ts'
import type { Cell, Row } from '../tokens/types.ts'
import { type Bag, shared } from './bag.ts'
import { heaviest, type Pair } from './pairs.ts'

/** A row with the columns that its cells cover. */
export interface Placed {
  row: Row
  /** Of each cell: its first column, from 0, and the one after its last. */
  places: readonly { from: number; to: number }[]
}

/** Most cells that are weighed against each other to tell which columns answer each other. */
const MOST_WEIGHED = 250_000

/** A row with the columns of its cells. */
export function placed(row: Row): Placed {
  return {
    row,
    places: placesOf(
      row.node,
      row.cells.map(({ node }) => node),
    ),
  }
}

/** How many columns some rows have. */
export function columnCount(rows: readonly Placed[]): number {
  return Math.max(0, ...rows.map(({ places }) => places.at(-1)?.to ?? 0))
}

/**
 * Pairs the columns of two tables, in order, so that most words of their cells answer each other. In tables with as many
 * columns each answers the one in its place, unless far more words stand in another.
 *
 * @param rows rows that answer each other
 */
export function pairColumns(
  rows: readonly (readonly [Placed, Placed])[],
  left: number,
  right: number,
  bag: (cell: Cell) => Bag,
): Pair[] {
  const inPlace = Array.from({ length: Math.min(left, right) }, (_, at) => [at, at] as const)
  if (rows.length * left * right > MOST_WEIGHED) return inPlace
  const weights = Array.from({ length: left }, () => new Float64Array(right))
  for (const [one, other] of rows) {
    for (const { cell, at } of single(one)) {
      for (const { cell: answer, at: to } of single(other))
        weights[at]![to]! += shared(bag(cell), bag(answer)) + (cell.key === answer.key ? 0.1 : 0)
    }
  }
  const weigh = ([one, other]: Pair) => weights[one]![other]!
  const pairs = heaviest(
    Array.from({ length: left }, (_, at) => at),
    Array.from({ length: right }, (_, at) => at),
    [0, left],
    [0, right],
    (one, other) => weigh([one, other]),
  )
  const sum = (all: readonly Pair[]) => all.reduce((total, pair) => total + weigh(pair), 0)
  const [best, plain] = [sum(pairs), sum(inPlace)]
  if (left === right && (best < 1.5 * plain || best - plain < rows.length)) return inPlace
  return withGaps(pairs, left, right)
}

/** The cells of a row that cover one column, with that. */
function single({ row, places }: Placed): { cell: Cell; at: number }[] {
  return row.cells.flatMap((cell, index) => {
    const { from, to } = places[index]!
    return to - from === 1 ? [{ cell, at: from }] : []
  })
}

/** Pairs with those between two of them where both sides have as many left. */
export function withGaps(pairs: readonly Pair[], left: number, right: number): Pair[] {
  let [at, to] = [0, 0]
  return [...pairs, [left, right] as const].flatMap(([one, other]) => {
    const gap =
      one - at === other - to ? Array.from({ length: one - at }, (_, n) => [at + n, to + n] as const) : []
    ;[at, to] = [one + 1, other + 1]
    return one < left ? [...gap, [one, other] as const] : gap
  })
}

/** Whether a cell of a row is merged with cells above or below it. */
export function isMergedDown({ cells }: Row): boolean {
  return cells.some(({ node }) =>
    elementsOf(child(node, 'w:tcPr')).some(({ name }) => name === 'w:vMerge' || name === 'w:hMerge'),
  )
}
