import type { Nodes, Root, Text } from 'mdast'
import { visit } from 'unist-util-visit'

/**
 * Gives a tree typographic quotation marks and apostrophes. A mark opens after a space, a bracket or a dash, whatever
 * node the character before it is in, and closes elsewhere.
 */
export function typeset(tree: Root): void {
  visit(tree, (node) => {
    if (!('children' in node) || !holdsWords(node)) return
    let before = ''
    for (const text of wordsIn(node)) {
      text.value = typographic(text.value, before)
      before = text.value.at(-1) ?? before
    }
    return 'skip'
  })
}

/**
 * The same for a string of prose.
 *
 * @param before the character before it
 * @example typographic('the "Licensee\'s" users') // the “Licensee’s” users
 */
export function typographic(text: string, before = ''): string {
  return text.replace(/["']/g, (mark, at: number) => {
    const previous = at === 0 ? before : text[at - 1]!
    const opens = previous === '' || /[\s([{\u2014\u2013\u201C\u2018"']/.test(previous)
    if (mark === '"') return opens ? '\u201C' : '\u201D'
    // An apostrophe before a digit or at a left-out beginning ('tis) is rare in agreements; a quote there is not.
    return opens ? '\u2018' : '\u2019'
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

function wordsIn(node: Nodes): Text[] {
  const found: Text[] = []
  // What is inside :ref[…] is a name, not words.
  visit(node, (inner) => {
    if (inner.type === 'textDirective' && inner.name === 'ref') return 'skip'
    if (inner.type === 'text') found.push(inner)
  })
  return found
}
