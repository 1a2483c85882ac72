import {
  child,
  elementsOf,
  encodePart,
  type WordPackage,
  writePackage,
  type XmlElement,
  type XmlPart,
} from '../ooxml/index.ts'
import { tokensIn } from './align/blocks.ts'
import { type Move, movesIn } from './align/moves.ts'
import { alignStory } from './align/story.ts'
import { cutTrackedWords } from './align/tracked-words.ts'
import type { Step } from './align/types.ts'
import { CarriedDefinitions } from './carry/definitions.ts'
import { namesOf } from './carry/names.ts'
import { CarriedParts } from './carry/parts.ts'
import { type Luggage, passageInto } from './carry/passage.ts'
import { earlierDeletions, goneAt, whoseDeletions } from './earlier.ts'
import { pairHeaders } from './headers.ts'
import { CarriedNotes } from './notes/carried.ts'
import { type NoteKeys, type NoteKind, notesOf, pairNotes } from './notes/pair.ts'
import { short } from './short.ts'
import { storyParts } from './story-parts.ts'
import { withoutContents } from './tokens/computed.ts'
import { blockReader } from './tokens/read.ts'
import type { Block, By, Cell, Token } from './tokens/types.ts'
import { hasTraces, withoutTraces } from './trace.ts'
import { writeContainer } from './write/container.ts'
import { goneBlock, writeGone } from './write/gone.ts'
import { looksOf } from './write/looks.ts'
import { type Ids, idsAfter, marksIn } from './write/marks.ts'
import { type Looks, refilled, type Writing } from './write/writing.ts'

/** What a redline is made with. */
export interface RedlineOptions {
  author: string
  /** ISO 8601; without it the changes have no date. */
  date?: string
  /**
   * Whether what cross-references and tables of contents show is compared, to the letter (by default); without, what the
   * right file shows stands, as it does once Word works it out anew.
   */
  fieldResults?: boolean
  /** Whether a paragraph that stands elsewhere is shown as moved (by default), and not as deleted and inserted. */
  moves?: boolean
  /** Whether other looks and numbering of the same words are shown as changes of looks; by default not. */
  formatting?: boolean
}

/**
 * The right file with the left's words as deletions and its own new ones as insertions: accepting all gives the right,
 * rejecting all the left. Neither may have tracked
 * changes; those that the right had may have left traces ({@link trace}), and keep their author and date.
 */
export function redlineFiles(
  left: WordPackage,
  right: WordPackage,
  options: RedlineOptions,
): { bytes: Uint8Array; notShown: string[] } {
  const redline = new Redline(left, right, options)
  return { bytes: redline.bytes(), notShown: redline.notShown() }
}

class Redline {
  private readonly left: WordPackage
  private readonly right: WordPackage
  private readonly ids: Ids
  private readonly by: By
  private readonly results: boolean
  private readonly parts: CarriedParts
  private readonly definitions: CarriedDefinitions
  private readonly notes: Record<NoteKind, CarriedNotes>
  private readonly keys: NoteKeys
  private readonly moves: boolean
  private readonly formatting: boolean
  private readonly moved = new Map<Block, Move>()
  private lastMove = 0
  private readonly merged: Cell[] = []
  private readonly rangeIds = new Map<string, number>()
  /** Ids of notes of the right by kind, with the answering ones of the left. */
  private readonly notePairs: Record<NoteKind, Map<string, string | undefined>> = {
    footnote: new Map(),
    endnote: new Map(),
  }

  constructor(
    left: WordPackage,
    right: WordPackage,
    { author, date, fieldResults = true, moves = true, formatting = false }: RedlineOptions,
  ) {
    this.left = left
    this.right = right
    this.by = { author, ...(date !== undefined && { date }) }
    this.results = fieldResults
    this.moves = moves
    this.formatting = formatting
    this.ids = idsAfter(right)
    this.parts = new CarriedParts(left, right)
    this.definitions = new CarriedDefinitions(left, right)
    this.keys = pairNotes(left, right)
    this.notes = {
      footnote: new CarriedNotes('footnote', left, right),
      endnote: new CarriedNotes('endnote', left, right),
    }
  }

