import { matchTokens } from '../../compare/word-diff.ts'
import { child, elementsOf, type XmlElement } from '../../ooxml/index.ts'
import { type Bag, bagOf, type Numbers, shared } from '../align/bag.ts'
import { paragraphsOf, tokensIn } from '../align/blocks.ts'
import { pairInOrder } from '../align/pairs.ts'
import type { Step } from '../align/types.ts'
import type { Block, Gone, Row, TableBlock, Token } from '../tokens/types.ts'
import { isTrace, tracesOfGone } from '../trace.ts'
import { goneRow } from './gone.ts'
import { spliced } from './spliced.ts'
import { closeTag, openTag, raw, refilled, type Writing } from './writing.ts'

/** A table of the right file: new where the left has none, else row by row. */
export function writeTable(writing: Writing, left: Block | undefined, right: Block): string {
  if (right.type !== 'table') return ''
  const rows = new Map<XmlElement, string>()
  if (left?.type !== 'table') {
    for (const row of right.rows) rows.set(row.node, newRow(writing, row))
    return rendered(writing, right.node, rows, undefined, '')
  }
  if (left.key === right.key && !writing.looks && !hasObjects(right)) return raw(writing, right.node)
  let [at, to] = [0, 0]
  let gone = ''
  let last: XmlElement | undefined
  const pairs = [...pairRows(left.rows, right.rows), [left.rows.length, right.rows.length] as const]
  const paired = new Set(pairs.map(([one]) => one))
  writing.deletedIn(
    left.rows.flatMap((row, one) => (paired.has(one) ? [] : rowTokens(row))),
    rowsGone(right.node),
  )
  const put = (row: Row, markup: string) => {
    rows.set(row.node, gone + markup)
    gone = ''
    last = row.node
  }
  for (const [one, other] of pairs) {
    for (const row of left.rows.slice(at, one)) gone += goneRow(writing, row)
    for (const row of right.rows.slice(to, other)) put(row, newRow(writing, row))
    if (one < left.rows.length)
      put(right.rows[other]!, bothRows(writing, left.rows[one]!, right.rows[other]!))
    at = one + 1
    to = other + 1
  }
  return rendered(writing, right.node, rows, last, gone)
}

/** What was deleted with whole rows of a table. */
function rowsGone(parent: XmlElement): Gone[] {
  return elementsOf(parent).flatMap((node) =>
    isTrace(node)
      ? tracesOfGone(node)
      : /^w:(?:sdt|sdtContent|customXml)$/.test(node.name)
        ? rowsGone(node)
        : [],
  )
}

/** Boxes and notes in a table are compared even where its words are the same. */
function hasObjects(table: TableBlock): boolean {
  return paragraphsOf(table).some(
    (block) => !block.isPlain && block.tokens.some(({ kind }) => kind === 'object'),
  )
}

function pairRows(left: readonly Row[], right: readonly Row[]) {
  const numbers: Numbers = new Map()
  const bags = new Map<Row, Bag>()
  for (const row of [...left, ...right]) bags.set(row, bagOf(rowTokens(row), numbers))
  return pairInOrder(left, right, {
    key: ({ key, cells }) => `${cells.length} ${key}`,
    isLandmark: (row) => bags.get(row)!.words.length >= 2,
    weigh: (one, other) => {
      if (one.cells.length !== other.cells.length) return 0
      const [a, b] = [bags.get(one)!, bags.get(other)!]
      const common = shared(a, b)
      const most = Math.max(a.words.length, b.words.length)
      if (one.key === other.key) return common + 0.5
      if (most === 0) return 0.2
      const cells = one.cells.filter(
        ({ blocks }, at) => keyOf(blocks) === keyOf(other.cells[at]!.blocks),
      ).length
      // Rows in the same place of tables with as many rows answer each other, if nothing else does.
      const place = left.length === right.length && left.indexOf(one) === right.indexOf(other) ? 0.1 : 0
      return common / most >= 0.4 || cells * 2 >= one.cells.length ? common + 0.1 + place : place
    },
    match: matchTokens,
  })
}

function keyOf(blocks: readonly Block[]): string {
  return blocks.map(({ key }) => key).join('\n')
}

function rowTokens({ cells }: Row): Token[] {
  return cells.flatMap(({ blocks }) => blocks.flatMap(tokensIn))
}

function bothRows(writing: Writing, left: Row, right: Row): string {
  let markup = ''
  let at = right.node.start
  right.cells.forEach(({ node, blocks }, index) => {
    const steps = writing.steps(left.cells[index]!.blocks, blocks)
    markup += writing.text.slice(at, node.start) + refilled(writing, node, writing.container(node, steps))
    at = node.end
  })
  return markup + writing.text.slice(at, right.node.end)
}

/** A row of the right file, inserted: the row has a mark, and so has what is in it. */
function newRow(writing: Writing, { node, cells }: Row): string {
  const { w, text } = writing
  const own = child(node, 'w:trPr')
  // A row is whose its first words are.
  const by = cells.flatMap(({ blocks }) => blocks.flatMap(tokensIn)).find(({ parts }) => parts.length > 0)
    ?.parts[0]?.by
  const mark = `<${w}ins ${writing.mark(by)}/>`
  const change = child(own, 'w:trPrChange')
  const place = own ? (change?.start ?? own.innerEnd) : (child(node, 'w:tblPrEx')?.end ?? node.innerStart)
  const empty = own !== undefined && own.innerStart === own.end
  let markup = openTag(writing, node)
  let at = node.innerStart
  if (empty) {
    markup += text.slice(at, own.start) + openTag(writing, own) + mark + closeTag(writing, own)
    at = own.end
  } else {
    markup += text.slice(at, place) + (own ? mark : `<${w}trPr>${mark}</${w}trPr>`)
    at = place
  }
  for (const cell of cells) {
    const steps: Step[] = cell.blocks.flatMap((block) =>
      (block.type === 'table' ? [block.token] : block.tokens).map((right) => ({ right })),
    )
    markup +=
      text.slice(at, cell.node.start) + refilled(writing, cell.node, writing.container(cell.node, steps))
    at = cell.node.end
  }
  return markup + text.slice(at, node.end)
}

function rendered(
  { text }: Writing,
  table: XmlElement,
  rows: ReadonlyMap<XmlElement, string>,
  last: XmlElement | undefined,
  tail: string,
): string {
  return spliced(
    { text, node: table, start: table.start, end: table.end, written: rows, closed: ['w:tr'] },
    { markup: tail, behind: last, orAt: table.innerEnd },
  )
}
