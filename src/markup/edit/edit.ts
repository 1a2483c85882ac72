import {
  elementsOf,
  encodePart,
  openPackage,
  type Splice,
  splice,
  type ViewedParagraph,
  writePackage,
  type XmlElement,
} from '../../ooxml/index.ts'
import { Problem } from '../../problem.ts'
import { namesOf } from '../carry/names.ts'
import { CarriedParts } from '../carry/parts.ts'
import { NewComments } from '../new-comments.ts'
import type { By } from '../tokens/types.ts'
import { idsAfter, marksIn } from '../write/marks.ts'
import type { EditableWord } from './editable.ts'
import { leavesOf } from './leaves.ts'
import { clauseSplices, goneEnd } from './new-paragraph.ts'
import { arrive, lengthOf, type Plans, spotOf, takeOut } from './operations.ts'
import { proveEdits } from './prove.ts'
import { runLike, runSplices, type Scribe } from './runs.ts'
import type { ClauseEdit, EditOptions, WordEdit } from './types.ts'

/**
 * Makes edits in a Word file, each tracked: everything else of it stays as it is, what others tracked too. Before it is
 * given out, it is read again: with the edits rejected it must say what the file says, with all accepted what was asked.
 *
 * @param word the file, as {@link openForEdits} reads it
 * @param edits in any order; none may lie over another
 * @returns the file's bytes
 * @throws Problem where an edit has no place, cuts a field, or lies over another
 * @example
 * const word = openForEdits(bytes)
 * editWord(word, [{ kind: 'words', at: { paragraph: word.paragraphs[0], start: 0, end: 4, text: 'This' } }], { author: 'Counsel' })
 */
export function editWord(word: EditableWord, edits: readonly WordEdit[], options: EditOptions): Uint8Array {
  const { file } = word
  requireApart(edits)
  const part = file.xml(file.main)
  const ids = idsAfter(file)
  const ours = new Set<number>()
  const w = namesOf(part.root).name('w:x').name.slice(0, -1)
  const { author, date } = options
  const marks = marksIn(ids, w, { author, ...(date !== undefined && { date }) })
  const scribe: Scribe = {
    text: part.text,
    w,
    mark() {
      const id = ids.next()
      ours.add(id)
      return marks.attributes(undefined, id)
    },
    id: () => ids.next(),
  }
  const remarks: Remarks = {
    all: new NewComments(file),
    by: { author, ...(date !== undefined && { date }) },
  }
  const plans: Plans = new Map()
  const splices: Splice[] = []
  const added = new Map<ViewedParagraph, ClauseEdit[]>()
  for (const edit of inOrder(edits, word)) {
    if (edit.kind === 'answer') splices.push(...answered(scribe, part.root, remarks, edit))
    else if (edit.kind === 'clause') {
      const own = added.get(edit.after)
      if (own) own.push(edit)
      else added.set(edit.after, [edit])
    } else if (edit.kind === 'gone') {
      const leaves = leavesOf(edit.paragraph)
      const [first, last] = [leaves[0], leaves.at(-1)]
      if (first && last) {
        const spot = { first: { leaf: first, offset: 0 }, last: { leaf: last, offset: lengthOf(last) } }
        const { open, close } = remarkMarks(scribe, remarks, edit.remark)
        if (open !== '') arrive(plans, spot.first, { kind: 'plain', markup: open })
        takeOut(plans, leaves, spot)
        if (close !== '') arrive(plans, spot.last, { kind: 'plain', markup: close })
      }
      splices.push(...goneEnd(scribe, part.root, edit.paragraph))
    } else {
      const leaves = leavesOf(edit.at.paragraph)
      const spot = spotOf(leaves, edit.at.start, edit.at.end)
      const { open, close } = remarkMarks(scribe, remarks, edit.remark)
      if (open !== '') arrive(plans, spot.first, { kind: 'plain', markup: open })
      if (edit.kind === 'words') {
        if (edit.at.end > edit.at.start) takeOut(plans, leaves, spot)
        if (edit.text !== '')
          arrive(plans, spot.last, { kind: 'ins', markup: runLike(scribe, edit.text, spot.looks) })
      }
      if (close !== '') arrive(plans, spot.last, { kind: 'plain', markup: close })
    }
  }
  for (const [after, clauses] of added) {
    const written = clauses.map((edit) => ({ edit, remark: remarkMarks(scribe, remarks, edit.remark) }))
    splices.push(...clauseSplices(scribe, part.root, word.lists, after, written))
  }
  const text = splice(part.text, [...splices, ...runSplices(scribe, plans)])
  const parts = new CarriedParts(file, file)
  const comments = remarks.all.changes(parts)
  const bytes = writePackage(
    file,
    new Map([...comments, ...parts.changes(), [part.name, encodePart({ ...part, text })]]),
  )
  proveEdits(openPackage(bytes), word, edits, ours)
  return bytes
}

