import type { PhrasingContent } from 'mdast'
import type { MarkedClause, MarkedPiece } from '../../../redline/index.ts'
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
    children: pieces.flatMap((piece, at) => pieceNodes(piece, at === 0 ? heading : '')),
  }))
}

/** The words of a piece, with the heading that they start with. */
function pieceNodes({ op, text }: MarkedPiece, heading: string): PhrasingContent[] {
  const plain = (value: string): PhrasingContent[] =>
    value === '' ? [] : [{ type: 'text', value: printable(value), data: { given: true } }]
  const length = text.startsWith(heading) ? heading.length : 0
  const head = plain(text.slice(0, length))
  const words: PhrasingContent[] = [
    ...(head.length > 0 ? [{ type: 'strong' as const, children: head }] : []),
    ...plain(text.slice(length)),
  ]
  if (op === 'equal') return words
  return [{ type: op === 'insert' ? 'insertion' : 'deletion', children: words }]
}
