import type { PhrasingContent, Root, RootContent, TableRow } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import type { Comparison, Pair, Piece } from '../types.ts'
import { headedPieces, headOf, wordCount } from './clause.ts'
import { identityTable, reportTitle } from './identity.ts'
import { followsWords, topicRows, topicsMean } from './knowledge.ts'
import { documentName, hasDocuments, partsOf } from './parts.ts'
import { forReader } from './reader.ts'
import { shortLines } from './short.ts'
import { isChange, movedMeans, statuses, statusOrder, statusWords } from './status.ts'
import { blocksOf, changedPairs, type PairTable } from './tables.ts'
import type { ReportOptions } from './types.ts'
import { verdictWords } from './verdict.ts'

/**
 * The report as GitHub Flavored Markdown. Deletions are struck through and insertions bold: unlike `<del>` and `<ins>`
 * these survive both GitHub and an import into a word processor.
 */
export function markdownReport(comparison: Comparison, options: ReportOptions = {}): string {
  return unified()
    .use(remarkGfm, { tablePipeAlign: false })
    .use(remarkStringify, { bullet: '-', rule: '-' })
    .stringify(markdownTree(comparison, options))
}

/** The report as a Markdown tree (mdast). */
export function markdownTree(whole: Comparison, options: ReportOptions): Root {
  const { changed = false } = options
  const { comparison, lines } = forReader(whole, options)
  const { left, right, pairs } = comparison
  const changes = pairs.filter(isChange)
  return {
    type: 'root',
    children: [
      heading(1, [text(reportTitle(left, right))]),
      ...lines.map((line): RootContent => ({ type: 'blockquote', children: [paragraph([text(line)])] })),
      ...inShort(comparison),
      table(
        ['', 'Left', 'Right'],
        identityTable(left, right).map((row) => row.map((cell) => [text(cell)])),
      ),
      ...topicsTable(comparison),
      heading(2, [text('Summary')]),
      summaryTable(comparison),
      ...verdict(comparison),
      ...changesTable(changes),
      heading(2, [text(changed ? 'Changed clauses, one by one' : 'Clause by clause')]),
      paragraph([
        text('Deleted words are '),
        struck('struck through'),
        text(', inserted words are '),
        bold('bold'),
        text('.'),
      ]),
      ...clauses(changed ? changedPairs(pairs) : pairs),
    ],
  }
}

/** What it comes to. */
function inShort(comparison: Comparison): RootContent[] {
  const lines = shortLines(comparison)
  if (lines.length === 0) return []
  return [
    {
      type: 'list',
      spread: false,
      children: lines.map(({ heading: name, words }) => ({
        type: 'listItem',
        children: [paragraph([bold(`${name}:`), text(` ${words}`)])],
      })),
    },
  ]
}

function topicsTable(comparison: Comparison): RootContent[] {
  const rows = topicRows(comparison)
  const several = hasDocuments(comparison)
  if (rows.length === 0) return []
  return [
    heading(2, [text('What changed, and so what')]),
    paragraph([text(topicsMean)]),
    table(
      ['Topic', ...(several ? ['Text'] : []), 'Change', 'Before and after', 'So what'],
      rows.map(({ title, document, change, facts, ...row }) =>
        [
          title,
          ...(several ? [documentName(document)] : []),
          change,
          facts.join('; '),
          followsWords(row),
        ].map((cell) => [text(cell)]),
      ),
    ),
  ]
}

function summaryTable({ summary }: Comparison): RootContent {
  const rows = statusOrder.map((status) => [status, `${summary[status]}`, statuses[status].means])
  return table(
    ['Status', 'Clauses', 'Meaning'],
    [...rows, ['moved', `${summary.moved}`, movedMeans]].map((row) => row.map((cell) => [text(cell)])),
  )
}

function verdict(comparison: Comparison): RootContent[] {
  const words = verdictWords(comparison)
  return words === undefined ? [] : [paragraph([text(words)])]
}

