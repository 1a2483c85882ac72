import { child, elementsOf, escapeXml, type Splice, type XmlElement } from '../../ooxml/index.ts'
import { Problem } from '../../problem.ts'
import { type Passage, serialize } from '../carry/serialize.ts'
import type { By } from '../tokens/types.ts'
import { closeTag, openTag } from '../write/writing.ts'
import { canTake, type NewLooks, withLooks } from './looks.ts'
import { byOf, charactersOf, type Item, isAround, isOfBase } from './stream.ts'
import type { IntoWriting } from './types.ts'
import { wholeTracked } from './whole-tracked.ts'

/** What comes to one place of the base. */
export interface Arrival {
  /** Items of the other stream that come, by their index. */
  items: readonly number[]
  /** Markup that is no words: starts and ends of comments. */
  before: string
  after: string
}

type Piece =
  /** Stands in the mark that is around it, if any. */
  | { as: 'own'; markup: string }
  /** Stands outside of every mark. */
  | { as: 'new'; markup: string }
  /** An inserted end of a paragraph, with its properties. */
  | { as: 'end'; markup: string }
  | { as: 'block'; markup: string }

/**
 * The splices that put what comes and goes in one container of another file into this one, at the same places of their
 * base.
 *
 * @param items of this file's container
 * @param other of the other file's
 * @param gone offsets of the base that go, by whom
 * @param arrivals what comes, by the offset before which it does
 * @param looks of the other file's, by offset
 * @returns the splices, and the changes of looks that they make
 */