  bytes(): Uint8Array {
    const { left, right } = this
    const texts = new Map<string, string>()
    const main = right.xml(right.main)
    const body = elementsOf(main.root, 'w:body')[0]
    const ours = elementsOf(left.xml(left.main).root, 'w:body')[0]
    if (body && ours) texts.set(right.main, this.rewritten(left.main, main, body, ours))
    const headers = pairHeaders(left, right)
    for (const { left: from, right: to } of headers.pairs) {
      const part = right.xml(to)
      texts.set(to, this.rewritten(from, part, part.root, left.xml(from).root))
    }
    for (const to of headers.added) {
      const part = right.xml(to)
      texts.set(to, this.rewritten(left.main, part, part.root, undefined))
    }
    for (const kind of ['footnote', 'endnote'] as const) {
      const text = this.notesText(kind)
      if (text !== undefined) texts.set(this.notes[kind].part, text)
      this.notes[kind].newPart(this.parts)
    }
    const changes = new Map([...this.parts.changes(), ...this.definitions.changes()])
    for (const { name } of storyParts(right)) {
      const part = right.xml(name)
      const text = withoutTraces(texts.get(name) ?? part.text)
      if (text !== part.text) changes.set(part.name, encodePart({ ...part, text }))
    }
    return writePackage(right, changes)
  }

  /** What a mark cannot show of what was compared: in words, one line each. */
  notShown(): string[] {
    const [first, ...more] = this.merged
    if (!first) return []
    const words = first.blocks.flatMap(tokensIn).map(({ kind, text }) => (kind === 'end' ? ' ' : text))
    const others = more.length > 0 ? ` and ${more.length} more` : ''
    return [
      `merged cells: “${short(words.join('').trim())}”${others}: merged with others than in the left file`,
    ]
  }

  /** A part with one container of it redlined. */
  private rewritten(from: string, part: XmlPart, node: XmlElement, ours: XmlElement | undefined): string {
    const writing = this.writing(from, part)
    const theirs = writing.read.right(node)
    const before = ours && writing.read.left(ours)
    const steps = before ? writing.steps(before, theirs) : newSteps(theirs)
    if (before && this.moves) this.noteMoves(writing, steps, before, theirs)
    const inner = writing.container(node, steps)
    return part.text.slice(0, node.start) + refilled(part, node, inner) + part.text.slice(node.end)
  }

  private noteMoves(
    writing: Writing,
    steps: readonly Step[],
    before: readonly Block[],
    theirs: readonly Block[],
  ): void {
    const { from, to } = movesIn(steps, before, theirs, (block) =>
      block.tokens.every((token) => writing.deletedBy(token) === undefined),
    )
    const first = this.lastMove
    for (const [block, move] of [...from, ...to]) {
      const number = first + move.number
      this.moved.set(block, { ...move, number })
      this.lastMove = Math.max(this.lastMove, number)
    }
  }

  private notesText(kind: NoteKind): string | undefined {
    const own = notesOf(this.right, kind)
    if (own.part === undefined) return undefined
    const part = this.right.xml(own.part)
    const theirs = notesOf(this.left, kind)
    const writing = this.writing(theirs.part ?? own.part, part)
    let text = ''
    let at = 0
    for (const [id, note] of own.byId) {
      if (!this.notePairs[kind].has(id)) continue
      const other = this.notePairs[kind].get(id)
      const before = other === undefined ? undefined : theirs.byId.get(other)
      const blocks = writing.read.right(note)
      const steps = before ? writing.steps(writing.read.left(before), blocks) : newSteps(blocks)
      text += part.text.slice(at, note.start) + refilled(part, note, writing.container(note, steps))
      at = note.end
    }
    text += part.text.slice(at, part.root.innerEnd)
    return this.notes[kind].added(text + part.text.slice(part.root.innerEnd), text.length)
  }

  /** The id of a range: both its halves have it. */
  private rangeId(range: string): number {
    const id = this.rangeIds.get(range) ?? this.ids.next()
    this.rangeIds.set(range, id)
    return id
  }

