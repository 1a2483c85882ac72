import type { Nodes, Parents, Root, RootContent } from 'mdast'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype, { defaultHandlers } from 'remark-rehype'
import { type Processor, unified } from 'unified'
import { visit } from 'unist-util-visit'
import {
  countWords,
  htmlDocument,
  type Omission,
  type SourceBlock,
  type SourceDocument,
  type SourceStory,
} from '../../agreement/index.ts'
import { largestOf } from '../../largest.ts'
import { floodIn } from './markdown/flood.ts'
import { joined } from './markdown/joined.ts'
import { partsOf } from './markdown/parts.ts'
import { splitAtNumbers } from './markdown/split.ts'
import { keepPlaceholders } from './markdown/tags.ts'

/** How Markdown is read. */
export interface MarkdownOptions {
  view?: 'accepted' | 'original'
  hidden?: boolean
  /** Letters that are read at once, about, where a text can be read part by part. */
  atOnce?: number
}

/**
 * Reads Markdown as the page that a CommonMark reader makes of it, with tables and footnotes as GitHub has them: its
 * numbers are those of the page. Indented lines are paragraphs, not code: agreements set clauses in.
 *
 * @returns where it is nested too deep, or has too many marks, for that, its lines
 */
export function markdownDocument(source: string, options: MarkdownOptions = {}): SourceDocument {
  const flood = floodIn(source)
  if (flood)
    return byLines(source, `It has ${flood}, too much for a reader of Markdown, and was read line by line.`)
  try {
    return documentOf(source, options)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return byLines(source, 'It is nested too deep for a reader of Markdown, and was read line by line.')
  }
}

function byLines(source: string, note: string): SourceDocument {
  return {
    stories: [{ kind: 'body', name: '', blocks: [], lines: { source, format: 'markdown' } }],
    leftOut: [],
    unread: [],
    notes: [note],
  }
}

function documentOf(source: string, options: MarkdownOptions): SourceDocument {
  const sign = unusedSign(source)
  const { head, text } = withoutHead(source.replace(/^\uFEFF/, ''))
  const seen = new Map<string, number>()
  const pages = partsOf(keepPlaceholders(text, sign), options.atOnce).map((part) =>
    pageOfPart(part, sign, seen, options),
  )
  const whole = joined(pages)
  return { ...whole, leftOut: [...whole.leftOut, ...omitted('front-matter', head)] }
}

/** @param seen the numbers that stood before it */
function pageOfPart(
  text: string,
  sign: string,
  seen: Map<string, number>,
  options: MarkdownOptions,
): SourceDocument {
  const tree = parser.parse(text)
  const unseen = unseenIn(tree)
  keepCells(tree)
  splitAtNumbers(tree, seen)
  const notes = takeNotes(tree)
  const pageOf = (root: Root) =>
    htmlDocument(String(toPage.stringify(toPage.runSync(root))).replaceAll(sign, '&lt;'), options)
  const page = pageOf(tree)
  const footnotes = notes.map(({ name, children }): { story: SourceStory; page: SourceDocument } => {
    const own = pageOf({ type: 'root', children })
    return { story: { kind: 'footnotes', name, blocks: own.stories[0]!.blocks }, page: own }
  })
  const links = footnotes.flatMap(({ page: own }) => own.stories.filter(({ kind }) => kind === 'links'))
  const hidden = unseen
    .filter(Boolean)
    .map((one) => one.replaceAll(sign, '<'))
    .join('\n')
  return {
    ...page,
    stories: [
      ...page.stories.map(withoutPlaces),
      ...links.filter(({ blocks }) => blocks.length > 0).map(withoutPlaces),
      ...footnotes.map(({ story }) => withoutPlaces(story)),
    ],
    leftOut: [
      ...page.leftOut,
      ...footnotes.flatMap(({ page: own }) => own.leftOut),
      ...omitted('hidden', hidden),
    ],
  }
}

function omitted(kind: string, text: string): Omission[] {
  return countWords(text) === 0 ? [] : [{ kind, place: '', words: countWords(text), text }]
}

const parser = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(function (this: Processor) {
    const data = this.data()
    data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: ['codeIndented'] } }]
  })

const toPage = unified()
  .use(remarkRehype, {
    allowDangerousHtml: true,
    handlers: {
      // Struck-through words are words.
      delete: (state, node) => ({ type: 'element', tagName: 's', properties: {}, children: state.all(node) }),
      listItem: (state, node, list) => defaultHandlers.listItem(state, node, spacingOf(list)),
    },
  })
  .use(rehypeStringify, { allowDangerousHtml: true })

