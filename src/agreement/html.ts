import type { Element, ElementContent, Nodes } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { readLabel } from './label.ts'
import { fold, type Line, readLines } from './lines.ts'
import { roman } from './numeral.ts'

const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
const UNSEEN = new Set(
  'head script style template noscript svg math iframe object select textarea title'.split(' '),
)
const DEEPEST = 2000

/** A step of the walk: enter a node, or leave a block. */
type Step = { enter: Nodes; depth: number; item?: string } | { leave: true }

/**
 * Reads the words of an HTML page line by line, with the numbers that a browser would print before list entries.
 * The walk keeps its own stack: a page nested ten thousand deep is read like any other.
 */
export function readHtml(source: string): Line[] {
  let tree: Nodes
  try {
    tree = unified().use(rehypeParse).parse(source)
  } catch (error) {
    // The parser's own recursion ends in a page nested too deep for the stack; its words can still be read.
    if (!(error instanceof RangeError)) throw error
    return readLines(source.replace(/<[^<>]*>/g, '\n'), 'text')
  }
  const lines: Line[] = []
  const steps: Step[] = [{ enter: tree, depth: 0 }]
  let words = ''
  let open: { node?: Nodes; depth: number; headed: boolean; item?: string } = { depth: 0, headed: false }

  const flush = () => {
    const text = fold(words)
    words = ''
    if (text === '' && !open.item) return
    lines.push(lineOf(text, open))
    delete open.item
  }

  for (let step = steps.pop(); step; step = steps.pop()) {
    if ('leave' in step) {
      flush()
      open = { depth: open.depth, headed: false }
      continue
    }
    const { enter: node, depth } = step
    if (node.type === 'text') {
      open.node ??= node
      words += node.value
      continue
    }
    if (node.type !== 'element' && node.type !== 'root') continue
    const name = node.type === 'element' ? node.tagName : ''
    if (UNSEEN.has(name)) continue
    if (name === 'br') {
      flush()
      continue
    }
    const block = BLOCKS.has(name)
    if (block) {
      if (!(open.item && words.trim() === '')) flush()
      const item: string | undefined = step.item ?? open.item
      open = { depth, headed: /^h[1-6]$/.test(name), ...(item !== undefined && { item }) }
      steps.push({ leave: true })
    }
    pushChildren(steps, node, depth)
  }
  flush()
  return lines
}

function pushChildren(steps: Step[], node: Nodes & { children: Nodes[] }, depth: number): void {
  const list = node.type === 'element' && (node.tagName === 'ol' || node.tagName === 'ul') ? node : undefined
  const inner = list ? Math.min(depth + 1, DEEPEST) : depth
  let value = list ? Number(list.properties.start ?? 1) || 1 : 0
  const children = node.children.map((child): Step => {
    if (!list || !isItem(child)) return { enter: child, depth: inner }
    value = Number(child.properties.value ?? value) || value
    return {
      enter: child,
      depth: inner,
      item: list.tagName === 'ul' ? '•' : `${printed(value++, String(list.properties.type ?? '1'))}.`,
    }
  })
  for (let at = children.length - 1; at >= 0; at -= 1) steps.push(children[at]!)
}

function isItem(node: Nodes | ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'li'
}

/** A list entry's number as a browser prints it for `type` 1, a, A, i or I. */
function printed(value: number, type: string): string {
  if (value < 1 || type === '1') return String(value)
  const numeral = type.toLowerCase() === 'i'
  // Browsers go over to digits where a Roman number grows long.
  if (numeral && value >= 400) return String(value)
  const text = numeral ? roman(value) : letters(value)
  return type === type.toUpperCase() ? text.toUpperCase() : text
}

function letters(value: number): string {
  return value <= 26
    ? String.fromCharCode(96 + value)
    : letters(Math.ceil(value / 26) - 1) + letters(((value - 1) % 26) + 1)
}

function lineOf(
  text: string,
  { node, depth, headed, item }: { node?: Nodes; depth: number; headed: boolean; item?: string },
): Line {
  // A list entry whose words bring their own number keeps that one: browsers would hide or double theirs.
  const own = readLabel(text)
  const label = own && own.label.printed !== '•' ? own : item ? readLabel(`${item} `) : own
  const rest = label === own && own ? fold(text.slice(own.length)) : text
  const place = node?.position
  return {
    line: place?.start.line ?? 1,
    column: place?.start.column ?? 1,
    endColumn: place?.end.column ?? 1,
    indent: depth * 4,
    ...(label && { label: label.label }),
    text: rest,
    width: rest.length,
    headed,
    hard: true,
    blank: false,
  }
}
