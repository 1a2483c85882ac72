import {
  elementsOf,
  openPackage,
  type Splice,
  splicePart,
  writePackage,
  type XmlElement,
} from '../ooxml/index.ts'
import { isMark } from './resolve/decision.ts'
import { storyParts } from './story-parts.ts'

/** A Word file with bookmarks where its tracked changes begin and end. */
export interface PageMarked {
  bytes: Uint8Array
  /** Each change that stands on a page of its own. */
  changes: MarkedChange[]
  /** Changes in headers and footers, which are on more pages than one. */
  repeated: number
}

/** Names of the bookmarks by which a change is found. */
export interface MarkedChange {
  from: string
  to: string
  /** In the next paragraph: what joins two paragraphs leaves none at the end of the first. */
  next?: string
}

/** Ids of bookmarks that a file hardly has: Word counts from 0 (ECMA-376 part 1, 17.13.6). */
const FIRST_ID = 1_900_000_000
const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/**
 * A copy of a Word file for a printer that gives bookmarks as places in the PDF: one before and one behind each tracked
 * change of words, ends of paragraphs, rows, cells and looks. It is printed and thrown away.
 *
 * @throws Problem where the file cannot be read
 * @example const { bytes, changes } = markChanges(redline) // changes: [{ from: 'changed1from', to: 'changed1to' }, …]
 */
export function markChanges(bytes: Uint8Array): PageMarked {
  const file = openPackage(bytes)
  const marked: PageMarked = { bytes, changes: [], repeated: 0 }
  const parts = new Map<string, Uint8Array>()
  for (const { kind, name } of storyParts(file)) {
    const found = placesOf(file.xml(name).root)
    if (kind === 'header' || kind === 'footer') {
      marked.repeated += found.length
      continue
    }
    const splices = found.flatMap(({ from, to, next }): Splice[] => {
      const number = marked.changes.length + 1
      const change: MarkedChange = { from: `changed${number}from`, to: `changed${number}to` }
      if (next !== undefined) change.next = `changed${number}next`
      marked.changes.push(change)
      return [
        bookmark(from, change.from, 3 * number),
        bookmark(to, change.to, 3 * number + 1),
        ...(next !== undefined && change.next ? [bookmark(next, change.next, 3 * number + 2)] : []),
      ]
    })
    if (splices.length > 0) parts.set(name, splicePart(file, name, splices))
  }
  return { ...marked, bytes: writePackage(file, parts) }
}

/** Offsets in a part's text between which a change stands, both in a paragraph. */
interface Place {
  from: number
  to: number
  next?: number
}

function placesOf(root: XmlElement): Place[] {
  const places = new Map<string, Place>()
  const add = (place: Place) => places.set(`${place.from} ${place.to}`, place)
  const paragraphs = paragraphsOf(root)
  const order = new Map(paragraphs.map((paragraph, at) => [paragraph, at]))
  /** @param within its paragraph, and the child of it that holds the element */
  const visit = (
    element: XmlElement,
    row: XmlElement,
    within?: { paragraph: XmlElement; own: XmlElement },
  ) => {
    if (isMark(element) || element.name.endsWith('PrChange')) {
      if (!within) {
        // Of a row, a cell or a table: on the page of its first words.
        const at = contentOf(paragraphsOf(row)[0])
        if (at !== undefined) add({ from: at, to: at })
      } else if (within.own.name === 'w:pPr') {
        const { paragraph, own } = within
        const next = contentOf(paragraphs[order.get(paragraph)! + 1])
        const last = elementsOf(paragraph).at(-1)
        const from = last && last !== own ? last.start : own.end
        add({ from, to: from, ...(next !== undefined && { next }) })
      } else add({ from: within.own.start, to: within.own.end })
    }
    for (const node of elementsOf(element)) {
      if (node.name === 'mc:Fallback') continue
      const holder = node.name === 'w:tr' || node.name === 'w:tc' || node.name === 'w:tbl' ? node : row
      if (element.name === 'w:p') visit(node, holder, { paragraph: element, own: node })
      else if (node.name === 'w:p' || node.name === 'w:txbxContent') visit(node, holder)
      else visit(node, holder, within)
    }
  }
  visit(root, root)
  return [...places.values()]
}

/** Where what a paragraph holds begins, behind its properties; nowhere in one that closes itself. */
function contentOf(paragraph: XmlElement | undefined): number | undefined {
  if (!paragraph || paragraph.innerEnd === paragraph.end) return undefined
  return elementsOf(paragraph, 'w:pPr')[0]?.end ?? paragraph.innerStart
}

/** The paragraphs in an element, boxes among them, in their order. */
function paragraphsOf(element: XmlElement): XmlElement[] {
  return elementsOf(element).flatMap((node) =>
    node.name === 'mc:Fallback'
      ? []
      : node.name === 'w:p'
        ? [node, ...paragraphsOf(node)]
        : paragraphsOf(node),
  )
}

function bookmark(at: number, name: string, number: number): Splice {
  const id = `w:id="${FIRST_ID + number}"`
  const text = `<w:bookmarkStart xmlns:w="${NAMESPACE}" ${id} w:name="${name}"/><w:bookmarkEnd xmlns:w="${NAMESPACE}" ${id}/>`
  return { start: at, end: at, text }
}