  private writing(from: string, part: XmlPart): Writing {
    const { left, right } = this
    const names = namesOf(part.root)
    const w = names.name('w:x').name.slice(0, -1)
    const marks = marksIn(this.ids, w, this.by)
    const wrap: Writing['wrap'] = (kind, markup, by) =>
      `<${w}${kind} ${marks.attributes(by)}>${markup}</${w}${kind}>`
    const luggage: Luggage = {
      parts: this.parts,
      definitions: this.definitions,
      notes: { 'w:footnoteReference': this.notes.footnote, 'w:endnoteReference': this.notes.endnote },
      wrap: (runs) => wrap('del', runs, carrier),
    }
    let carrier: By | undefined
    const isTraced = hasTraces(part.text)
    const kept = new Set<XmlElement>()
    const earlier = new Map<Token, By>()
    const writing: Writing = {
      text: part.text,
      w,
      names,
      passage: passageInto({ file: left, part: from }, part.name, luggage),
      mark: marks.attributes,
      wrap,
      deletedBy: (token) => earlier.get(token),
      carriedFor: (who) => {
        carrier = who
      },
      deletedIn: (tokens, gone) => {
        for (const [token, by] of whoseDeletions(tokens, gone)) earlier.set(token, by)
      },
      read: {
        left: blockReader(left, from, this.keys.left, this.results),
        right: blockReader(right, part.name, this.keys.right, this.results),
      },
      steps: (before, after) => {
        const [ours, theirs] = this.results ? [before, after] : withoutContents(before, after)
        const gone = isTraced ? theirs.flatMap(goneAt) : []
        const aligned = alignStory(ours, theirs)
        const steps = isTraced ? cutTrackedWords(aligned, gone) : aligned
        for (const { left: one, right: other } of steps)
          if (one && other)
            for (const { wrappers } of one.parts) for (const wrapper of wrappers) kept.add(wrapper)
        for (const [token, by] of earlierDeletions(steps, gone)) earlier.set(token, by)
        return steps
      },
      container: (node, steps) => writeContainer(writing, node, steps),
      gone: (line, tokens) => writeGone(writing, line, tokens),
      ...(this.formatting && {
        looks: {
          before: (own, before) =>
            before && otherLooks(looksOf(child(before, 'w:rPr')), looksOf(child(own, 'w:rPr'))),
          paragraphBefore: (own, before) => {
            const { left: ours, right: theirs } = this.definitions.list
            return (
              before &&
              otherLooks(looksOf(child(before, 'w:pPr'), ours), looksOf(child(own, 'w:pPr'), theirs))
            )
          },
        },
      }),
      move: (block) => this.moved.get(block),
      inRange: (kind, { number, first, last }, markup) => {
        const id = this.rangeId(`${kind} ${number}`)
        const name = `${w}name="move-${number}"`
        const start = first ? `<${w}${kind}RangeStart ${marks.attributes(undefined, id)} ${name}/>` : ''
        return start + markup + (last ? `<${w}${kind}RangeEnd ${w}id="${id}"/>` : '')
      },
      goneBlock: (block, words) => goneBlock(writing, block, words),
      goesWhole: (wrapper) => !kept.has(wrapper),
      merged: (cell) => {
        this.merged.push(cell)
      },
      note: (one, other) => {
        const kind = one.leaf.name.slice(2, -9) as NoteKind
        this.notePairs[kind].set(one.leaf.attributes['w:id'] ?? '', other?.leaf.attributes['w:id'])
      },
    }
    return writing
  }
}

function otherLooks(before: Looks, now: Looks): Looks | undefined {
  return before.key === now.key ? undefined : before
}

/** All of a container new, but for its last end, which stays. */
function newSteps(blocks: readonly Block[]): Step[] {
  const steps: Step[] = blocks
    .flatMap((block) => (block.type === 'table' ? [block.token] : block.tokens))
    .map((right) => ({ right }))
  const last = steps.at(-1)?.right
  return last?.kind === 'end' ? [...steps.slice(0, -1), { left: last, right: last }] : steps
}
