import { child, elementsOf, escapeXml, type XmlElement } from '../../ooxml/index.ts'
import { allBoxesIn } from '../tokens/objects.ts'
import type { By, ParagraphBlock, Part, Token } from '../tokens/types.ts'
import { endTracedBy, isTrace } from '../trace.ts'
import { goneProperties } from './gone.ts'
import { Line } from './line.ts'
import { changedLooks, runAt } from './looks.ts'
import { closeTag, type Looks, openTag, raw, refilled, type Writing } from './writing.ts'

/** What becomes of a stretch of a leaf. */
interface Cut {
  from: number
  to: number
  inserted: boolean
  by?: By
  /** Deleted tokens of the left file before and after it; an `end` among them ends a paragraph. */
  before: Token[]
  after: Token[]
  /** The answering leaf of the left file. */
  left?: Part
  /** Looks that it had in the left file, where they are others. */
  was?: Looks
}

/** A paragraph of the right file and what happens to it. */
export class ParagraphPlan {
  readonly block: ParagraphBlock
  private readonly cuts = new Map<XmlElement, Cut[]>()
  private last: { cut: Cut; left: Token | undefined } | undefined
  private tail: Token[] = []
  private changed = false
  private was: Looks | undefined
  /** Whether its end is inserted, and whose insertion that is. */
  endInserted = false
  endBy: By | undefined

  constructor(block: ParagraphBlock) {
    this.block = block
  }

  /** A token of the paragraph, with what was deleted before it. */
  add(writing: Writing, right: Token, left: Token | undefined, deleted: readonly Token[]): void {
    if (deleted.length > 0 || !left) this.changed = true
    const before = this.holdBack(writing, deleted)
    let offset = 0
    right.parts.forEach((part, index) => {
      const cut: Cut = {
        from: part.from,
        to: part.to,
        inserted: !left,
        ...(part.by && { by: part.by }),
        before: index === 0 ? before : [],
        after: [],
      }
      const answering = left?.parts.length === right.parts.length ? left.parts[index] : undefined
      if (answering && part.to === 0) cut.left = answering
      const was = left && part.run && writing.looks?.before(part.run, runAt(left, offset))
      if (was) {
        cut.was = was
        this.changed = true
      }
      offset += part.to - part.from
      const cuts = this.cuts.get(part.leaf)
      if (cuts) cuts.push(cut)
      else this.cuts.set(part.leaf, [cut])
      this.last = { cut, left }
    })
    if (right.kind === 'object') this.note(writing, right, left)
  }

  /** Its end, and the one that answers it in the left file. */
  close(deleted: readonly Token[], writing: Writing, left: Token | undefined): void {
    const inserted = !left
    this.was = left && writing.looks?.paragraphBefore(this.block.node, left.block?.node)
    if (deleted.length > 0 || inserted || this.was) this.changed = true
    this.tail = this.holdBack(writing, deleted)
    this.endInserted = inserted
    this.endBy = endTracedBy(this.block.node)
  }

  /** Deleted words of a link that stays are put beside its last word, inside; the others are given back. */
  private holdBack(writing: Writing, deleted: readonly Token[]): Token[] {
    const wrapper = this.last?.left && linkOf(writing, this.last.left.parts.at(-1))
    if (!wrapper) return [...deleted]
    let count = 0
    while (count < deleted.length && linkOf(writing, deleted[count]!.parts[0]) === wrapper) count += 1
    this.last!.cut.after.push(...deleted.slice(0, count))
    return deleted.slice(count)
  }

  private note(writing: Writing, right: Token, left: Token | undefined): void {
    right.parts.forEach((part, at) => {
      if (/^w:(?:foot|end)noteReference$/.test(part.leaf.name)) writing.note(part, left?.parts[at])
    })
  }

  /** Its markup: as it stands where nothing happens to it and to the boxes in it. */
  markup(writing: Writing): string {
    const { node } = this.block
    const touched = this.touched(writing)
    if (!this.changed && touched.boxes.size === 0) return raw(writing, node)
    const lines: string[] = []
    let line = new Line()
    const own = child(node, 'w:pPr')
    const onBreak = (end: Token) => {
      lines.push(
        `<${writing.w}p>${goneProperties(writing, end.block!)}${line.markup(writing.wrap)}</${writing.w}p>`,
      )
      line = new Line()
    }
    const put = (deleted: readonly Token[]) => {
      let from = 0
      deleted.forEach((token, at) => {
        if (token.kind !== 'end') return
        writing.gone(line, deleted.slice(from, at))
        onBreak(token)
        from = at + 1
      })
      writing.gone(line, deleted.slice(from))
    }
    const body: Body = { line: () => line, put }
    this.content(writing, node, own, body, touched, true)
    put(this.tail)
    const move = writing.move(this.block)
    const words = line.markup((kind, markup, by) =>
      writing.wrap(move && kind === 'ins' ? 'moveTo' : kind, markup, by),
    )
    const last = `${openTag(writing, node)}${this.properties(writing, own)}${words}${closeTag(writing, node)}`
    return lines.join('') + (move ? writing.inRange('moveTo', move, last) : last)
  }

