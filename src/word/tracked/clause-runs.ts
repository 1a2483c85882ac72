import { headingRuns } from '../../redline/index.ts'
import type { Op, TrackedRun } from './types.ts'

/** Words with their fate, as the comparison and the redline have them. */
export interface ClausePiece {
  op: Op
  text: string
  /** Id of the remark that explains the change. */
  remark?: string
  /** Whether it is a change of typography alone. */
  typography?: true
}

/**
 * The runs of a clause's words, cut where its heading ends: before the changes for what stands there, after them for
 * what is inserted.
 *
 * @param headingBefore length of the heading in the words before the changes (UTF-16 units)
 * @param headingAfter length of the heading in the words after the changes
 */
export function clauseRuns(
  pieces: readonly ClausePiece[],
  headingBefore: number,
  headingAfter: number,
): TrackedRun[] {
  return headingRuns(pieces, headingBefore, headingAfter).map(
    ({ op, text, remark, typography, heading }) => ({
      op,
      text,
      heading,
      ...(remark === undefined ? {} : { remark }),
      ...(typography && { typography }),
    }),
  )
}

/** The runs of a clause's number and the tab after it, on both sides; empty where neither has one. */
export function labelRuns(before: string, after: string): TrackedRun[] {
  if (before === after) return before === '' ? [] : [run('equal', `${before}\t`)]
  if (before !== '' && after !== '') return [run('delete', before), run('insert', after), run('equal', '\t')]
  return before === '' ? [run('insert', `${after}\t`)] : [run('delete', `${before}\t`)]
}

function run(op: Op, text: string): TrackedRun {
  return { op, text, heading: false }
}
