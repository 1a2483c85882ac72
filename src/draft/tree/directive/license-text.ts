import type { PhrasingContent } from 'mdast'
import type { MarkedClause } from '../../../redline/index.ts'
import { printable } from '../../template/slot.ts'
import type { LicenseClauseNode } from '../../types.ts'
import type { DirectiveBuilder } from '../build.ts'
import { dataOf } from './data.ts'

/** `::license-text{of="redline.clauses"}`: the clauses of a license with the changes in them marked. */
export const licenseText: DirectiveBuilder = (node, building) =>
  licenseClauses(dataOf(node, building) as MarkedClause[])

/** Clauses with the changes in them marked; a clause that comes or goes as a whole does so with its number. */
export function licenseClauses(clauses: readonly MarkedClause[]): LicenseClauseNode[] {
  return clauses.map(({ label, depth, pieces, added, deleted }) => ({
    type: 'licenseClause',
    label: printable(label),
    depth,
    ...(added ? { change: 'insertion' as const } : deleted ? { change: 'deletion' as const } : {}),
    children: pieces.map(({ op, text }): PhrasingContent => {
      const words = { type: 'text' as const, value: printable(text), data: { given: true } }
      if (op === 'equal') return words
      return { type: op === 'insert' ? 'insertion' : 'deletion', children: [words] }
    }),
  }))
}
