import type { Cell, Row } from '../tokens/types.ts'
import { type Bag, shared } from './bag.ts'
import { isMergedDown, type Placed, withGaps } from './columns.ts'
import { heaviest, type Pair } from './pairs.ts'

/** A cell of both rows, of the left alone (it went) or of the right alone (it came). */
export type CellPair =
  | { left: Cell; right: Cell }
  | { left: Cell; right?: never }
  | { left?: never; right: Cell }

/** Each cell with the one in its place, in rows of as many. */
export function cellsInPlace(left: Row, right: Row): CellPair[] {
  return left.cells.map((cell, at) => ({ left: cell, right: right.cells[at]! }))
}

/** The cells of two rows by their columns; undefined where a cell covers columns of which some answer another cell. */
export function cellsAtPlaces(left: Placed, right: Placed, columns: readonly Pair[]): CellPair[] | undefined {
  const pairs: Pair[] = []
  const answered = new Set<number>()
  for (const [at, { from, to }] of left.places.entries()) {
    const wanted = columns.filter(([one]) => one >= from && one < to).map(([, other]) => other)
    if (wanted.length === 0) continue
    const answer = right.places.findIndex((place) => place.from <= wanted[0]! && wanted[0]! < place.to)
    const place = right.places[answer]
    // A row that ends before the others has no cell in the last columns.
    if (!place) {
      if (wanted[0]! < (right.places.at(-1)?.to ?? 0)) return undefined
      continue
    }
    const back = columns.filter(([, other]) => other >= place.from && other < place.to)
    const isWhole = back.length === wanted.length && back.every(([one]) => one >= from && one < to)
    if (!isWhole || (place.to - place.from !== back.length) !== (to - from !== back.length)) return undefined
    pairs.push([at, answer])
    answered.add(answer)
  }
  for (const [at, place] of right.places.entries()) {
    if (answered.has(at)) continue
    const back = columns.filter(([, other]) => other >= place.from && other < place.to)
    if (back.some(([one]) => one < (left.places.at(-1)?.to ?? 0))) return undefined
  }
  return inOrder(left.row, right.row, pairs)
}

/** The cells of two rows so that most of their words answer each other; undefined where cells are merged. */
export function cellsByWords(left: Placed, right: Placed, bag: (cell: Cell) => Bag): CellPair[] | undefined {
  const isMerged = ({ row, places }: Placed) =>
    isMergedDown(row) || places.some(({ from, to }) => to - from !== 1)
  if (isMerged(left) || isMerged(right)) return undefined
  const [ours, theirs] = [left.row.cells, right.row.cells]
  const pairs = heaviest(
    ours,
    theirs,
    [0, ours.length],
    [0, theirs.length],
    (one, other) => shared(bag(one), bag(other)) + (one.key === other.key ? 0.1 : 0),
  )
  return inOrder(left.row, right.row, withGaps(pairs, ours.length, theirs.length))
}

function inOrder(left: Row, right: Row, pairs: readonly Pair[]): CellPair[] {
  let [at, to] = [0, 0]
  return [...pairs, [left.cells.length, right.cells.length] as const].flatMap(([one, other]): CellPair[] => {
    const between: CellPair[] = [
      ...left.cells.slice(at, one).map((cell) => ({ left: cell })),
      ...right.cells.slice(to, other).map((cell) => ({ right: cell })),
    ]
    ;[at, to] = [one + 1, other + 1]
    const [ours, theirs] = [left.cells[one], right.cells[other]]
    return ours && theirs ? [...between, { left: ours, right: theirs }] : between
  })
}