/** Comments that come into the file, and whose they are. */
interface Remarks {
  all: NewComments
  by: By
}

/** In reading order: what is at one place as it was given. */
function inOrder(edits: readonly WordEdit[], { paragraphs }: EditableWord): WordEdit[] {
  const numbers = new Map(paragraphs.map((paragraph, at) => [paragraph, at]))
  const placeOf = (edit: WordEdit): [paragraph: number, start: number, end: number] => {
    if (edit.kind === 'answer') return [-1, 0, 0]
    if (edit.kind === 'gone') return [numbers.get(edit.paragraph) ?? -1, 0, 0]
    return edit.kind === 'clause'
      ? [numbers.get(edit.after) ?? -1, Number.MAX_SAFE_INTEGER, 0]
      : [numbers.get(edit.at.paragraph) ?? -1, edit.at.start, edit.at.end]
  }
  return edits
    .map((edit) => ({ edit, place: placeOf(edit) }))
    .sort((a, b) => a.place[0] - b.place[0] || a.place[1] - b.place[1] || a.place[2] - b.place[2])
    .map(({ edit }) => edit)
}

function requireApart(edits: readonly WordEdit[]): void {
  const byParagraph = new Map<ViewedParagraph, { start: number; end: number }[]>()
  for (const edit of edits) {
    if (edit.kind !== 'words') continue
    const own = byParagraph.get(edit.at.paragraph) ?? []
    byParagraph.set(edit.at.paragraph, own)
    if (own.some(({ start, end }) => edit.at.start < end && start < edit.at.end))
      throw new Problem('conflict', 'two edits take out the same words')
    own.push(edit.at)
  }
}

function remarkMarks(
  { w, id }: Scribe,
  remarks: Remarks,
  lines: readonly string[] | undefined,
): { open: string; close: string } {
  if (!lines || lines.length === 0) return { open: '', close: '' }
  const number = id()
  remarks.all.add(number, remarks.by, lines)
  return rangeOf(w, number)
}

function rangeOf(w: string, number: number): { open: string; close: string } {
  return {
    open: `<${w}commentRangeStart ${w}id="${number}"/>`,
    close: `<${w}commentRangeEnd ${w}id="${number}"/><${w}r><${w}commentReference ${w}id="${number}"/></${w}r>`,
  }
}

/** An answer stands where the comment stands. */
function answered(
  { w, id }: Scribe,
  root: XmlElement,
  remarks: Remarks,
  { to, remark }: Extract<WordEdit, { kind: 'answer' }>,
): Splice[] {
  const number = id()
  remarks.all.answer(to, number, remarks.by, remark)
  const { open, close } = rangeOf(w, number)
  const marks = new Map(
    ['w:commentRangeStart', 'w:commentRangeEnd'].map((name) => [name, find(root, name, to)]),
  )
  const reference = runOf(root, to)
  const [start, end] = [marks.get('w:commentRangeStart'), reference ?? marks.get('w:commentRangeEnd')]
  if (!end)
    throw new Problem('comment', `comment ${to} stands at no words of the body: it cannot be answered`)
  return [
    ...(start ? [{ start: start.end, end: start.end, text: open }] : []),
    { start: end.end, end: end.end, text: start ? close : close.slice(close.indexOf('/>') + 2) },
  ]
}

function find(node: XmlElement, name: string, id: string): XmlElement | undefined {
  for (const one of elementsOf(node)) {
    if (one.name === name && one.attributes['w:id'] === id) return one
    const inner = find(one, name, id)
    if (inner) return inner
  }
  return undefined
}

/** The run that refers to a comment. */
function runOf(node: XmlElement, id: string): XmlElement | undefined {
  for (const one of elementsOf(node)) {
    if (
      one.name === 'w:r' &&
      elementsOf(one, 'w:commentReference').some((ref) => ref.attributes['w:id'] === id)
    )
      return one
    const inner = runOf(one, id)
    if (inner) return inner
  }
  return undefined
}
