import { type MarkedClause, markedRuns } from '../../redline/index.ts'
import { agreementStyle } from '../style/agreement-styles.ts'
import { labelRuns } from '../tracked/clause-runs.ts'
import type { ListNumber, TrackedParagraph } from '../tracked/types.ts'

/**
 * The paragraphs of a redline: one for each clause; a clause that is added or deleted comes or goes
 * whole, with its number and its end. Remarks are on the words: a number explains nothing.
 *
 * @param numbers of the clauses that Word counts by itself, by their places
 */
export function markedClauses(
  clauses: readonly MarkedClause[],
  numbers: ReadonlyMap<number, ListNumber> = new Map(),
): TrackedParagraph[] {
  return clauses.map(({ kind, label, depth, heading, pieces, added, deleted }, place) => ({
    style: agreementStyle({ kind, label, depth }),
    ...(numbers.has(place) ? { number: numbers.get(place)! } : {}),
    runs: [
      ...(numbers.has(place) ? [] : labelRuns(added ? '' : label, deleted ? '' : label)),
      ...markedRuns(heading, pieces).map(({ op, text, position, heading: inHeading }) => ({
        op,
        text,
        heading: inHeading,
        ...(position === undefined ? {} : { remark: position }),
      })),
    ],
    mark: added ? 'insert' : deleted ? 'delete' : 'equal',
  }))
}
