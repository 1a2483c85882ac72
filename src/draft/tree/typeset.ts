import type { Nodes, Root, Text } from 'mdast'
import { visit } from 'unist-util-visit'
import { typographic } from '../../agreement/index.ts'

/**
 * Gives a tree typographic quotation marks and apostrophes. A mark opens after a space, a bracket or a dash, whatever
 * node the character before it is in, and closes elsewhere.
 */
export function typeset(tree: Root): void {
  visit(tree, (node) => {
    if (!('children' in node) || !holdsWords(node)) return
    let before = ''
    for (const text of textNodes(node)) {
      text.value = typographic(text.value, before)
      before = text.value.at(-1) ?? before
    }
    return 'skip'
  })
}

function holdsWords(node: Nodes): boolean {
  return (
    node.type === 'paragraph' ||
    node.type === 'heading' ||
    node.type === 'tableCell' ||
    node.type === 'leafDirective'
  )
}

function textNodes(node: Nodes): Text[] {
  const found: Text[] = []
  // What is inside :ref[…] is a name, not words.
  visit(node, (inner) => {
    if (inner.type === 'textDirective' && inner.name === 'ref') return 'skip'
    if (inner.type === 'text') found.push(inner)
  })
  return found
}
