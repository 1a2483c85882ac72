import { type EditableWord, openForEdits } from '../../markup/index.ts'
import { elementsOf, type Field, type Paragraph, type XmlElement } from '../../ooxml/index.ts'
import { MARK } from '../mark.ts'
import type { Hand, Line, Remark } from '../types.ts'
import { type Aside, asidesOf } from './asides.ts'
import {
  cellsOf,
  handsOf,
  isMasked,
  isRead,
  type Known,
  paragraphsOf,
  revisionsOf,
  stands,
  textOf,
} from './paragraph.ts'

export { handsOf, type Known, REFERENCE } from './paragraph.ts'

/** A Word file as a round reads it. */
export interface ReadFile {
  word: EditableWord
  lines: Line[]
  comments: Remark[]
  /** Who tracked a change in its body, and when. */
  hands: Hand[]
  /** What stands beside its body: heads and feet of pages, notes, boxes. */
  asides: Aside[]
}

/**
 * The paragraphs of a Word file in reading order, those that are tracked as gone among them.
 *
 * @param known which tracked changes are of what we sent; by default all, so that `base` is `now`
 * @param ours which of those are changes of ours; by default all
 * @throws Problem where the file cannot be read
 */
export function readLines(bytes: Uint8Array, known: Known = () => true, ours: Known = known): ReadFile {
  const word = openForEdits(bytes)
  const body = word.document.stories.find(({ kind }) => kind === 'body')
  const paragraphs = body ? paragraphsOf(body.blocks) : []
  const cells = cellsOf(body?.blocks ?? [])
  const sections = sectionsOf(word)
  const names = bookmarksOf(body?.node)
  const open = new Set<string>()
  const commented = new Set<string>()
  let section = ''
  const lines = paragraphs.map((paragraph, at): Line => {
    section = sections.get(paragraph) ?? section
    const marks = new Set(open)
    const comments = new Set(commented)
    const targets: string[] = []
    for (const { kind, target } of paragraph.pieces) {
      if (target === undefined) continue
      if (kind === 'comment-start') {
        commented.add(target)
        comments.add(target)
      } else if (kind === 'comment-end') commented.delete(target)
      else if (kind === 'comment-reference') comments.add(target)
    }
    for (const { open: opens, name } of names.get(paragraph.node) ?? []) {
      if (!MARK.test(name)) {
        if (opens) targets.push(name)
      } else if (opens) {
        open.add(name)
        marks.add(name)
      } else open.delete(name)
    }
    const revisions = revisionsOf(paragraph)
    const fresh = revisions.filter((one) => !known(one))
    const cell = cells.get(paragraph)
    const moved = fresh.find(({ kind }) => kind === 'moved-from' || kind === 'moved-to')
    return {
      at,
      node: paragraph.node,
      section,
      now: textOf(paragraph, () => true),
      base: textOf(paragraph, known),
      original: textOf(paragraph, () => false),
      printed: textOf(paragraph, undefined),
      references: referencesOf(paragraph),
      targets,
      marks: [...marks],
      hands: handsOf(fresh),
      pending: revisions.some(ours),
      ...(paragraph.pieces.some(isMasked) && { masked: true as const }),
      ...(cell && { cell }),
      ...(moved && { moved: moved.kind === 'moved-from' ? ('from' as const) : ('to' as const) }),
      comments: [...comments],
    }
  })
  const hands = handsOf(paragraphs.flatMap(revisionsOf))
  const asides = asidesOf(word.document, paragraphs, known)
  return { word, lines, comments: remarksOf(word), hands, asides }
}

/** The cross-references of a paragraph in which all tracked changes are accepted. */
function referencesOf({ pieces }: Paragraph): Line['references'] {
  const shown = new Map<Field, string>()
  for (const piece of pieces) {
    const { field, text } = piece
    if (field?.kind !== 'REF' || !isRead(piece) || !stands(piece.revisions, () => true)) continue
    shown.set(field, (shown.get(field) ?? '') + text)
  }
  return [...shown].flatMap(([{ instruction }, text]) => {
    const target = instruction.split(' ')[1]
    return target === undefined || text === '' ? [] : [{ target, shown: text }]
  })
}

/** Where bookmarks start and end, by the paragraph that they do so in, or before which they stand. */
function bookmarksOf(body: XmlElement | undefined): Map<XmlElement, { open: boolean; name: string }[]> {
  const found = new Map<XmlElement, { open: boolean; name: string }[]>()
  const byId = new Map<string, string>()
  const waiting: { open: boolean; name: string }[] = []
  const visit = (node: XmlElement, paragraph: XmlElement | undefined) => {
    for (const one of elementsOf(node)) {
      const within = paragraph ?? (one.name === 'w:p' ? one : undefined)
      if (one.name === 'w:p' && waiting.length > 0) found.set(one, waiting.splice(0))
      const id = one.attributes['w:id'] ?? ''
      const name = one.attributes['w:name'] ?? ''
      if (one.name === 'w:bookmarkStart' && name !== '') {
        // A program may write our marks in capitals.
        byId.set(id, MARK.test(name.toLowerCase()) ? name.toLowerCase() : name)
        note(within, { open: true, name: byId.get(id)! })
      } else if (one.name === 'w:bookmarkEnd' && byId.has(id)) {
        note(within, { open: false, name: byId.get(id)! })
      }
      visit(one, within)
    }
  }
  const note = (paragraph: XmlElement | undefined, place: { open: boolean; name: string }) => {
    // An end that stands between two paragraphs closes the one before.
    if (!paragraph) {
      if (place.open) waiting.push(place)
      else closeLast(place)
      return
    }
    found.set(paragraph, [...(found.get(paragraph) ?? []), place])
    last = paragraph
  }
  let last: XmlElement | undefined
  const closeLast = (place: { open: boolean; name: string }) => {
    if (last) found.set(last, [...(found.get(last) ?? []), place])
  }
  if (body) visit(body, undefined)
  return found
}

/** The number of each paragraph that has one, with those of the levels above it where it says its own alone. */
function sectionsOf({ paragraphs }: EditableWord): Map<Paragraph, string> {
  const found = new Map<Paragraph, string>()
  const above: string[] = []
  for (const { label, properties, sources } of paragraphs) {
    if (label === '') continue
    const own = label.trim().replace(/\.$/, '')
    const level = properties.list?.level ?? 0
    const part = /^\(/.test(own)
    above.length = Math.min(above.length, level)
    const outer = part ? (above.findLast((one) => one !== undefined && one !== '') ?? '') : ''
    const section = `${outer}${own}`
    above[level] = section
    if (own !== '•' && own !== '–') for (const source of sources) found.set(source, section)
  }
  return found
}

function remarksOf({ document: { stories } }: EditableWord): Remark[] {
  const said = stories.filter(({ kind }) => kind === 'comment')
  const words = new Map(
    said.map(({ id, blocks }) => [
      id,
      paragraphsOf(blocks)
        .map((one) => textOf(one, () => true))
        .join('\n')
        .trim(),
    ]),
  )
  return said.map(({ id, comment }): Remark => {
    const parent = said.find((one) => one.id === comment?.answers)
    return {
      id,
      author: comment?.author ?? '',
      ...(comment?.date !== undefined && { date: comment.date }),
      text: words.get(id) ?? '',
      ...(parent && { answers: { author: parent.comment?.author ?? '', text: words.get(parent.id) ?? '' } }),
    }
  })
}
