import type { Nodes, Root } from 'mdast'

/** Nodes whose words are an official text, a quotation, or no words at all. */
const NOT_OURS = new Set([
  'insertion',
  'deletion',
  'licenseClause',
  'blockquote',
  'inlineCode',
  'code',
  'html',
  'formField',
  'signatures',
])

/**
 * Writes the text of a tree in other words, in place; what is quoted and what is official stays.
 *
 * @param write gives a piece of text, and the depth of quotation marks at its end
 */
export function restyle(tree: Root, write: (text: string, depth?: number) => [string, number]): void {
  restyled(tree, 0, write)
}

/** @returns how deep in quotation marks it ends: marks that open before bold words close behind them */
function restyled(
  node: Nodes,
  depth: number,
  write: (text: string, depth?: number) => [string, number],
): number {
  if (NOT_OURS.has(node.type)) return depth
  if (node.type === 'text') {
    const [value, after] = write(node.value, depth)
    node.value = value
    return after
  }
  // “paragraph 3” in front of a number is ours as well, and so is “of this letter” behind it.
  if (node.type === 'clauseReference') {
    node.prefix = write(node.prefix)[0]
    node.suffix = write(node.suffix)[0]
    return depth
  }
  // A term that the document defines is ours, though it stands in quotation marks.
  if (node.type === 'definedTerm') {
    node.term = write(node.term)[0]
    return depth
  }
  if ('heading' in node && node.heading) passed(node.heading, write)
  if (!('children' in node)) return depth
  const inline = isInline(node.type)
  const after = passed(node.children as Nodes[], write, inline ? depth : 0)
  return inline ? after : 0
}

function passed(
  nodes: readonly Nodes[],
  write: (text: string, depth?: number) => [string, number],
  depth = 0,
): number {
  let open = depth
  for (const node of nodes) open = restyled(node, open, write)
  return open
}

function isInline(type: string): boolean {
  return type === 'strong' || type === 'emphasis' || type === 'link' || type === 'delete'
}
