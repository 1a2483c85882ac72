import type { Nodes, PhrasingContent, Root } from 'mdast'

/** A value of the matter in the words of a passage: none of our words, so no check reads it. */
export const value = '\uFFFC'

/** One run of words: a paragraph, a heading, a cell. */
export interface Passage {
  kind: 'paragraph' | 'heading' | 'cell'
  /** Its words, with the object replacement character for values, references and blanks. */
  words: string
}

/** Every passage of a document, in order. */
export function passagesOf(tree: Root): Passage[] {
  const found: Passage[] = []
  const walk = (node: Nodes, inHead: boolean): void => {
    if ('heading' in node && node.heading) found.push({ kind: 'heading', words: phraseWords(node.heading) })
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      const kind =
        node.type === 'heading' || inHead ? 'heading' : node.type === 'tableCell' ? 'cell' : 'paragraph'
      found.push({ kind, words: phraseWords(node.children) })
    } else if (node.type === 'table') {
      node.children.forEach((row, index) => {
        walk(row, index === 0)
      })
    } else if ('children' in node) {
      for (const child of node.children) walk(child, inHead)
    }
  }
  walk(tree, false)
  return found
}

function phraseWords(nodes: PhrasingContent[]): string {
  return nodes
    .map((node): string => {
      if (node.type === 'text') return node.data?.given ? value : node.value
      if (node.type === 'break') return '\n'
      if (node.type === 'definedTerm') return node.term
      return 'children' in node ? phraseWords(node.children) : value
    })
    .join('')
}