export function splicesInto(
  writing: IntoWriting,
  container: XmlElement,
  items: readonly Item[],
  other: readonly Item[],
  gone: ReadonlyMap<number, By>,
  arrivals: ReadonlyMap<number, Arrival>,
  looks: ReadonlyMap<number, NewLooks>,
): { splices: Splice[]; looked: Set<XmlElement> } {
  const { w, text } = writing
  const offsets = new Map<Item, number>()
  const byNode = new Map<XmlElement, Item[]>()
  const touched = new Set<XmlElement>()
  /** Of a paragraph, the offset of the first of the base that is in it. */
  const firstOf = new Map<XmlElement, number>()
  const splices: Splice[] = []
  /** Offsets of the base at which whole blocks come before a paragraph. */
  const ahead = new Set<number>()
  /** Of the rows around a place, whether they go whole. */
  const goneRows: boolean[] = []
  const looked = new Set<XmlElement>()
  const deletion = (by: By) => `<${w}del ${writing.mark(by)}/>`
  let offset = 0
  for (const item of items) {
    const own = byNode.get(item.node)
    if (own) own.push(item)
    else byNode.set(item.node, [item])
    if (!isOfBase(item)) continue
    offsets.set(item, offset)
    if (item.paragraph && !firstOf.has(item.paragraph)) firstOf.set(item.paragraph, offset)
    const by = item.standing === 'base' ? gone.get(offset) : undefined
    const comes = arrivals.get(offset)
    if ((by || comes || looks.has(offset)) && item.paragraph) touched.add(item.paragraph)
    if (comes && !item.paragraph) {
      const at = item.kind === 'close' ? item.node.innerEnd : item.node.start
      splices.push({ start: at, end: at, text: blocksOnly(arrived(comes)) })
    }
    if (item.kind === 'row') goneRows.push(by !== undefined || item.standing === 'out')
    else if (item.kind === 'close' && item.node.name === 'w:tr') goneRows.pop()
    if (by && item.kind === 'row') splices.push(propertyMark(writing, item.node, deletion(by)))
    // Of a row that goes whole, that says it all.
    if (by && item.kind === 'cell' && !goneRows.at(-1))
      splices.push(propertyMark(writing, item.node, `<${w}cellDel ${writing.mark(by)}/>`))
    offset += 1
  }
  const last = arrivals.get(offset)
  if (last) {
    const behind = elementsOf(container).findLast(({ name }) => name !== 'w:sectPr')
    const at = behind?.end ?? container.innerStart
    splices.push({ start: at, end: at, text: blocksOnly(arrived(last)) })
  }
  for (const paragraph of touched)
    splices.push({ start: paragraph.start, end: paragraph.end, text: written(paragraph) })
  return { splices, looked }

  /** The looks that the other file gives to something here that stays and looks as it did in the base. */
  function lookOf(item: Item): NewLooks | undefined {
    const at = offsets.get(item)
    const look = at === undefined || item.standing !== 'base' || gone.has(at) ? undefined : looks.get(at)
    const own = item.kind === 'end' ? child(item.node, 'w:pPr') : child(item.run, 'w:rPr')
    if (!look || !canTake(own, look, writing.list)) return undefined
    looked.add(look.change)
    return look
  }

  /** What comes before a base's item, but for whole blocks that stand before its paragraph already. */
  function coming(at: number | undefined): Piece[] {
    const comes = at === undefined ? undefined : arrivals.get(at)
    if (!comes) return []
    const pieces = arrived(comes)
    return ahead.has(at!) ? pieces.slice(lastBlock(pieces) + 1) : pieces
  }

  function arrived({ items: indexes, before, after }: Arrival): Piece[] {
    const pieces: Piece[] = before === '' ? [] : [{ as: 'new', markup: before }]
    const done = new Set<XmlElement>()
    let skip = 0
    for (const index of indexes) {
      const item = other[index]!
      if (index < skip) continue
      if (item.kind === 'table' || item.kind === 'row' || item.kind === 'cell') {
        pieces.push({ as: 'block', markup: goesOver(wholeTracked(item.node)) })
        skip = item.until!
      } else if (item.kind === 'end') pieces.push({ as: 'end', markup: endProperties(item) })
      else if (item.whole && !done.has(item.whole)) {
        done.add(item.whole)
        const inner = goesOver(item.whole)
        pieces.push({ as: 'new', markup: inner })
      }
    }
    if (after !== '') pieces.push({ as: 'new', markup: after })
    return pieces
  }

  /** An element of the other file with all its marks, each with an id of this one. */
  function goesOver(element: XmlElement): string {
    const { passage, names } = writing
    const over: Passage = {
      ...passage,
      element: (node, inner) => {
        // What moved here comes here, since its other end is not carried as a move.
        if (node.name === 'w:moveFrom') return ''
        if (!isAround(node)) return passage.element(node, inner)
        const name = w + (overNames.get(node.name) ?? 'ins')
        const held = inner()
        const open = `<${name} ${writing.mark(byOf(node))}`
        return held === '' ? `${open}/>` : `${open}>${held}</${name}>`
      },
    }
    return serialize(element, names, over)
  }

  function endProperties({ node, by }: Item): string {
    const own = child(node, 'w:pPr')
    const over = (parent: XmlElement | undefined, left: RegExp) =>
      elementsOf(parent)
        .filter(({ name }) => !left.test(name))
        .map((one) => serialize(one, writing.names, writing.passage))
        .join('')
    const looks = over(own, /^w:(?:rPr|sectPr|pPrChange)$/)
    const end = over(child(own, 'w:rPr'), /^w:(?:ins|del|moveFrom|moveTo|rPrChange)$/)
    return `<${w}pPr>${looks}<${w}rPr><${w}ins ${writing.mark(by ?? { author: '' })}/>${end}</${w}rPr></${w}pPr>`
  }

  function written(paragraph: XmlElement): string {
    const own = child(paragraph, 'w:pPr')
    const first = firstOf.get(paragraph)
    const comes = first === undefined ? undefined : arrivals.get(first)
    const blocks = comes ? arrived(comes) : []
    // What somebody else put in at its start stays in it.
    if (first !== undefined && lastBlock(blocks) >= 0) ahead.add(first)
    const end = byNode.get(paragraph)?.find(({ kind }) => kind === 'end')
    const at = end && offsets.get(end)
    const pieces = [...blocks.slice(0, lastBlock(blocks) + 1), ...inside(paragraph, own), ...coming(at)]
    const by = at !== undefined && end!.standing === 'base' ? gone.get(at) : undefined
    let markup = ''
    let line = ''
    for (const piece of pieces) {
      if (piece.as === 'end') {
        markup += `<${w}p>${piece.markup}${line}</${w}p>`
        line = ''
      } else if (piece.as === 'block') {
        if (line !== '') throw cannot()
        markup += piece.markup
      } else line += piece.markup
    }
    const properties = own ? text.slice(own.start, own.end) : ''
    const look = end && lookOf(end)
    const marked = by
      ? endMark(writing, own, deletion(by))
      : look
        ? withLooks(writing, own, look)
        : properties
    return markup + openTag(writing, paragraph) + marked + line + closeTag(writing, paragraph)
  }

  function inside(parent: XmlElement, left?: XmlElement): Piece[] {
    return parent.children.flatMap((node): Piece[] => {
      if (node.type === 'text' || node === left) return []
      if (node.name === 'w:r') return runPieces(node)
      const raw: Piece = { as: 'own', markup: text.slice(node.start, node.end) }
      if (isAround(node)) return aroundPieces(node, inside(node))
      if (node.name.startsWith('m:')) return equationPieces(node, raw)
      const inner = node.name === 'w:sdt' ? child(node, 'w:sdtContent') : node
      if (!inner || node.name.endsWith('Pr')) return [raw]
      const first = byNode.get(node)?.[0]
      const at = first && offsets.get(first)
      const before = coming(at)
      const pieces = inside(inner)
      const same = pieces.every(({ as }) => as === 'own')
      if (same && pieces.map(({ markup }) => markup).join('') === withoutText(inner)) return [...before, raw]
      const held = pieces.filter(({ as }) => as === 'own' || as === 'new').map(({ markup }) => markup)
      const rest = pieces.filter(({ as }) => as === 'end' || as === 'block')
      const whole =
        text.slice(node.start, inner.innerStart) + held.join('') + text.slice(inner.innerEnd, node.end)
      return [...before, { as: 'own', markup: whole }, ...rest]
    })
  }

  function equationPieces(node: XmlElement, raw: Piece): Piece[] {
    const item = byNode.get(node)?.[0]
    const at = item && offsets.get(item)
    if (at === undefined) return [raw]
    const by = item!.standing === 'base' ? gone.get(at) : undefined
    const markup = by ? `<${w}del ${writing.mark(by)}>${raw.markup}</${w}del>` : raw.markup
    return [...coming(at), { as: 'own', markup }]
  }

  function withoutText(inner: XmlElement): string {
    return elementsOf(inner)
      .map(({ start, end }) => text.slice(start, end))
      .join('')
  }

  /** A mark around what is its own; what comes into its midst parts it. */
  function aroundPieces(node: XmlElement, inner: Piece[]): Piece[] {
    if (inner.every(({ as }) => as === 'own'))
      return [{ as: 'own', markup: text.slice(node.start, node.end) }]
    const pieces: Piece[] = []
    let held = ''
    let first = true
    const tag = /^<([^\s/>]+)/.exec(text.slice(node.start, node.innerStart))![1]!
    const by = byOf(node)
    const close = () => {
      if (held === '') return
      const open = first ? text.slice(node.start, node.innerStart) : `<${tag} ${writing.mark(by)}>`
      pieces.push({ as: 'own', markup: `${open}${held}</${tag}>` })
      first = false
      held = ''
    }
    for (const piece of inner) {
      if (piece.as === 'own') {
        held += piece.markup
        continue
      }
      close()
      pieces.push(piece)
    }
    close()
    return pieces
  }

  /** A run, cut where something comes or goes in it. */
  function runPieces(run: XmlElement): Piece[] {
    const leaves = elementsOf(run).filter(({ name }) => name !== 'w:rPr')
    const touchedHere = leaves.some((leaf) =>
      byNode.get(leaf)?.some((item) => {
        const at = offsets.get(item)
        return (
          at !== undefined &&
          (arrivals.has(at) || looks.has(at) || (item.standing === 'base' && gone.has(at)))
        )
      }),
    )
    if (!touchedHere) return [{ as: 'own', markup: text.slice(run.start, run.end) }]
    const own = child(run, 'w:rPr')
    const properties = own ? text.slice(own.start, own.end) : ''
    const pieces: Piece[] = []
    let content = ''
    let by: By | undefined
    let look: NewLooks | undefined
    const flush = () => {
      if (content !== '') {
        const open = openTag(writing, run) + (look ? withLooks(writing, own, look) : properties)
        const markup = `${open}${content}${closeTag(writing, run)}`
        pieces.push(
          by
            ? { as: 'own', markup: `<${w}del ${writing.mark(by)}>${markup}</${w}del>` }
            : { as: 'own', markup },
        )
      }
      content = ''
    }
    const turn = (item: Item) => {
      const at = offsets.get(item)
      const next = at !== undefined && item.standing === 'base' ? gone.get(at) : undefined
      const comes = at !== undefined && arrivals.has(at)
      const looksNow = lookOf(item)
      if (comes || next?.author !== by?.author || next?.date !== by?.date || looksNow !== look) {
        flush()
        if (comes) pieces.push(...coming(at))
        by = next
        look = looksNow
      }
    }
    for (const leaf of leaves) {
      const items = byNode.get(leaf)
      if (!items) {
        content += text.slice(leaf.start, leaf.end)
        continue
      }
      if (items[0]!.kind === 'object') {
        turn(items[0]!)
        content += text.slice(leaf.start, leaf.end)
        continue
      }
      const characters = charactersOf(leaf)
      let from = 0
      const part = (to: number) => {
        if (to > from) content += characterMarkup(leaf, characters.slice(from, to), by !== undefined)
        from = to
      }
      for (const item of items) {
        const at = offsets.get(item)
        const next = at !== undefined && item.standing === 'base' ? gone.get(at) : undefined
        const turns =
          (at !== undefined && arrivals.has(at)) ||
          next?.author !== by?.author ||
          next?.date !== by?.date ||
          lookOf(item) !== look
        if (turns) {
          part(item.at)
          turn(item)
        }
      }
      part(characters.length)
    }
    flush()
    return pieces
  }

  function characterMarkup(leaf: XmlElement, characters: string, isGone: boolean): string {
    const local = leaf.name.slice(2)
    const name = !isGone ? local : local === 't' ? 'delText' : local === 'instrText' ? 'delInstrText' : local
    return `<${w}${name} xml:space="preserve">${escapeXml(characters)}</${w}${name}>`
  }
}

