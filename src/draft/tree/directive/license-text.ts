import type { PhrasingContent } from 'mdast'
import { type MarkedClause, markedRuns } from '../../../redline/index.ts'
import { printable } from '../../template/slot.ts'
import type { LicenseClauseNode } from '../../types.ts'
import { dataOf } from './data.ts'
import type { DirectiveBuilder } from './types.ts'

/** `::license-text{of="redline.clauses"}`: the clauses of a license with the changes in them marked. */
export const licenseText: DirectiveBuilder = (node, building) =>
  licenseClauses(dataOf(node, building) as MarkedClause[])

/** Clauses with the changes in them marked; a clause that comes or goes as a whole does so with its number. */
export function licenseClauses(clauses: readonly MarkedClause[]): LicenseClauseNode[] {
  return clauses.map(({ kind, label, depth, heading, pieces, added, deleted }) => ({
    type: 'licenseClause',
    kind,
    label: printable(label),
    depth,
    ...(added ? { change: 'insertion' as const } : deleted ? { change: 'deletion' as const } : {}),
    children: markedRuns(kind === 'heading' || kind === 'title' ? '' : heading, pieces).flatMap(runNodes),
  }))
}

/** The words of a run, bold where they are of the clause's heading. */
function runNodes({ op, text, heading }: ReturnType<typeof markedRuns>[number]): PhrasingContent[] {
  const words: PhrasingContent = { type: 'text', value: printable(text), data: { given: true } }
  const look: PhrasingContent = heading ? { type: 'strong', children: [words] } : words
  if (op === 'equal') return [look]
  return [{ type: op === 'insert' ? 'insertion' : 'deletion', children: [look] }]
}
