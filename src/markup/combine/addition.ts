import {
  elementsOf,
  encodePart,
  type Splice,
  splice,
  type WordPackage,
  writePackage,
  type XmlElement,
} from '../../ooxml/index.ts'
import { Problem } from '../../problem.ts'
import { CarriedDefinitions } from '../carry/definitions.ts'
import { namesOf } from '../carry/names.ts'
import { CarriedParts } from '../carry/parts.ts'
import { passageInto } from '../carry/passage.ts'
import { commentKey, commentsOf } from '../comments.ts'
import { NewComments } from '../new-comments.ts'
import { CarriedNotes } from '../notes/carried.ts'
import { type NoteKind, notesOf } from '../notes/pair.ts'
import type { By } from '../tokens/types.ts'
import { idsAfter, marksIn } from '../write/marks.ts'
import { changesIn, overlap } from './changes.ts'
import type { Container } from './containers.ts'
import { type Arrival, splicesInto } from './into.ts'
import { newLooksIn } from './looks.ts'
import { type Item, isOfBase, wordsOf } from './stream.ts'
import type { Change, CombineReport, Meeting, Wish } from './types.ts'

/** How files are combined. */
export interface CombineOptions {
  /** Whose the comments on conflicts are. */
  author: string
  /** ISO 8601. */
  date?: string
}

/** What one reviewer changed in one container. */
export interface Own {
  file: string
  change: Change
}

/** The changes of a reviewer in a container. */
export function ownChanges(file: string, items: readonly Item[]): Own[] {
  return changesIn(items).map((change) => ({ file, change }))
}

/** What is known beside the two files. */
interface Surroundings {
  base: WordPackage
  /** The reviewer's file, for people. */
  name: string
  /** Changes of the ones before, by container. */
  known: Map<string, Own[]>
  report: CombineReport
  options: CombineOptions
}

/** One reviewer's changes put into the file that has those of the ones before. */
export class Addition {
  private readonly into: WordPackage
  private readonly other: WordPackage
  private readonly around: Surroundings
  private readonly ids
  private readonly parts: CarriedParts
  private readonly definitions: CarriedDefinitions
  private readonly notes: Record<NoteKind, CarriedNotes>
  private readonly comments: NewComments
  /** How many changes of looks were made here. */
  looksMade = 0

  constructor(into: WordPackage, other: WordPackage, around: Surroundings) {
    this.into = into
    this.other = other
    this.around = around
    this.ids = idsAfter(into)
    this.parts = new CarriedParts(other, into)
    this.definitions = new CarriedDefinitions(other, into)
    this.notes = {
      footnote: new CarriedNotes('footnote', other, into, 'ins'),
      endnote: new CarriedNotes('endnote', other, into, 'ins'),
    }
    this.comments = new NewComments(into)
  }

  bytes(pairs: readonly { own: Container; from: Container }[]): Uint8Array {
    const { into } = this
    const splices = new Map<string, Splice[]>()
    for (const { own, from } of pairs)
      splices.set(own.part, [...(splices.get(own.part) ?? []), ...this.container(own, from)])
    const texts = new Map<string, string>()
    for (const [name, some] of splices)
      if (some.length > 0) texts.set(name, splice(into.xml(name).text, some))
    for (const kind of ['footnote', 'endnote'] as const) {
      const notes = this.notes[kind]
      if (notes.isEmpty) continue
      const { part } = notesOf(into, kind)
      if (part === undefined) notes.newPart(this.parts)
      else {
        const text = texts.get(part) ?? into.xml(part).text
        texts.set(part, notes.added(text, text.lastIndexOf('</')))
      }
    }
    const comments = this.comments.changes(this.parts)
    const changes = new Map([...comments, ...this.parts.changes(), ...this.definitions.changes()])
    for (const [name, text] of texts)
      changes.set(into.xml(name).name, encodePart({ ...into.xml(name), text }))
    return writePackage(into, changes)
  }

