import type { MarkedClause } from '../../redline/types.ts'
import { agreementStyle } from '../style/agreement-styles.ts'
import { clauseRuns, labelRuns } from '../tracked/clause-runs.ts'
import type { TrackedParagraph, TrackedRun } from '../tracked/types.ts'

/**
 * The paragraphs of a redline: one for each clause; a clause that is added or deleted comes or goes
 * whole, with its number and its end.
 */
export function markedClauses(clauses: readonly MarkedClause[]): TrackedParagraph[] {
  return clauses.map(({ kind, label, depth, heading, pieces, added, deleted }) => {
    const text = (without: 'insert' | 'delete') =>
      pieces
        .filter(({ op }) => op !== without)
        .map((piece) => piece.text)
        .join('')
    const remark =
      added || deleted ? pieces.find(({ position }) => position !== undefined)?.position : undefined
    const number: TrackedRun[] = labelRuns(added ? '' : label, deleted ? '' : label).map((run) => ({
      ...run,
      ...(remark === undefined ? {} : { remark }),
    }))
    const words = clauseRuns(
      pieces.map(({ op, text, position }) => ({
        op,
        text,
        ...(position === undefined ? {} : { remark: position }),
      })),
      lengthOf(heading, text('insert')),
      lengthOf(heading, text('delete')),
    )
    return {
      style: agreementStyle({ kind, label, depth }),
      runs: [...number, ...words],
      mark: added ? 'insert' : deleted ? 'delete' : 'equal',
    }
  })
}

function lengthOf(heading: string, text: string): number {
  return text.startsWith(heading) ? heading.length : 0
}
