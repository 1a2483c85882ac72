import type { Nodes } from 'mdast'

/**
 * What a node says, whatever its number: a reference by what it refers to, so that a clause which only counts on is the same.
 */
export function saidBy(node: Nodes): string {
  switch (node.type) {
    case 'text':
      return node.value.replace(/\s+/g, ' ')
    case 'break':
      return ' '
    case 'clauseReference':
      return `⟦${node.target}⟧`
    case 'blank':
      return `[●: ${node.words}]`
    case 'definedTerm':
      return node.term
    default: {
      const heading = 'heading' in node && node.heading ? `${node.heading.map(saidBy).join('')}\n` : ''
      const below = 'children' in node ? (node.children as Nodes[]).map(saidBy).join('\n') : ''
      // Paragraphs and cells say their words in one.
      return heading + (isPhrasing(node) ? below.replaceAll('\n', '') : below)
    }
  }
}

function isPhrasing({ type }: Nodes): boolean {
  return (
    type === 'paragraph' ||
    type === 'heading' ||
    type === 'tableCell' ||
    type === 'strong' ||
    type === 'emphasis'
  )
}

/** What several nodes say, one below the other. */
export function saidByAll(nodes: readonly Nodes[]): string {
  return nodes.map(saidBy).join('\n')
}

/** What words in a row say. */
export function phraseSaid(nodes: readonly Nodes[]): string {
  return nodes.map(saidBy).join('')
}