function changesTable(changes: Pair[]): RootContent[] {
  if (changes.length === 0) return []
  const rows = changes.map((pair) => {
    const { left, right, heading } = headOf(pair)
    const { deleted, inserted } = wordCount(pair)
    return [left || '—', right || '—', heading, statusWords(pair).join(', '), `−${deleted} +${inserted}`]
  })
  return [
    heading(3, [text('Changed clauses')]),
    table(
      ['Left', 'Right', 'Heading', 'Status', 'Words'],
      rows.map((row) => row.map((cell) => [text(cell)])),
    ),
  ]
}

/** The clauses, each text and what stands beside it under a heading where there is more than one. */
function clauses(shown: Pair[]): RootContent[] {
  const parts = partsOf(shown)
  return parts.flatMap((part) => [
    ...(parts.length > 1 ? [heading(2, [text(part.title)])] : []),
    ...blocksOf(part.pairs).flatMap((block) => (block.table ? pairTable(block.table) : clause(block.pair))),
  ])
}

/** The table as a table, whose first row is its head as Markdown wants one. */
function pairTable({ address, status, rows }: PairTable): RootContent[] {
  const children = rows.map(
    (row): TableRow => ({
      type: 'tableRow',
      children: row.map((pair) => ({ type: 'tableCell', children: pair ? inCell(pair.pieces) : [] })),
    }),
  )
  return [heading(3, [text(`${address} · ${status}`)]), { type: 'table', children }]
}

/** A cell of Markdown is one line. */
function inCell(pieces: Piece[]): PhrasingContent[] {
  return joined(pieces).flatMap((piece) =>
    piece.text
      .split('\n')
      .flatMap((line, at): PhrasingContent[] => [
        ...(at > 0 ? [{ type: 'html', value: '<br>' } as const] : []),
        ...marked({ op: piece.op, text: line }),
      ]),
  )
}

function clause(pair: Pair): RootContent[] {
  const { address } = headOf(pair)
  const { heading: head, body } = headedPieces(pair)
  const words = statusWords(pair).join(', ')
  return [
    heading(3, [text(`${address} · ${words}`)]),
    paragraph([...(head.length > 0 ? [emphasised(head)] : []), ...joined(body).flatMap(marked)]),
  ]
}

/** The heading's words in italics, since bold means inserted. */
function emphasised(pieces: Piece[]): PhrasingContent {
  return { type: 'emphasis', children: joined(pieces).flatMap(marked) }
}

/** Neighbours of one kind in one: two deletions that touch would read `~~a~~~~b~~`, which is no mark at all. */
function joined(pieces: Piece[]): Piece[] {
  const runs: Piece[] = []
  for (const { op, text } of pieces) {
    const last = runs.at(-1)
    if (last?.op === op) runs[runs.length - 1] = { op, text: last.text + text }
    else runs.push({ op, text })
  }
  return runs
}

/** Marks hold no white space at their ends, where Markdown would not take them for marks. */
function marked({ op, text: words }: Piece): PhrasingContent[] {
  if (op === 'equal') return [text(words)]
  const [, before = '', middle = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(words) ?? []
  if (middle === '') return [text(words)]
  return [
    ...(before === '' ? [] : [text(before)]),
    op === 'delete' ? struck(middle) : bold(middle),
    ...(after === '' ? [] : [text(after)]),
  ]
}

function table(head: string[], rows: PhrasingContent[][][]): RootContent {
  const row = (cells: PhrasingContent[][]): TableRow => ({
    type: 'tableRow',
    children: cells.map((children) => ({ type: 'tableCell', children })),
  })
  return { type: 'table', children: [row(head.map((cell) => [text(cell)])), ...rows.map(row)] }
}

function heading(depth: 1 | 2 | 3, children: PhrasingContent[]): RootContent {
  return { type: 'heading', depth, children }
}

function paragraph(children: PhrasingContent[]): RootContent & { type: 'paragraph' } {
  return { type: 'paragraph', children }
}

function struck(words: string): PhrasingContent {
  return { type: 'delete', children: [text(words)] }
}

function bold(words: string): PhrasingContent {
  return { type: 'strong', children: [text(words)] }
}

function text(value: string): PhrasingContent {
  return { type: 'text', value }
}
