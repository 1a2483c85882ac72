import { largestOf } from '../../../largest.ts'
import { visible } from '../../../visible.ts'
import type { Comparison, Pair, Piece, TextIdentity } from '../../types.ts'
import { headedPieces, headOf, wordCount } from '../clause.ts'
import { followsWords, topicRows, topicsMean } from '../knowledge.ts'
import { documentName, hasDocuments, partsOf } from '../parts.ts'
import { forReader } from '../reader.ts'
import { shortLines } from '../short.ts'
import { isChange, statusOrder, statusWords } from '../status.ts'
import { blocksOf, changedPairs, type PairTable } from '../tables.ts'
import type { ReportOptions } from '../types.ts'
import { verdictWords } from '../verdict.ts'
import { columnsOf } from './columns.ts'
import { type Style, styleOf } from './style.ts'
import { tableLines } from './table.ts'
import { clip, clipAddress, pad, type Run, wrap } from './wrap.ts'

/** How the terminal is. */
export interface TerminalOptions extends ReportOptions {
  /** Columns; lines are never set wider than reads well. */
  width?: number
  /** Whether it shows colour and strike-through; else changes are marked `[-…-]{+…+}`. */
  colour?: boolean
}

const widest = 100
const narrowest = 40

/** The report for a terminal, or as plain text. A clause with the same words on both sides takes one line. */
export function terminalReport(whole: Comparison, options: TerminalOptions = {}): string {
  const { width = 80, colour = false, changed = false } = options
  const { comparison, lines: top } = forReader(whole, options)
  const columns = Math.min(widest, Math.max(narrowest, width))
  const style = styleOf(colour)
  const changes = comparison.pairs.filter(isChange)
  const shown = changed ? changedPairs(comparison.pairs) : comparison.pairs
  const parts = partsOf(shown)
  const short = shortClause(shown, columns, style)
  const lines = [
    ...top.flatMap((line) => [...wrap([{ text: visible(line), style: style.quiet }], columns), '']),
    ...inShort(comparison, columns, style),
    ...identity('left', comparison.left, columns, style),
    ...identity('right', comparison.right, columns, style),
    '',
    ...counts(comparison, columns, style),
    ...topics(comparison, columns, style),
    ...verdict(comparison, columns, style),
    ...changesTable(changes, columns, style),
    '',
    ...legend(shown, columns, style),
    ...parts.flatMap((part) => [
      ...(parts.length > 1 ? ['', style.heading(part.title.toUpperCase())] : []),
      ...blocksOf(part.pairs).flatMap(({ pair, table }, at, blocks) => {
        if (table) return tableOf(table, columns, style)
        return isShort(pair) ? short(pair, blocks[at - 1]?.pair) : clause(pair, columns, style)
      }),
    ]),
  ]
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`
}

/** What it comes to. */
function inShort(comparison: Comparison, columns: number, style: Style): string[] {
  const lines = shortLines(comparison)
  const rows = lines.flatMap(({ heading, words }) => {
    const head: Run = { text: `${heading}: `, style: style.heading }
    return wrap([head, { text: visible(words), style: style.plain }], columns)
  })
  return rows.length === 0 ? [] : [...rows, '']
}

function identity(side: string, text: TextIdentity, columns: number, style: Style): string[] {
  const { id, title, version, released, releasedAs = 'released', address, sha256, texts = [] } = text
  const policy = texts.slice(1).find(({ document }) => document === 'use-policy')
  const details = [
    id,
    ...(version ? [`version ${version}`] : []),
    ...(released ? [`${releasedAs} ${released}`] : []),
  ].join(' · ')
  const rows: Run[] = [
    { text: title || id, style: style.heading },
    { text: details, style: style.plain },
    ...(address ? [{ text: address, style: style.quiet }] : []),
    { text: `SHA-256 ${sha256}`, style: style.quiet },
    ...(policy
      ? [
          { text: policy.title, style: style.plain },
          { text: `SHA-256 ${policy.sha256}`, style: style.quiet },
        ]
      : []),
  ]
  return rows
    .flatMap((row) => wrap([{ ...row, text: visible(row.text) }], columns - 7))
    .map((line, at) => pad(at === 0 ? side : '', 7) + line)
}

function counts({ summary }: Comparison, columns: number, style: Style): string[] {
  const runs = [...statusOrder.map((status) => ({ word: status, count: summary[status] }))]
    .map(({ word, count }): Run => ({ text: `${count}\u00a0${word}`, style: style.status[word] }))
    .concat({ text: `${summary.moved}\u00a0moved`, style: style.plain })
  const gap: Run = { text: ' · ', style: style.quiet }
  return wrap(
    runs.flatMap((run, at) => (at === 0 ? [run] : [gap, run])),
    columns,
  ).map((line) => line.replaceAll('\u00a0', ' '))
}

/** What changed and so what, the weightiest first. */
function topics(comparison: Comparison, columns: number, style: Style): string[] {
  const rows = topicRows(comparison)
  const several = hasDocuments(comparison)
  if (rows.length === 0) return []
  const indent = (line: string) => `  ${line}`
  return [
    '',
    style.heading('What changed, and so what'),
    ...wrap([{ text: topicsMean, style: style.quiet }], columns),
    ...rows.flatMap(({ title, document, status, change, facts, ...row }) => [
      [title, ...(several ? [style.quiet(documentName(document))] : []), style.status[status](change)].join(
        '  ',
      ),
      ...facts
        .flatMap((fact) => wrap([{ text: visible(fact), style: style.quiet }], columns - 2))
        .map(indent),
      ...wrap([{ text: visible(followsWords(row)), style: style.plain }], columns - 2).map(indent),
    ]),
  ]
}

function verdict(comparison: Comparison, columns: number, style: Style): string[] {
  const words = verdictWords(comparison)
  return words === undefined ? [] : ['', ...wrap([{ text: words, style: style.plain }], columns)]
}

/** Four columns; the heading takes the room that is left. */
function changesTable(changes: Pair[], columns: number, style: Style): string[] {
  if (changes.length === 0) return []
  const rows = changes.map((pair) => {
    const { address, heading } = headOf(pair)
    const { deleted, inserted } = wordCount(pair)
    return { pair, address, heading, status: statusWords(pair).join(', '), words: `−${deleted} +${inserted}` }
  })
  const widthOf = (values: string[]) => largestOf(values.map((value) => columnsOf(value)))
  const address = Math.min(widthOf(rows.map((row) => row.address)), Math.floor(columns * 0.45))
  const status = widthOf(rows.map((row) => row.status))
  const words = widthOf(rows.map((row) => row.words))
  const heading = columns - address - status - words - 6
  return [
    '',
    style.heading('Changed clauses'),
    ...rows.map((row) =>
      [
        pad(clipAddress(row.address, address), address),
        style.status[row.pair.status](pad(row.status, status)),
        pad(row.words, words),
        ...(heading >= 8 ? [style.quiet(clip(visible(row.heading), heading))] : []),
      ].join('  '),
    ),
  ]
}

function legend(shown: Pair[], columns: number, style: Style): string[] {
  if (shown.length === 0) return []
  const { deleted, inserted } = style.marks
  const one = shown.some(({ status }) => status === 'identical')
  return wrap(
    [
      { text: `${deleted[0]}deleted${deleted[1]}`, style: style.deleted },
      { text: ' ', style: style.plain },
      { text: `${inserted[0]}inserted${inserted[1]}`, style: style.inserted },
      { text: one ? ' · clauses with the same words take one line' : '', style: style.quiet },
    ],
    columns,
  )
}

/** The same words at the same place. */
function isShort({ status, moved }: Pair): boolean {
  return status === 'identical' && !moved
}

/** Clauses that take one line stand together as a list, their words in one column. */
function shortClause(shown: Pair[], columns: number, style: Style) {
  const widths = shown
    .filter((pair) => isShort(pair) && !pair.cell)
    .map((pair) => columnsOf(headOf(pair).address))
  const address = Math.min(Math.floor(columns * 0.4), largestOf(widths, 0))
  return (pair: Pair, before: Pair | undefined): string[] => {
    const head = `${pad(clipAddress(headOf(pair).address, address), address)}  identical  `
    const words = clip(visible(pair.left?.text ?? '').replaceAll('\n', ' '), columns - columnsOf(head))
    return [...(before && isShort(before) ? [] : ['']), style.quiet(head + words)]
  }
}

function tableOf(table: PairTable, columns: number, style: Style): string[] {
  const rule = '─'.repeat(Math.max(3, columns - columnsOf(table.address) - columnsOf(table.status) - 2))
  const runsOf = ({ pieces }: Pair) => pieces.map((piece) => run(piece, style))
  return [
    '',
    `${style.heading(table.address)} ${style.quiet(rule)} ${style.status[table.worst](table.status)}`,
    ...tableLines(table, columns - 2, style, runsOf).map((line) => `  ${line}`),
  ]
}

function clause(pair: Pair, columns: number, style: Style): string[] {
  const { address } = headOf(pair)
  const status = statusWords(pair).join(', ')
  const room = columns - columnsOf(status) - 5
  const [last = '', ...above] = wrap([{ text: address, style: style.plain }], room).reverse()
  const rule = '─'.repeat(Math.max(3, columns - columnsOf(last) - columnsOf(status) - 2))
  const { heading, body } = headedPieces(pair)
  // A heading that changes has no style of its own: its change is read in one piece with the words behind it.
  const parted = heading.every(({ op }) => op === 'equal')
  const runs = parted
    ? [...heading.map((piece) => run(piece, style, style.heading)), ...body.map((piece) => run(piece, style))]
    : pair.pieces.map((piece) => run(piece, style))
  return [
    '',
    ...above.reverse().map((line) => style.heading(line)),
    `${style.heading(last)} ${style.quiet(rule)} ${style.status[pair.status](status)}`,
    ...wrap(runs, columns - 2).map((line) => `  ${line}`),
  ]
}

/** White space at the ends of a change stays outside its marks. */
function run({ op, text }: Piece, style: Style, equal = style.plain): Run {
  const words = visible(text)
  if (op === 'equal') return { text: words, style: equal }
  const kind = op === 'delete' ? 'deleted' : 'inserted'
  const [open, close] = style.marks[kind]
  const [start, end] = [words.length - words.trimStart().length, words.trimEnd().length]
  if (end <= start) return { text: open + words + close, style: style[kind] }
  return {
    text: words.slice(0, start) + open + words.slice(start, end) + close + words.slice(end),
    style: style[kind],
  }
}

/** What a terminal would obey, a text from elsewhere must not say. */
