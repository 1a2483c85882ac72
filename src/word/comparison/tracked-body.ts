import { Paragraph, type Table, TextRun } from 'docx'
import { blocksOf, type PairTable, type Part, partsOf } from '../../compare/report.ts'
import type { Pair, PairSide } from '../../compare/types.ts'
import { xmlText } from '../package/xml-text.ts'
import { closing, withLastEnd } from '../tracked/closing.ts'
import { trackedParagraphs } from '../tracked/paragraphs.ts'
import type { NextMark } from '../tracked/revisions.ts'
import type { TrackedParagraph } from '../tracked/types.ts'
import { trackedClauses } from './tracked-clauses.ts'
import { trackedTable } from './tracked-table.ts'
import { type Strand, weave } from './weave.ts'

/**
 * The left text with its changes tracked: agreement and use policy one after the other, each with what stands beside
 * it, under a heading of ours where there is more than one part.
 */
export function trackedBody(
  pairs: readonly Pair[],
  width: number,
  nextMark: NextMark,
): (Paragraph | Table)[] {
  const parts = partsOf(pairs)
  const bodies = parts.map((part, at) => partBody(part, width, nextMark, at === parts.length - 1))
  return [
    ...parts.flatMap(({ title }, at) => [
      ...(parts.length > 1 ? [heading(title)] : []),
      ...(bodies[at]?.blocks ?? []),
    ]),
    ...closing(bodies.at(-1)?.last),
  ]
}

function heading(words: string): Paragraph {
  return new Paragraph({ style: 'Heading1', children: [new TextRun(xmlText(words))] })
}

/** What a part is written as, and the its last paragraph where no table is last. */
interface PartBody {
  blocks: (Paragraph | Table)[]
  last: TrackedParagraph | undefined
}

function partBody({ pairs }: Part, width: number, nextMark: NextMark, isLast: boolean): PartBody {
  const tables = new Map<Pair, PairTable>()
  const folded = blocksOf(pairs).map(({ pair, table }) => {
    if (pair) return pair
    const one = foldedTable(table)
    tables.set(one, table)
    return one
  })
  const body: (Paragraph | Table)[] = []
  let open: Strand[] = []
  let lastIsTable = false
  let last: TrackedParagraph | undefined
  const close = (ends = false) => {
    if (open.length > 0) {
      const clauses = ends ? withLastEnd(trackedClauses(open)) : trackedClauses(open)
      body.push(...trackedParagraphs(clauses, nextMark))
      last = clauses.at(-1)
      lastIsTable = false
    }
    open = []
  }
  for (const strand of weave(folded)) {
    const table = tables.get(strand.pair)
    if (!table) {
      open.push(strand)
      continue
    }
    close()
    // Two tables that touch are one table to Word.
    if (lastIsTable) body.push(new Paragraph({ style: 'ComparisonText' }))
    const on = strand.before && strand.after ? 'equal' : strand.before ? 'delete' : 'insert'
    body.push(trackedTable(table, on, width, nextMark))
    lastIsTable = true
    last = undefined
  }
  close(isLast)
  return { blocks: body, last }
}

/** A table as one pair without words, at the place of its first cell. */
function foldedTable({ pairs, worst }: PairTable): Pair {
  const { document, story } = pairs[0]!
  const side = (name: 'left' | 'right'): PairSide | undefined => {
    const sides = pairs.flatMap((pair) => pair[name] ?? [])
    const first = sides.reduce<PairSide | undefined>((a, b) => (a && a.order <= b.order ? a : b), undefined)
    return first && { ...first, text: '', label: '', heading: '' }
  }
  const [left, right] = [side('left'), side('right')]
  return {
    document,
    story,
    ...(left && { left }),
    ...(right && { right }),
    status: worst,
    moved: false,
    pieces: [],
  }
}
