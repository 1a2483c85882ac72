import { child, elementsOf, escapeXml, type XmlElement } from '../../ooxml/index.ts'
import { tokensIn } from '../align/blocks.ts'
import { serialize } from '../carry/serialize.ts'
import type { Block, By, Cell, Part, Row, Token } from '../tokens/types.ts'
import { Line } from './line.ts'
import type { Writing } from './writing.ts'

/** Words of the left file as deletions; a link or simple field of which nothing stays goes with them. */
export function writeGone(
  writing: Writing,
  line: Line,
  tokens: readonly Token[],
  kind: 'del' | 'moveFrom' = 'del',
): void {
  let from = 0
  while (from < tokens.length) {
    const by = writing.deletedBy(tokens[from]!)
    let end = from + 1
    // White space goes with the word before it.
    while (
      end < tokens.length &&
      (tokens[end]!.kind === 'space' || sameBy(writing.deletedBy(tokens[end]!), by))
    )
      end += 1
    writeGoneBy(writing, line, tokens.slice(from, end), by, kind)
    from = end
  }
}

function sameBy(one: By | undefined, other: By | undefined): boolean {
  return one?.author === other?.author && one?.date === other?.date
}

function writeGoneBy(
  writing: Writing,
  line: Line,
  tokens: readonly Token[],
  by: By | undefined,
  kind: 'del' | 'moveFrom',
): void {
  const parts = tokens.flatMap((token) => token.parts)
  writing.carriedFor(by)
  let at = 0
  while (at < parts.length) {
    const link = linkOf(writing, parts[at]!)
    const from = at
    while (at < parts.length && linkOf(writing, parts[at]!) === link) at += 1
    const runs = runsOf(writing, parts.slice(from, at), kind)
    if (!link) {
      line.add('del', runs, by)
      continue
    }
    const open = serialize(
      { ...link, children: [{ type: 'text', text: '\u0000', start: 0, end: 0 }] },
      writing.names,
      {
        ...writing.passage,
        element: () => undefined,
      },
    )
    const empty = open.replace(/\/>$/, `></${/^<([^\s/>]+)/.exec(open)![1]}>`)
    const cut = empty.lastIndexOf('</')
    line.add('plain', empty.slice(0, cut) + writing.wrap('del', runs, by) + empty.slice(cut))
  }
}

const recreated = new Set(['w:hyperlink', 'w:fldSimple'])

function linkOf(writing: Writing, { wrappers }: Part): XmlElement | undefined {
  return wrappers.find((wrapper) => recreated.has(wrapper.name) && writing.goesWhole(wrapper))
}

function runsOf(writing: Writing, parts: readonly Part[], kind: 'del' | 'moveFrom'): string {
  const { w, names, passage } = writing
  let markup = ''
  let at = 0
  while (at < parts.length) {
    const { run, leaf } = parts[at]!
    if (!run) {
      markup += serialize(leaf, names, passage)
      at += 1
      continue
    }
    const looks = child(run, 'w:rPr')
    let content = ''
    while (at < parts.length && parts[at]!.run === run) {
      const { leaf: first, from } = parts[at]!
      let { to } = parts[at]!
      at += 1
      while (at < parts.length && parts[at]!.leaf === first && parts[at]!.from === to) {
        to = parts[at]!.to
        at += 1
      }
      content += leafOf(writing, first, from, to, kind)
    }
    markup += `<${w}r>${looks ? serialize(looks, names, passage) : ''}${content}</${w}r>`
  }
  return markup
}

function leafOf(
  { w, names, passage }: Writing,
  leaf: XmlElement,
  from: number,
  to: number,
  kind: 'del' | 'moveFrom',
): string {
  if (leaf.name === 'w:t') {
    const words = leaf.children.map((node) => (node.type === 'text' ? node.text : '')).join('')
    // Words that moved are still words (ECMA-376 part 1, 17.13.5.22).
    const tag = `${w}${kind === 'del' ? 'delText' : 't'}`
    return `<${tag} xml:space="preserve">${escapeXml(words.slice(from, to))}</${tag}>`
  }
  if (leaf.name === 'w:instrText') return serialize(leaf, names, passage, 'w:delInstrText')
  return serialize(leaf, names, passage)
}