  private properties(writing: Writing, own: XmlElement | undefined): string {
    if (this.was) return changedLooks(writing, 'pPr', own, this.was.node)
    if (!this.endInserted) return own ? raw(writing, own) : ''
    return insertedEnd(writing, own, this.endBy, writing.move(this.block) ? 'moveTo' : 'ins')
  }

  /** Runs and wrappers of which something changes. */
  private touched(writing: Writing): Touched {
    const nodes = new Set<XmlElement>()
    const boxes = new Map<XmlElement, string>()
    const seen = new Map<XmlElement, Part>()
    if (this.cuts.size === 0) return { nodes, boxes }
    for (const token of this.block.tokens) for (const part of token.parts) seen.set(part.leaf, part)
    for (const [leaf, cuts] of this.cuts) {
      const part = seen.get(leaf)!
      const box = cuts[0]!.left && redlinedBoxes(writing, cuts[0]!.left.leaf, leaf)
      if (box !== undefined) boxes.set(leaf, box)
      if (box === undefined && cuts.every(isPlain)) continue
      nodes.add(leaf)
      if (part.run) nodes.add(part.run)
      for (const wrapper of part.wrappers) nodes.add(wrapper)
    }
    return { nodes, boxes }
  }

  private content(
    writing: Writing,
    parent: XmlElement,
    own: XmlElement | undefined,
    body: Body,
    touched: Touched,
    outside: boolean,
  ): void {
    let at = own?.end ?? parent.innerStart
    for (const node of untraced(parent)) {
      if (node === own) continue
      const between = writing.text.slice(at, node.start)
      if (between.trim() !== '') body.line().add('plain', between)
      at = node.end
      if (!touched.nodes.has(node)) {
        body.line().add('plain', raw(writing, node))
        continue
      }
      if (node.name === 'w:r') this.run(writing, node, body, touched)
      else if (this.cuts.has(node)) this.loneLeaf(writing, node, body, touched)
      else {
        if (outside) this.hoist(writing, node, body)
        const inner = new Line()
        const within: Body = {
          line: () => inner,
          put: (deleted) =>
            writing.gone(
              inner,
              deleted.filter(({ kind }) => kind !== 'end'),
            ),
        }
        this.content(writing, node, undefined, within, touched, false)
        body
          .line()
          .add('plain', openTag(writing, node) + inner.markup(writing.wrap) + closeTag(writing, node))
      }
    }
  }

  /** What was deleted before a link stands before it, not in it, unless it was a word of that link. */
  private hoist(writing: Writing, node: XmlElement, body: Body): void {
    const cut = this.firstCut(node)
    if (!cut) return
    let count = cut.before.length
    const end = cut.before.findLastIndex(({ kind }) => kind === 'end')
    while (count > end + 1 && linkOf(writing, cut.before[count - 1]!.parts[0])) count -= 1
    body.put(cut.before.slice(0, count))
    cut.before = cut.before.slice(count)
  }

  private firstCut(node: XmlElement): Cut | undefined {
    const own = this.cuts.get(node)?.[0]
    if (own) return own
    for (const inner of elementsOf(node)) {
      const found = this.firstCut(inner)
      if (found) return found
    }
    return undefined
  }

  private loneLeaf(writing: Writing, node: XmlElement, body: Body, touched: Touched): void {
    for (const cut of this.cuts.get(node)!) {
      body.put(cut.before)
      body.line().add(cut.inserted ? 'ins' : 'plain', touched.boxes.get(node) ?? raw(writing, node), cut.by)
      body.put(cut.after)
    }
  }

  private run(writing: Writing, run: XmlElement, body: Body, touched: Touched): void {
    const looks = child(run, 'w:rPr')
    const open = (was: Looks | undefined) =>
      openTag(writing, run) +
      (was ? changedLooks(writing, 'rPr', looks, was.node) : looks ? raw(writing, looks) : '')
    const close = closeTag(writing, run)
    let content = ''
    let state: Cut | undefined
    const flush = () => {
      if (content !== '')
        body.line().add(state?.inserted ? 'ins' : 'plain', open(state?.was) + content + close, state?.by)
      content = ''
    }
    for (const leaf of elementsOf(run)) {
      if (leaf === looks) continue
      const cuts = this.cuts.get(leaf)
      if (!cuts) {
        content += raw(writing, leaf)
        continue
      }
      for (const cut of joined(cuts)) {
        if (cut.before.length > 0) {
          flush()
          body.put(cut.before)
        }
        if (state && !sameState(state, cut)) flush()
        state = cut
        content += piece(writing, leaf, cut, touched)
        if (cut.after.length > 0) {
          flush()
          body.put(cut.after)
        }
      }
    }
    flush()
  }
}

