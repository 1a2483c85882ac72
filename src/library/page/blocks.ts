import type { BlockContent, Heading, List, Paragraph, PhrasingContent, RootContent, Table } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

/** Words, or words that are set in some way already. */
export type Words = string | PhrasingContent | (string | PhrasingContent)[]

const parser = unified().use(remarkParse).freeze()

/** Markdown of the library, such as a restatement, as blocks of a page. */
export function markdown(source: string): RootContent[] {
  return parser.parse(source).children
}

export function inline(words: Words): PhrasingContent[] {
  return (Array.isArray(words) ? words : [words]).map((one) =>
    typeof one === 'string' ? { type: 'text', value: one } : one,
  )
}

export function heading(depth: 1 | 2 | 3, words: Words): Heading {
  return { type: 'heading', depth, children: inline(words) }
}

export function paragraph(...words: (string | PhrasingContent)[]): Paragraph {
  return { type: 'paragraph', children: inline(words) }
}

export function strong(words: string): PhrasingContent {
  return { type: 'strong', children: inline(words) }
}

export function emphasis(words: string): PhrasingContent {
  return { type: 'emphasis', children: inline(words) }
}

/** What is typed as it stands: an id, a path. */
export function code(value: string): PhrasingContent {
  return { type: 'inlineCode', value }
}

/** A list with a paragraph or blocks an item; nothing where there is no item. */
export function bullets(items: (Words | BlockContent[])[]): List[] {
  if (items.length === 0) return []
  return [
    {
      type: 'list',
      ordered: false,
      spread: false,
      children: items.map((item) => ({
        type: 'listItem',
        spread: false,
        children: isBlocks(item) ? item : [paragraph(...inline(item))],
      })),
    },
  ]
}

function isBlocks(item: Words | BlockContent[]): item is BlockContent[] {
  return (
    Array.isArray(item) &&
    item.some((one) => typeof one === 'object' && (one.type === 'paragraph' || one.type === 'list'))
  )
}

/**
 * A table with a head.
 *
 * @param widths relative widths of its columns, where a rendering sets them
 */
export function table(head: Words[], rows: Words[][], widths?: number[]): Table {
  const row = (cells: Words[]) => ({
    type: 'tableRow' as const,
    children: cells.map((cell) => ({ type: 'tableCell' as const, children: inline(cell) })),
  })
  return { type: 'table', ...(widths ? { data: { widths } } : {}), children: [row(head), ...rows.map(row)] }
}
