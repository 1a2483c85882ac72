import type { BlockContent, List, ListItem, PhrasingContent, Root, TableRow } from 'mdast'

/** What begins a block, or stands in a line, that the report does not write. */
const otherBlocks = /^(?: {4}|```|~~~|[<+=_]|\*(?:\s|$)|-{3}|\d+\))/
const otherWords = /(?<!\\)(?:[[\]<_~]|!\[|\*{3}|``)/
const heading = /^(#{1,6}) (.*)$/
const item = /^(?:-|(\d+)\.) (.*)$/

/**
 * The Markdown report as a page for the terminal. It is read by the few forms that {@link assessmentToMarkdown} writes,
 * since a reader of all of Markdown takes as long as the whole assessment.
 *
 * @returns undefined where there is something in it that the report does not write
 */
export function markdownToPage(markdown: string): Root | undefined {
  const children: Root['children'] = []
  for (const block of markdown.split(/\n{2,}/)) {
    if (block.trim() === '') continue
    const read = blockOf(block.replace(/\n$/, '').split('\n'))
    if (!read) return undefined
    children.push(read)
  }
  return { type: 'root', children }
}

function blockOf(lines: string[]): Root['children'][number] | undefined {
  if (lines.some((line) => otherBlocks.test(line) || otherWords.test(withoutCode(line)))) return undefined
  const [first = ''] = lines
  const head = heading.exec(first)
  if (head) {
    if (lines.length > 1) return undefined
    return { type: 'heading', depth: head[1]!.length as 1, children: phrasesOf(head[2]!) }
  }
  if (first.startsWith('|')) return tableOf(lines)
  if (first.startsWith('> ')) {
    if (!lines.every((line) => line.startsWith('> '))) return undefined
    return { type: 'blockquote', children: [paragraph(lines.map((line) => line.slice(2)))] }
  }
  if (item.test(first)) return listOf(lines)
  return lines.some((line) => /^\s|^[|>#-]/.test(line)) ? undefined : paragraph(lines)
}

function paragraph(lines: string[]): BlockContent {
  return { type: 'paragraph', children: phrasesOf(lines.join('\n')) }
}

/** Rows between bars; the second line rules. */
function tableOf(lines: string[]): Root['children'][number] | undefined {
  if (!lines.every((line) => line.startsWith('| ') && line.endsWith(' |'))) return undefined
  const children = lines
    .filter((_, at) => at !== 1)
    .map((line): TableRow => {
      const cells = line.slice(1, -1).split(/(?<!\\)\|/)
      return {
        type: 'tableRow',
        children: cells.map((cell) => ({ type: 'tableCell', children: phrasesOf(cell.trim()) })),
      }
    })
  return { type: 'table', children }
}

/** Items of one line each, and under one of them items of its own. */
function listOf(lines: string[]): List | undefined {
  const start = item.exec(lines[0]!)![1]
  const list: List = { type: 'list', ordered: start !== undefined, children: [] }
  if (start !== undefined) list.start = Number(start)
  for (let at = 0; at < lines.length; at += 1) {
    const found = item.exec(lines[at]!)
    if (!found || (found[1] === undefined) !== (start === undefined)) return undefined
    const one: ListItem = { type: 'listItem', children: [paragraph([found[2]!])] }
    const below: string[] = []
    while (lines[at + 1]?.startsWith('  ')) {
      at += 1
      below.push(lines[at]!.slice(2))
    }
    if (below.length > 0) {
      const inner = below.every((line) => item.test(line)) ? listOf(below) : undefined
      if (!inner) return undefined
      one.children.push(inner)
    }
    list.children.push(one)
  }
  return list
}

const inline = /`([^`]+)`|\*\*((?:\\.|[^*\\])+)\*\*|\*((?:\\.|[^*\\])+)\*|((?:\\[^\n]|[^`*\\])+)|(.)/gs

function phrasesOf(markdown: string): PhrasingContent[] {
  return [...markdown.matchAll(inline)].map(([whole, code, strong, emphasis]): PhrasingContent => {
    if (code !== undefined) return { type: 'inlineCode', value: code }
    if (strong !== undefined) return { type: 'strong', children: phrasesOf(strong) }
    if (emphasis !== undefined) return { type: 'emphasis', children: phrasesOf(emphasis) }
    return { type: 'text', value: whole.replace(/\\([!-/:-@[-`{-~])/g, '$1') }
  })
}

function withoutCode(line: string): string {
  return line.replace(/`[^`]+`/g, '')
}
