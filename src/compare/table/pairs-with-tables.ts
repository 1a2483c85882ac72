import { type Agreement, type Clause, clausesOf } from '../../agreement/index.ts'
import type { OwnLinesOfBoth } from '../difference.ts'
import { type Bond, pairOf } from '../pair.ts'
import type { Pair, PairSide } from '../types.ts'
import type { Tokenizer } from '../word-diff.ts'
import { compareTable } from './compare-table.ts'

/** The tables of both sides, by their paths. */
interface Tables {
  left: { tables: ReadonlyMap<string, Clause> }
  right: { tables: ReadonlyMap<string, Clause> }
}

/** The pairs of bonds in which a table is one clause: the pairs of its cells in its place. */
export function pairsWithTables(
  bonds: readonly Bond[],
  whole: { left: Agreement; right: Agreement },
  tables: Tables,
  read: { left: Tokenizer; right: Tokenizer },
  own?: OwnLinesOfBoth,
): Omit<Pair, 'document' | 'story'>[] {
  const order = { left: orderOf(whole.left), right: orderOf(whole.right) }
  let table = 0
  const nextTable = () => table++
  const placed = (side: PairSide, of: 'left' | 'right'): PairSide => ({
    ...side,
    order: order[of].get(side.path) ?? side.order,
  })
  return bonds.flatMap((bond) => {
    const clause = { left: bond.left?.unit.clause, right: bond.right?.unit.clause }
    if (clause.left?.kind !== 'table' && clause.right?.kind !== 'table') {
      const { left, right, ...rest } = pairOf(bond, read, own)
      return [
        {
          ...(left && { left: placed(left, 'left') }),
          ...(right && { right: placed(right, 'right') }),
          ...rest,
        },
      ]
    }
    const cells = {
      left: tables.left.tables.get(clause.left?.path ?? ''),
      right: tables.right.tables.get(clause.right?.path ?? ''),
    }
    return compareTable(cells.left, cells.right, {
      read,
      own,
      depth: { left: bond.left?.unit.depth ?? 0, right: bond.right?.unit.depth ?? 0 },
      within: { left: bond.left?.unit.within ?? '', right: bond.right?.unit.within ?? '' },
      order,
      moved: bond.moved,
      nextTable,
    })
  })
}

function orderOf(agreement: Agreement): ReadonlyMap<string, number> {
  return new Map(clausesOf(agreement).map(({ path }, at) => [path, at]))
}