  private container(own: Container, from: Container): Splice[] {
    const { into, other } = this
    const { options, report, name, known, base } = this.around
    requireSame(own.items, from.items)
    const gone = new Map<number, By>()
    const arrivals = new Map<number, Arrival>()
    const arrive = (at: number, some: Partial<Arrival>) => {
      const now = arrivals.get(at) ?? { items: [], before: '', after: '' }
      arrivals.set(at, {
        items: some.items ?? now.items,
        before: now.before + (some.before ?? ''),
        after: now.after + (some.after ?? ''),
      })
    }
    const part = into.xml(own.part)
    const names = namesOf(part.root)
    const w = names.name('w:x').name.slice(0, -1)
    const remark = (from: number, to: number, id: number) => {
      const end = `<${w}commentRangeEnd ${w}id="${id}"/><${w}r><${w}commentReference ${w}id="${id}"/></${w}r>`
      arrive(from, { before: `<${w}commentRangeStart ${w}id="${id}"/>` })
      arrive(to, { after: end })
    }
    const before = known.get(own.key) ?? []
    const changes = ownChanges(name, from.items)
    const words = baseWords(own.items)
    for (const mine of changes) {
      const { change } = mine
      const same = before.filter((one) => one.change.key === change.key)
      if (same.length > 0) {
        meet(report.shared, words.place(change), [...same, mine])
        continue
      }
      const met = before.filter((one) => overlap(one.change, change))
      let offset = 0
      for (const item of from.items) {
        if (!isOfBase(item)) continue
        if (item.standing === 'out' && offset >= change.from && offset < change.to)
          gone.set(offset, item.by ?? change.by)
        offset += 1
      }
      for (const [at, items] of change.inserted) arrive(at, { items })
      if (met.length === 0) continue
      const place = words.place(change)
      const meeting = meet(report.conflicts, place, [...met, mine])
      const id = this.ids.next()
      this.comments.add(
        id,
        { author: options.author, ...(options.date && { date: options.date }) },
        conflictLines(meeting),
      )
      const [start, stop] = words.within(change)
      remark(start, stop, id)
    }
    for (const { comment, start, stop } of newComments(from, other, base)) {
      const id = this.ids.next()
      this.comments.carry(comment, id)
      const [at, to] = words.within({ from: start, to: stop })
      remark(at, to, id)
    }
    known.set(own.key, [...before, ...changes])
    const marks = marksIn(this.ids, w, { author: options.author })
    const { splices, looked } = splicesInto(
      {
        text: part.text,
        w,
        names,
        passage: passageInto({ file: other, part: from.part }, part.name, {
          parts: this.parts,
          definitions: this.definitions,
          notes: { 'w:footnoteReference': this.notes.footnote, 'w:endnoteReference': this.notes.endnote },
          wrap: (runs) => `<${w}ins ${marks.attributes({ author: authorIn(from.items) })}>${runs}</${w}ins>`,
        }),
        mark: (by) => marks.attributes(by),
        list: { own: this.definitions.list.right, other: this.definitions.list.left },
      },
      own.node,
      own.items,
      from.items,
      gone,
      arrivals,
      newLooksIn(from.items),
    )
    this.looksMade += looked.size
    return splices
  }
}

/** Whose the words of a new note are: one who put something in. */
function authorIn(items: readonly Item[]): string {
  return items.find(({ standing }) => standing === 'in')?.by?.author ?? ''
}

/** @throws Problem where two mark-ups do not hold the same base, sign by sign */
function requireSame(one: readonly Item[], other: readonly Item[]): void {
  const [ours, theirs] = [one.filter(isOfBase), other.filter(isOfBase)]
  const most = Math.max(ours.length, theirs.length)
  for (let at = 0; at < most; at += 1) {
    if (ours[at]?.key === theirs[at]?.key) continue
    const near = wordsOf(theirs.slice(Math.max(0, at - 40), at + 10)).trim()
    throw new Problem(
      'no-common-base',
      `does not hold the same base as the files before it, at “… ${near}”: mark up one and the same file`,
    )
  }
}

