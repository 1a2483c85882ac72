import type { List, Nodes, PhrasingContent, Root } from 'mdast'
import { createColors } from 'picocolors'
import { type Run, wrap } from '../../compare/lines.ts'
import { visible } from '../../visible.ts'
import type { Terminal } from '../terminal.ts'
import { tableLines } from './table.ts'
import type { PageStyle } from './types.ts'

/** Lines are never set wider than reads well. */
const widest = 100
const narrowest = 40

/**
 * A page (mdast) as lines for a terminal.
 *
 * @param terminal its width and whether it shows colour
 */
export function pageToTerminal({ children }: Root, { width, colour }: Terminal): string {
  const room = Math.max(narrowest, width)
  const { bold, dim, cyan } = createColors(colour)
  const style: PageStyle = { plain: (words) => words, strong: bold, quiet: dim, code: cyan }
  const blocks = children.map((node) => blockLines(node, Math.min(widest, room), room, style))
  const lines = blocks.flatMap((block, at) => (at === 0 || tight(children[at - 1]!) ? block : ['', ...block]))
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`
}

/** Nothing parts a lower heading from what it heads. */
function tight(before: Nodes): boolean {
  return before.type === 'heading' && before.depth > 1
}

function blockLines(node: Nodes, width: number, room: number, style: PageStyle): string[] {
  switch (node.type) {
    case 'heading':
      return wrap(runsOf(node.children, style, style.strong), width)
    case 'paragraph':
      return wrap(runsOf(node.children, style, style.plain), width)
    case 'list':
      return listLines(node, width, room, style)
    case 'blockquote':
      return node.children
        .flatMap((child) => blockLines(child, width - 2, room - 2, style))
        .map((line) => `  ${line}`)
    case 'code':
      return visible(node.value)
        .split('\n')
        .map((line) => `  ${line}`)
    case 'table':
      return tableLines(
        node.children.map(({ children }, at) =>
          children.map((cell) => runsOf(cell.children, style, at === 0 ? style.strong : style.plain)),
        ),
        node.data?.widths,
        room,
      )
    default:
      return []
  }
}

function listLines(
  { ordered, start, children }: List,
  width: number,
  room: number,
  style: PageStyle,
): string[] {
  return children.flatMap((item, at) => {
    const mark = ordered ? `${(start ?? 1) + at}. ` : '• '
    const indent = ' '.repeat(mark.length)
    return item.children
      .flatMap((child) => blockLines(child, width - mark.length, room - mark.length, style))
      .map((line, index) => (index === 0 ? mark : indent) + line)
  })
}

function runsOf(nodes: PhrasingContent[], style: PageStyle, base: Run['style']): Run[] {
  return nodes.flatMap((node): Run[] => {
    switch (node.type) {
      case 'text':
        return [{ text: visible(node.value), style: base }]
      case 'inlineCode':
        return [{ text: visible(node.value), style: style.code }]
      case 'strong':
        return runsOf(node.children, style, style.strong)
      case 'break':
        return [{ text: ' ', style: base }]
      default:
        return 'children' in node ? runsOf(node.children, style, base) : []
    }
  })
}