/** Marks of the other file, with their names here: what moved there comes here. */
const overNames = new Map([
  ['w:del', 'del'],
  ['w:cellIns', 'cellIns'],
  ['w:cellDel', 'cellDel'],
])

function lastBlock(pieces: readonly Piece[]): number {
  return pieces.findLastIndex(({ as }) => as === 'end' || as === 'block')
}

function cannot(): Problem {
  return new Problem('combine', 'has a table put into the midst of a paragraph, which cannot be combined')
}

/** Paragraphs, tables, rows and cells that come between others. */
function blocksOnly(pieces: readonly Piece[]): string {
  let markup = ''
  let line = ''
  for (const piece of pieces) {
    if (piece.as === 'block') markup += piece.markup
    else if (piece.as === 'end') {
      markup += paragraphOf(piece.markup, line)
      line = ''
    } else line += piece.markup
  }
  if (line !== '') throw cannot()
  return markup
}

function paragraphOf(properties: string, line: string): string {
  const prefix = /^<([\w.-]*:)?pPr/.exec(properties)![1] ?? ''
  return `<${prefix}p>${properties}${line}</${prefix}p>`
}

function endMark({ text, w }: IntoWriting, own: XmlElement | undefined, mark: string): string {
  if (!own) return `<${w}pPr><${w}rPr>${mark}</${w}rPr></${w}pPr>`
  const looks = child(own, 'w:rPr')
  const inTag = (element: XmlElement, inner: string) =>
    openTag({ text }, element) + inner + closeTag({ text }, element)
  if (!looks) {
    // Before a section and a change of looks (ECMA-376 part 1, 17.3.1.26).
    const at =
      elementsOf(own).find(({ name }) => name === 'w:sectPr' || name === 'w:pPrChange')?.start ?? own.innerEnd
    return inTag(
      own,
      `${text.slice(own.innerStart, at)}<${w}rPr>${mark}</${w}rPr>${text.slice(at, own.innerEnd)}`,
    )
  }
  // Behind an insertion, before all looks.
  const at =
    elementsOf(looks).findLast(({ name }) => name === 'w:ins' || name === 'w:moveTo')?.end ?? looks.innerStart
  const marked = inTag(looks, text.slice(looks.innerStart, at) + mark + text.slice(at, looks.innerEnd))
  return inTag(own, text.slice(own.innerStart, looks.start) + marked + text.slice(looks.end, own.innerEnd))
}

/** Puts a mark into the properties of a row or cell, which may have none. */
function propertyMark({ text, w }: IntoWriting, node: XmlElement, mark: string): Splice {
  const name = node.name === 'w:tr' ? 'trPr' : 'tcPr'
  const own = child(node, `w:${name}`)
  if (own && own.innerStart !== own.end) {
    const at = child(own, `w:${name}Change`)?.start ?? own.innerEnd
    return { start: at, end: at, text: mark }
  }
  if (own)
    return {
      start: own.start,
      end: own.end,
      text: `${openTag({ text }, own)}${mark}${closeTag({ text }, own)}`,
    }
  const at = child(node, 'w:tblPrEx')?.end ?? node.innerStart
  return { start: at, end: at, text: `<${w}${name}>${mark}</${w}${name}>` }
}
