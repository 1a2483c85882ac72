import { type Block, blocksOf, isChange, partsOf } from '../../compare/report.ts'
import type { Pair } from '../../compare/types.ts'
import { runsOf } from './runs.ts'

/** Clauses and tables as they stand in the page; those without a real change may be folded into one line. */
export interface PagePart<Item> {
  title: string
  id: string
  blocks: (Item | { fold: FoldView<Item> })[]
}

/** Neighbours without a real change, as one line that opens. */
export interface FoldView<Item> {
  /** How many there are, and how many of them differ in something that nobody relies on. */
  count: number
  cosmetic: number
  /** Where they stand, if they have numbers: `Section 1 to Section 1.b`. */
  where: string | undefined
  open: boolean
  /** Whether none of them is shown. */
  hidden: boolean
  items: Item[]
}

/**
 * The parts of one text.
 *
 * @param folds whether what has no real change is folded
 * @param isFound whether a clause has what is searched, where anything is
 * @param addressOf where a clause stands, for a reader
 */
export function pageParts<Item>(
  pairs: readonly Pair[],
  folds: boolean,
  isFound: ((pair: Pair) => boolean) | undefined,
  itemOf: (block: Block) => Item,
  addressOf: (pair: Pair) => string,
): PagePart<Item>[] {
  return partsOf(pairs).map(({ title, id, pairs: own }) => {
    const blocks = blocksOf(own)
    const isOpen = (block: Block) => !folds || pairsOf(block).some(isChange)
    return {
      title,
      id,
      blocks: runsOf(blocks, (block) => String(isOpen(block))).flatMap((run): PagePart<Item>['blocks'] => {
        if (isOpen(run[0]!)) return run.map(itemOf)
        const folded = run.flatMap(pairsOf)
        const found = isFound && folded.some(isFound)
        const ends = [...new Set([folded[0]!, folded.at(-1)!].map(addressOf))]
        return [
          {
            fold: {
              count: folded.length,
              cosmetic: folded.filter(({ status }) => status === 'cosmetic').length,
              where: ends.every((end) => /^Section \S+$/.test(end)) ? ends.join(' to ') : undefined,
              open: found === true,
              hidden: found === false,
              items: run.map(itemOf),
            },
          },
        ]
      }),
    }
  })
}

function pairsOf({ pair, table }: Block): readonly Pair[] {
  return pair ? [pair] : table.pairs
}
