import type { Nodes, Parents, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { Problem } from '../problem.ts'
import type { DocumentKind } from './document/types.ts'
import { markOf } from './mark.ts'
import type { DraftDocument } from './types.ts'

/** What a draft that nobody has given a status bears on its way to the other side. */
const UNSETTLED = 'Subject to contract'

/**
 * A document as the other side gets it: its words, and nothing of our own house in text, properties or parts. Notes go,
 * names of clauses become marks that say nothing, and neither matter nor library is named.
 *
 * @param status what the matter says of it
 * @param client who sends it, where no author is named
 */
export function forOthers(
  document: DraftDocument,
  { status, client, final }: { status?: string | undefined; client?: string | undefined; final: boolean },
): DraftDocument {
  const tree = structuredClone(document.tree)
  dropNotes(tree)
  markClauses(tree)
  const { date, version, marking, author = client } = document.properties
  return {
    ...document,
    tree,
    outbound: true,
    properties: {
      matter: '',
      libraryDigest: '',
      textDigests: {},
      // Paper that is signed has no status.
      status: final ? '' : (status ?? UNSETTLED),
      ...(date !== undefined && { date }),
      ...(author !== undefined && { author }),
      ...(version !== undefined && !final && { version }),
      ...(marking !== undefined && { marking }),
    },
  }
}

/** @throws Problem where the document is for our own side */
export function requireToOthers(kind: DocumentKind, documents: readonly DocumentKind[]): void {
  if (kind.toOthers) return
  const those = documents.filter(({ toOthers }) => toOthers).map(({ id }) => id)
  throw new Problem(
    'for-counterparty',
    `the ${kind.id} is for our own side: --for-counterparty goes with ${those.join(', ')}`,
  )
}

/** Notes are for us, and the page that is begun for one with them. */
function dropNotes(parent: Parents): void {
  const children = parent.children as Nodes[]
  const kept = children.filter(
    (child, at) =>
      child.type !== 'note' && !(child.type === 'pageBreak' && children[at + 1]?.type === 'note'),
  )
  parent.children = kept as typeof parent.children
  for (const child of kept) if ('children' in child) dropNotes(child as Parents)
}

function markClauses(tree: Root): void {
  visit(tree, (node) => {
    if ((node.type === 'clauseBlock' || node.type === 'schedule') && node.id !== '') node.id = markOf(node.id)
    if (node.type === 'clauseReference') node.target = markOf(node.target)
  })
}
