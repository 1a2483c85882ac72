import { createHash } from 'node:crypto'
import type { Nodes, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import type { DraftDocument } from '../../src/draft/index.ts'

/** First words of a block that its line shows. */
const shown = 6

/**
 * A document as a golden file keeps it: a line for each heading, paragraph, row and box, with its first words, the sections
 * that it names and the digest of all of it. No run of words is long enough to be one of an official text.
 */
export function outlineOf({ tree }: DraftDocument): string {
  const lines: string[] = []
  const line = (kind: string, node: Nodes, words = textOf(node)) => {
    // What the record was made of changes with each word of the library.
    if (/^Record: matter /.test(words)) lines.push('record')
    else lines.push([kind, ...told(words)].join(' '))
  }
  visit(tree as Root, (node: Nodes) => {
    switch (node.type) {
      case 'heading':
        lines.push(`${'#'.repeat(node.depth)} ${textOf(node)}`)
        return
      case 'paragraph':
        line('-', node)
        return
      case 'code':
        line('box', node, node.value)
        return
      case 'heatMap':
        for (const row of node.cells.toReversed())
          lines.push(`map ${row.map((cell) => cell.join(' ')).join(' | ')}`)
        return
      case 'tableRow':
        line('|', node, node.children.map((cell) => textOf(cell)).join(' | '))
        return
      default:
        return
    }
  })
  return `${lines.join('\n')}\n`
}

function told(words: string): string[] {
  const plain = words.replaceAll(/\s+/g, ' ').trim()
  const first = plain
    .replaceAll(/“[^”]*”/g, '“”')
    .split(' ')
    .slice(0, shown)
    .join(' ')
  const sections = [...new Set(plain.match(/\b\d(?:\.[a-z0-9]+)+(?:\([A-Z]\))?/g))]
  const digest = createHash('sha256').update(plain).digest('hex').slice(0, 8)
  return [first, ...(sections.length > 0 ? [`{${sections.slice(0, 6).join(' ')}}`] : []), digest]
}
