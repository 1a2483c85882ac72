import type { Nodes, Root } from 'mdast'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { typeset } from './typeset.ts'

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).freeze()

/** How many parsed renderings are kept: one for each combination of clauses that a batch of drafts meets. */
const kept = 100
const parsed = new Map<string, Root>()

/**
 * Reads rendered Markdown as a tree and typesets our own words in it. Values are still slots, so the drafts of a batch
 * that have the same clauses share one reading; each gets a copy of its own.
 */
export function parse(markdown: string): Root {
  let tree = parsed.get(markdown)
  if (!tree) {
    tree = parser.parse(markdown)
    typeset(tree)
    dropPositions(tree)
    if (parsed.size >= kept) parsed.delete(parsed.keys().next().value!)
    parsed.set(markdown, tree)
  }
  return copy(tree) as Root
}

/** Where words stand in the rendering is of no use behind it: what a message is about is looked up in the templates. */
function dropPositions(node: Nodes): void {
  if ('position' in node) delete node.position
  if ('children' in node) for (const child of node.children) dropPositions(child)
}

function copy(node: Nodes): Nodes {
  const twin = { ...node }
  if ('attributes' in twin) twin.attributes = { ...twin.attributes }
  if ('children' in twin) Object.assign(twin, { children: twin.children.map(copy) })
  return twin
}