/** The words of the base around a change. */
function baseWords(items: readonly Item[]) {
  const base = items.filter(isOfBase)
  const isInLine = (item: Item | undefined) => item?.kind === 'character' || item?.kind === 'object'
  const lineOf = (at: number): [number, number] => {
    let [from, to] = [at, at]
    while (isInLine(base[from - 1])) from -= 1
    while (isInLine(base[to])) to += 1
    return [from, to]
  }
  return {
    /** The paragraph by its first words. */
    place({ from }: Pick<Change, 'from'>): string {
      const line = wordsOf(base.slice(...lineOf(from))).trim()
      const words = line.split(/\s+/)
      return words.length > 10 ? `${words.slice(0, 10).join(' ')} …` : line
    },
    /** Offsets at which a comment on it may start and end: both in paragraphs. */
    within({ from, to }: Pick<Change, 'from' | 'to'>): [number, number] {
      const inLine = (at: number) => base[at]?.paragraph !== undefined
      let [start, stop] = [from, to]
      while (start < base.length - 1 && !inLine(start)) start += 1
      while (start > 0 && !inLine(start)) start -= 1
      while (stop > start && !inLine(stop)) stop -= 1
      return [start, Math.max(start, stop)]
    },
  }
}

function meet(meetings: Meeting[], place: string, all: readonly Own[]): Meeting {
  const meeting = {
    place,
    wishes: all.map(
      ({ file, change }): Wish => ({
        file,
        ...change.by,
        deleted: change.deletedWords,
        inserted: change.insertedWords,
      }),
    ),
  }
  meetings.push(meeting)
  return meeting
}

function conflictLines({ wishes }: Meeting): string[] {
  return [
    'Conflict: several reviewers changed this place. All of it is kept as tracked; nothing was decided.',
    ...wishes.map((wish) => `${wish.author || wish.file}: ${wishWords(wish)}`),
  ]
}

/** What somebody wants, in words. */
export function wishWords({ deleted, inserted }: Pick<Wish, 'deleted' | 'inserted'>): string {
  const quoted = (words: string) => `“${words.length > 120 ? `${words.slice(0, 119)}…` : words}”`
  if (deleted === '') return `${quoted(inserted)} comes`
  return inserted === '' ? `${quoted(deleted)} goes` : `${quoted(deleted)} → ${quoted(inserted)}`
}

/** Comments of a mark-up that its base has not, with the offsets of the base that they are about. */
function newComments(
  { node, items }: Container,
  file: WordPackage,
  base: WordPackage,
): { comment: XmlElement; start: number; stop: number }[] {
  const old = new Set(commentsOf(base).map(commentKey))
  const fresh = new Map(
    commentsOf(file)
      .filter((comment) => !old.has(commentKey(comment)))
      .map((comment) => [comment.attributes['w:id'] ?? '', comment]),
  )
  if (fresh.size === 0) return []
  const ends: number[] = []
  const offsets: number[] = []
  let offset = 0
  for (const item of items) {
    // Both lists are in the order of the file.
    ends.push(item.kind === 'end' || item.kind === 'close' ? item.node.end : item.node.start)
    offsets.push(offset)
    if (isOfBase(item)) offset += 1
  }
  const offsetAt = (place: number): number => {
    const at = ends.findIndex((end) => end >= place)
    return at < 0 ? offset : offsets[at]!
  }
  const found: { comment: XmlElement; start: number; stop: number }[] = []
  const starts = new Map<string, number>()
  const visit = (element: XmlElement) => {
    const id = element.attributes['w:id'] ?? ''
    if (element.name === 'w:commentRangeStart') starts.set(id, offsetAt(element.start))
    const comment = fresh.get(id)
    if (element.name === 'w:commentReference' && comment) {
      const stop = offsetAt(element.start)
      found.push({ comment, start: Math.min(starts.get(id) ?? stop, stop), stop })
    }
    elementsOf(element).forEach(visit)
  }
  visit(node)
  return found
}