const spacings = new WeakMap<Parents, Parents>()

/** A list with no more than its spacing, which is looked for once: each item looks through all others otherwise. */
function spacingOf(list: Parents | undefined): Parents | undefined {
  if (list?.type !== 'list') return list
  const known = spacings.get(list)
  if (known) return known
  const isLoose = list.spread || list.children.some(({ spread, children }) => spread ?? children.length > 1)
  const spacing = { ...list, spread: isLoose, children: [] }
  spacings.set(list, spacing)
  return spacing
}

/** A character that stands for `<` while the source is read. */
function unusedSign(source: string): string {
  for (let code = 0xe000; code < 0xf8ff; code += 1) {
    const sign = String.fromCharCode(code)
    if (!source.includes(sign)) return sign
  }
  return '\uF8FF'
}

/** The front matter that a collection or a website puts before a text: lines of YAML between two rules, and nothing else. */
function withoutHead(source: string): { head: string; text: string } {
  const found = /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(source)
  const lines = (found?.[1] ?? '').split(/\r?\n/).filter((line) => line.trim() !== '')
  const yaml = lines.length > 0 && lines.every((line) => /^(?:[\w-]+\s*:(?:\s|$)|\s+\S|- |#)/.test(line))
  return found && yaml ? { head: found[1]!, text: source.slice(found[0].length) } : { head: '', text: source }
}

/** A page shows no more cells than a table's head has: here a row keeps what it has. */
function keepCells(tree: Root): void {
  visit(tree, 'table', (table) => {
    const widest = largestOf(table.children.map(({ children }) => children.length))
    const align = table.align ?? []
    table.align = [...align, ...Array<null>(Math.max(0, widest - align.length)).fill(null)]
  })
}

/** What no reader of the page sees: comments, and definitions of links that nothing refers to. */
function unseenIn(tree: Root): string[] {
  const found: string[] = []
  const referred = new Set<string>()
  visit(tree, (node: Nodes) => {
    if (node.type === 'linkReference' || node.type === 'imageReference') referred.add(node.identifier)
    if (node.type === 'code') found.push(`${node.lang ?? ''} ${node.meta ?? ''}`.trim())
    if (node.type === 'html')
      for (const [, words = ''] of node.value.matchAll(/<!--([\s\S]*?)(?:-->|$)/g)) found.push(words.trim())
  })
  visit(tree, 'definition', (node) => {
    // Of two with one name the first counts.
    if (!referred.delete(node.identifier))
      found.push(`${node.label ?? node.identifier} ${node.url} ${node.title ?? ''}`)
  })
  return found
}

/** Takes the footnotes out of the tree, in the order of their first reference; where one is referred to, its number stays. */
function takeNotes(tree: Root): { name: string; children: RootContent[] }[] {
  const definitions = new Map<string, RootContent[]>()
  visit(tree, 'footnoteDefinition', (node, index, parent: Parents | undefined) => {
    if (parent === undefined || index === undefined) return undefined
    const name = definitions.has(node.identifier) ? `${node.identifier} again` : node.identifier
    definitions.set(name, [...(definitions.get(name) ?? []), ...node.children])
    parent.children.splice(index, 1)
    return index
  })
  const numbers = new Map<string, number>()
  const number = (root: Nodes) =>
    visit(root, 'footnoteReference', (node, index, parent: Parents | undefined) => {
      if (parent === undefined || index === undefined) return
      if (!numbers.has(node.identifier)) numbers.set(node.identifier, numbers.size + 1)
      const value = `<sup>${numbers.get(node.identifier)}</sup>`
      parent.children.splice(index, 1, { type: 'html', value })
    })
  number(tree)
  // A note may refer to another.
  for (const identifier of numbers.keys())
    for (const child of definitions.get(identifier) ?? []) number(child)
  const referred = [...numbers].map(([identifier, count]) => ({
    name: String(count),
    children: definitions.get(identifier) ?? [],
  }))
  const others = [...definitions].filter(([identifier]) => !numbers.has(identifier))
  return [...referred, ...others.map(([name, children]) => ({ name, children }))]
}

/** The places that the page has are not those of the source. */
function withoutPlaces(story: SourceStory): SourceStory {
  return { ...story, blocks: story.blocks.map(withoutPlace) }
}

function withoutPlace(block: SourceBlock): SourceBlock {
  const { position: _, ...rest } = block
  if (rest.type === 'paragraph') return rest
  return {
    ...rest,
    rows: rest.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, blocks: cell.blocks.map(withoutPlace) })),
    })),
  }
}
