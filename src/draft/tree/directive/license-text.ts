import type { PhrasingContent } from 'mdast'
import type { MarkedClause } from '../../../redline/types.ts'
import { printable } from '../../template/slot.ts'
import type { DirectiveBuilder } from '../build.ts'
import { dataOf } from './data.ts'

/** `::license-text{of="redline.clauses"}`: the clauses of a license with the changes in them marked. */
export const licenseText: DirectiveBuilder = (node, building) =>
  (dataOf(node, building) as MarkedClause[]).map((clause) => ({
    type: 'licenseClause',
    label: printable(clause.label),
    depth: clause.depth,
    children: clause.pieces.map(({ op, text }): PhrasingContent => {
      const words = { type: 'text' as const, value: printable(text), data: { given: true } }
      if (op === 'equal') return words
      return { type: op === 'insert' ? 'insertion' : 'deletion', children: [words] }
    }),
  }))
