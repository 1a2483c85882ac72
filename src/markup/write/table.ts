import { child, elementsOf, type XmlElement } from '../../ooxml/index.ts'
import { paragraphsOf, tokensIn } from '../align/blocks.ts'
import { type CellPair, cellsInPlace } from '../align/cells.ts'
import { sameMerges } from '../align/merged.ts'
import { alignTables, type TableAlignment } from '../align/table.ts'
import type { Step } from '../align/types.ts'
import { serialize } from '../carry/serialize.ts'
import type { Block, Cell, Gone, Row, TableBlock, Token } from '../tokens/types.ts'
import { isTrace, tracesOfGone } from '../trace.ts'
import { goneCell, goneRow } from './gone.ts'
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
  if (left.key === right.key && !writing.looks && !hasObjects(right)) {
    left.rows.forEach((row, at) => {
      tellMerged(writing, cellsInPlace(row, right.rows[at]!))
    })
    return raw(writing, right.node)
  }
  let [at, to] = [0, 0]
  let gone = ''
  let last: XmlElement | undefined
  const { rows: pairs, gone: columns } = alignTables(left.rows, right.rows)
  const grid = widerGrid(writing, left.node, right.node, columns)
  if (grid) rows.set(grid.node, grid.markup)
  const paired = new Set(pairs.map((pair) => pair.left))
  writing.deletedIn(
    left.rows.flatMap((row, one) => (paired.has(one) ? [] : rowTokens(row))),
    goneBetween(right.node),
  )
  const put = (row: Row, markup: string) => {
    rows.set(row.node, gone + markup)
    gone = ''
    last = row.node
  }
  for (const { left: one, right: other, cells } of [
    ...pairs,
    { left: left.rows.length, right: right.rows.length, cells: [] },
  ]) {
    for (const row of left.rows.slice(at, one)) gone += goneRow(writing, row)
    for (const row of right.rows.slice(to, other)) put(row, newRow(writing, row))
    if (one < left.rows.length) put(right.rows[other]!, bothRows(writing, right.rows[other]!, cells))
    at = one + 1
    to = other + 1
  }
  return rendered(writing, right.node, rows, last, gone)
}

/** What was deleted with whole rows of a table, or whole cells of a row. */
function goneBetween(parent: XmlElement): Gone[] {
  return elementsOf(parent).flatMap((node) =>
    isTrace(node)
      ? tracesOfGone(node)
      : /^w:(?:sdt|sdtContent|customXml)$/.test(node.name)
        ? goneBetween(node)
        : [],
  )
}

/**
 * The columns of a table with those that went, so that every program has room for their cells; undefined where they are
 * the same, or not told one by one.
 */
function widerGrid(
  writing: Writing,
  left: XmlElement,
  right: XmlElement,
  gone: TableAlignment['gone'],
): { node: XmlElement; markup: string } | undefined {
  const [ours, theirs] = [left, right].map((table) => elementsOf(child(table, 'w:tblGrid'), 'w:gridCol'))
  const node = child(right, 'w:tblGrid')
  if (!node || !ours?.length || !theirs?.length || gone.length === 0) return undefined
  let markup = ''
  let at = node.innerStart
  for (const { column, before } of gone) {
    const own = ours[column]
    const place = theirs[before]?.start ?? theirs.at(-1)!.end
    if (!own) continue
    markup += writing.text.slice(at, place) + serialize(own, writing.names, writing.passage)
    at = place
  }
  return { node, markup: refilled(writing, node, markup + writing.text.slice(at, node.innerEnd)) }
}

/** Boxes and notes in a table are compared even where its words are the same. */
function hasObjects(table: TableBlock): boolean {
  return paragraphsOf(table).some(
    (block) => !block.isPlain && block.tokens.some(({ kind }) => kind === 'object'),
  )
}

function rowTokens({ cells }: Row): Token[] {
  return cells.flatMap(({ blocks }) => blocks.flatMap(tokensIn))
}

/** A row of both files: cells that went stand before those that came in their place. */
function bothRows(writing: Writing, { node: row }: Row, cells: readonly CellPair[]): string {
  writing.deletedIn(
    cells.flatMap(({ left, right }) => (left && !right ? left.blocks.flatMap(tokensIn) : [])),
    goneBetween(row),
  )
  tellMerged(writing, cells)
  let markup = ''
  let at = row.start
  let gone = ''
  for (const { left, right } of cells) {
    if (!right) {
      gone += goneCell(writing, left, 'cellDel')
      continue
    }
    const { node } = right
    const own = left
      ? refilled(writing, node, writing.container(node, writing.steps(left.blocks, right.blocks)))
      : newCell(writing, right)
    markup += writing.text.slice(at, node.start) + gone + own
    gone = ''
    at = node.end
  }
  return markup + gone + writing.text.slice(at, row.end)
}

function tellMerged(writing: Writing, cells: readonly CellPair[]): void {
  for (const { left, right } of cells) if (left && right && !sameMerges(left, right)) writing.merged(right)
}

/** A cell of the right file, inserted: the cell has a mark, and so has what is in it. */
function newCell(writing: Writing, { node, blocks }: Cell): string {
  const { w, text } = writing
  const own = child(node, 'w:tcPr')
  // A cell is whose its first words are.
  const by = blocks.flatMap(tokensIn).find(({ parts }) => parts.length > 0)?.parts[0]?.by
  const mark = `<${w}cellIns ${writing.mark(by)}/>`
  const inner = newContent(writing, node, blocks)
  if (!own) return refilled(writing, node, `<${w}tcPr>${mark}</${w}tcPr>${inner}`)
  const place = child(own, 'w:tcPrChange')?.start ?? own.innerEnd
  const properties = refilled(
    writing,
    own,
    text.slice(own.innerStart, place) + mark + text.slice(place, own.innerEnd),
  )
  const before = text.slice(node.innerStart, own.start)
  return refilled(writing, node, before + properties + inner.slice(own.end - node.innerStart))
}

/** What a cell holds, all of it inserted. */
function newContent(writing: Writing, node: XmlElement, blocks: readonly Block[]): string {
  const steps: Step[] = blocks.flatMap((block) =>
    (block.type === 'table' ? [block.token] : block.tokens).map((right) => ({ right })),
  )
  return writing.container(node, steps)
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
    const inner = newContent(writing, cell.node, cell.blocks)
    markup += text.slice(at, cell.node.start) + refilled(writing, cell.node, inner)
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
