import { checkMatter } from '../../matter/index.ts'

export interface CheckTask {
  /** The matter as YAML. */
  matter: string
}

/** Something that is wrong in a matter. */
export interface MatterProblem {
  reason: string
  /** From 1. */
  line?: number
  /** Whether nothing of the matter can be read for it; else it is a fact that a form can mend. */
  unread: boolean
}

/** Problems that are told of one matter; with more of them nobody reads any. */
const mostTold = 50

export function checkWords({ matter }: CheckTask): MatterProblem[] {
  return checkMatter(matter, 'matter')
    .problems.slice(0, mostTold)
    .map(({ rule, message, place: { line } }) => ({
      reason: message,
      ...(line !== undefined && { line }),
      unread: rule === 'yaml' || rule === 'too-large',
    }))
}