/** What an element holds; what stands in the trace of a change stands in the element. */
function untraced(element: XmlElement): XmlElement[] {
  return elementsOf(element).flatMap((node) => (isTrace(node) ? untraced(node) : [node]))
}

interface Body {
  line(): Line
  put(deleted: readonly Token[]): void
}

interface Touched {
  nodes: ReadonlySet<XmlElement>
  boxes: ReadonlyMap<XmlElement, string>
}

const links = new Set(['w:hyperlink', 'w:fldSimple', 'w:sdt'])

/** The link, simple field or control that a deleted word stood in and that outlasts it. */
function linkOf(writing: Writing, part: Part | undefined): XmlElement | undefined {
  return part?.wrappers.find((wrapper) => links.has(wrapper.name) && !writing.goesWhole(wrapper))
}

function isPlain({ inserted, before, after, was }: Cut): boolean {
  return !inserted && !was && before.length === 0 && after.length === 0
}

function sameState(one: Cut, other: Cut): boolean {
  return (
    one.inserted === other.inserted &&
    one.was?.key === other.was?.key &&
    one.by?.author === other.by?.author &&
    one.by?.date === other.by?.date
  )
}

/** Cuts of one leaf that follow each other and have the same state, as one. */
function joined(cuts: readonly Cut[]): Cut[] {
  const all: Cut[] = []
  for (const cut of cuts) {
    const last = all.at(-1)
    if (last && sameState(last, cut) && last.after.length === 0 && cut.before.length === 0) {
      last.to = cut.to
      last.after = cut.after
    } else all.push({ ...cut })
  }
  return all
}

function piece(writing: Writing, leaf: XmlElement, { from, to }: Cut, { boxes }: Touched): string {
  if (leaf.name !== 'w:t') return boxes.get(leaf) ?? raw(writing, leaf)
  const words = leaf.children.map((node) => (node.type === 'text' ? node.text : '')).join('')
  if (from === 0 && to === words.length) return raw(writing, leaf)
  return `<${writing.w}t xml:space="preserve">${escapeXml(words.slice(from, to))}</${writing.w}t>`
}

/** A drawing that both sides have, with its text boxes redlined; undefined where these are the same. */
function redlinedBoxes(writing: Writing, left: XmlElement, right: XmlElement): string | undefined {
  const [ours, theirs] = [allBoxesIn(left), allBoxesIn(right)]
  if (theirs.length === 0 || ours.length !== theirs.length) return undefined
  let markup = ''
  let at = right.start
  theirs.forEach((box, index) => {
    const steps = writing.steps(writing.read.left(ours[index]!), writing.read.right(box))
    const inner = writing.container(box, steps)
    markup += writing.text.slice(at, box.start) + refilled(writing, box, inner)
    at = box.end
  })
  markup += writing.text.slice(at, right.end)
  return markup === raw(writing, right) ? undefined : markup
}

/** The properties of a paragraph whose end is inserted. */
export function insertedEnd(
  writing: Writing,
  own: XmlElement | undefined,
  by: By | undefined,
  kind: 'ins' | 'moveTo' = 'ins',
): string {
  const { w, text } = writing
  const mark = `<${w}${kind} ${writing.mark(by)}/>`
  if (!own) return `<${w}pPr><${w}rPr>${mark}</${w}rPr></${w}pPr>`
  const looks = child(own, 'w:rPr')
  if (looks) {
    return (
      openTag(writing, own) +
      text.slice(own.innerStart, looks.start) +
      openTag(writing, looks) +
      mark +
      text.slice(looks.innerStart, looks.innerEnd) +
      closeTag(writing, looks) +
      text.slice(looks.end, own.innerEnd) +
      closeTag(writing, own)
    )
  }
  const after =
    elementsOf(own).find(({ name }) => name === 'w:sectPr' || name === 'w:pPrChange')?.start ?? own.innerEnd
  return (
    openTag(writing, own) +
    text.slice(own.innerStart, after) +
    `<${w}rPr>${mark}</${w}rPr>` +
    text.slice(after, own.innerEnd) +
    closeTag(writing, own)
  )
}
