import type { Nodes, Root } from 'mdast'

/** Every node of a kind in a tree, in order; what is under one is looked at too. */
export function nodesOf<Type extends Nodes['type']>(
  tree: Root | Nodes,
  type: Type,
): Extract<Nodes, { type: Type }>[] {
  const found: Extract<Nodes, { type: Type }>[] = []
  const walk = (node: Nodes): void => {
    if (node.type === type) found.push(node as Extract<Nodes, { type: Type }>)
    if ('children' in node) for (const child of node.children) walk(child)
  }
  walk(tree)
  return found
}
