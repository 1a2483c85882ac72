import type { PairSide } from '../../compare/types.ts'
import { agreementStyle } from '../style/agreement-styles.ts'
import { clauseRuns, labelRuns } from '../tracked/clause-runs.ts'
import type { Op, TrackedParagraph, TrackedRun } from '../tracked/types.ts'
import type { Strand } from './weave.ts'

/**
 * The paragraphs of a comparison. Read with all insertions left out they are the left text, with all deletions left
 * out the right one: a paragraph for each clause, its printed number, a tab and its words. A clause that one text
 * splits is a paragraph whose end is a tracked change.
 */
export function trackedClauses(strands: readonly Strand[]): TrackedParagraph[] {
  const endsBefore = ends(strands, 'before')
  const endsAfter = ends(strands, 'after')
  const paragraphs: TrackedParagraph[] = []
  let open: TrackedRun[] = []
  strands.forEach((strand, at) => {
    const { before, after, pieces } = strand
    open.push(...labelRuns(labelOf(before), labelOf(after)))
    open.push(...clauseRuns(pieces, headingLength(before), headingLength(after)))
    const mark = opOf(endsBefore.has(at), endsAfter.has(at))
    const gap = opOf(runsOn(before, endsBefore.has(at)), runsOn(after, endsAfter.has(at)))
    if (gap) open.push({ op: gap, text: ' ', heading: false })
    if (!mark) return
    const style = agreementStyle((mark === 'delete' ? before : (after ?? before))!)
    const styleBefore = before && after && mark === 'equal' ? agreementStyle(before) : style
    paragraphs.push({ style, ...(styleBefore === style ? {} : { styleBefore }), runs: open, mark })
    open = []
  })
  return paragraphs
}

/** Places of the strands with which a clause of one text ends. */
function ends(strands: readonly Strand[], side: 'before' | 'after'): Set<number> {
  const last = new Map<number, number>()
  strands.forEach((strand, at) => {
    const order = strand[side]?.order
    if (order !== undefined) last.set(order, at)
  })
  return new Set(last.values())
}

function opOf(before: boolean, after: boolean): Op | undefined {
  if (before && after) return 'equal'
  return before ? 'delete' : after ? 'insert' : undefined
}

/** Whether a part of a clause needs a space before the next part. */
function runsOn(side: PairSide | undefined, end: boolean): boolean {
  return side !== undefined && !end && side.text !== '' && !/\s$/.test(side.text)
}

function labelOf(side: PairSide | undefined): string {
  return side === undefined || (side.part?.index ?? 0) > 0 ? '' : side.label
}

function headingLength(side: PairSide | undefined): number {
  return side && (side.part?.index ?? 0) === 0 && side.text.startsWith(side.heading) ? side.heading.length : 0
}