/** A block of the left file, deleted: a paragraph with these of its words. */
export function goneBlock(writing: Writing, block: Block, words?: readonly Token[]): string {
  if (block.type === 'table') return goneTable(writing, block.node, block.rows)
  const { w } = writing
  const line = new Line()
  const move = writing.move(block)
  const kind = move ? 'moveFrom' : 'del'
  writeGone(writing, line, words ?? block.tokens.slice(0, -1), kind)
  const runs = line.markup((_, markup, by) => writing.wrap(kind, markup, by))
  const paragraph = `<${w}p>${goneProperties(writing, block, kind)}${runs}</${w}p>`
  return move ? writing.inRange('moveFrom', move, paragraph) : paragraph
}

/** The properties of a paragraph of the left file whose end is deleted. */
export function goneProperties(writing: Writing, block: Block, kind: 'del' | 'moveFrom' = 'del'): string {
  const { w, names, passage } = writing
  const own = child(block.node, 'w:pPr')
  const written = (element: XmlElement | undefined, left: RegExp) =>
    elementsOf(element)
      .filter(({ name }) => !left.test(name))
      .map((node) => serialize(node, names, passage))
      .join('')
  const looks = written(own, /^w:(?:rPr|sectPr|pPrChange)$/)
  const end = written(child(own, 'w:rPr'), /^w:(?:ins|del|moveFrom|moveTo|rPrChange)$/)
  const by = block.type === 'paragraph' ? writing.deletedBy(block.end) : undefined
  return `<${w}pPr>${looks}<${w}rPr><${w}${kind} ${writing.mark(by)}/>${end}</${w}rPr></${w}pPr>`
}

function goneTable(writing: Writing, table: XmlElement, rows: readonly Row[]): string {
  const { w, names, passage } = writing
  const head = ['w:tblPr', 'w:tblGrid']
    .map((name) => child(table, name))
    .map((node) => (node ? serialize(node, names, passage) : ''))
    .join('')
  return `<${w}tbl>${head}${rows.map((row) => goneRow(writing, row)).join('')}</${w}tbl>`
}

/** A cell of the left file with what is in it deleted; with a mark of its own where its row stays. */
export function goneCell(writing: Writing, { node, blocks }: Cell, mark?: 'cellDel'): string {
  const { w, names, passage } = writing
  const by = mark && whoseFirst(writing, blocks.flatMap(tokensIn))
  const own = elementsOf(child(node, 'w:tcPr'))
    .filter(({ name }) => !/^w:(?:cellIns|cellDel|cellMerge|tcPrChange)$/.test(name))
    .map((property) => serialize(property, names, passage))
    .join('')
  const marked = mark ? `<${w}${mark} ${writing.mark(by)}/>` : ''
  const properties = own + marked === '' ? '' : `<${w}tcPr>${own}${marked}</${w}tcPr>`
  return `<${w}tc>${properties}${blocks.map((block) => writing.goneBlock(block)).join('')}</${w}tc>`
}

/** A row or cell is whose its first words are. */
function whoseFirst(writing: Writing, tokens: readonly Token[]): By | undefined {
  const first = tokens.find(({ kind }) => kind !== 'space') ?? tokens[0]
  return first && writing.deletedBy(first)
}

/** A row of the left file, deleted: the row has a mark, and so has what is in it. */
export function goneRow(writing: Writing, { node, cells }: Row): string {
  const { w, names, passage } = writing
  const exceptions = child(node, 'w:tblPrEx')
  const by = whoseFirst(
    writing,
    cells.flatMap(({ blocks }) => blocks.flatMap(tokensIn)),
  )
  const own = elementsOf(child(node, 'w:trPr'))
    .filter(({ name }) => !/^w:(?:ins|del|trPrChange)$/.test(name))
    .map((property) => serialize(property, names, passage))
    .join('')
  const inner = cells.map((cell) => goneCell(writing, cell)).join('')
  return `<${w}tr>${exceptions ? serialize(exceptions, names, passage) : ''}<${w}trPr>${own}<${w}del ${writing.mark(by)}/></${w}trPr>${inner}</${w}tr>`
}
