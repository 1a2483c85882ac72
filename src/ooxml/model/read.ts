import { own } from '../../own.ts'
import { levelOfStyle, readLists } from '../numbering/lists.ts'
import type { Lists } from '../numbering/types.ts'
import type { WordPackage } from '../package/package.ts'
import { readStyles, type Styles } from '../style/styles.ts'
import type { XmlElement } from '../xml/types.ts'
import { child, elementsOf } from '../xml/walk.ts'
import { readBlocks } from './blocks.ts'
import { readComments } from './comments.ts'
import { openFields } from './field.ts'
import { usesOfHeaders } from './headers.ts'
import { beginReading, type Place, type Reading } from './reading.ts'
import { untracked } from './revisions.ts'
import type { Block, Story, Unread, WordDocument } from './types.ts'

/** A Word file, read, with what its numbers are counted by. */
export interface ReadWordDocument extends WordDocument {
  package: WordPackage
  styles: Styles
  lists: Lists
}

/**
 * Reads every story of a Word file: body, headers and footers, notes, comments, boxes, as they stand in the file, with
 * tracked changes told and not applied.
 *
 * @throws Problem where a part is broken
 * @example
 * const document = readWord(openPackage(bytes))
 * document.stories[0].kind // 'body'
 */
export function readWord(file: WordPackage): ReadWordDocument {
  return readParts(file, (root) => root)
}

/**
 * What {@link readWord} would tell of a file as not read, without reading more than what stands around objects.
 *
 * @throws Problem where a part is broken
 */
export function unreadIn(file: WordPackage): Unread[] {
  return readParts(file, withObjects).unread
}

/** A root with those of its blocks or notes alone in which something stands that may not be read. */
function withObjects(root: XmlElement): XmlElement {
  return { ...root, children: root.children.filter((node) => node.type === 'element' && hasObject(node)) }
}

function hasObject({ name, children }: XmlElement): boolean {
  return mayBeUnread.has(name) || children.some((node) => node.type === 'element' && hasObject(node))
}

const mayBeUnread = new Set([
  'w:drawing',
  'w:pict',
  'w:object',
  'w:altChunk',
  'w:subDoc',
  'w:contentPart',
  'mc:AlternateContent',
])

function readParts(file: WordPackage, taken: (root: XmlElement) => XmlElement): ReadWordDocument {
  const related = file.relationships(file.main)
  const partOf = (type: string) => {
    const target = related.find((one) => one.type === type && !one.external)?.target
    return target !== undefined && file.has(target) ? file.xml(target).root : undefined
  }
  const stylesRoot = partOf('styles')
  const styles = readStyles(stylesRoot)
  const lists = readLists(partOf('numbering'), stylesRoot)
  const reading = beginReading(styles, (list, style) => levelOfStyle(lists, list, style))
  const main = file.xml(file.main).root
  const body = child(main, 'w:body') ?? main
  const stories: Story[] = [
    storyOf('body', '', file.main, body, readBlocks(taken(body), placeIn(file, file.main, reading))),
  ]
  const uses = usesOfHeaders(body, partOf('settings'))
  for (const { id, type, target, external } of related) {
    const read = own(readers, type)
    if (!read) continue
    if (external) {
      reading.unread.push({ kind: 'external', part: target })
      continue
    }
    if (!file.has(target)) {
      reading.unread.push({ kind: 'missing-part', part: target })
      continue
    }
    const root = taken(file.xml(target).root)
    for (const story of read(root, placeIn(file, target, reading), file)) {
      stories.push({ ...story, ...(headers.has(type) && { pages: uses.get(id) ?? [] }) })
    }
  }
  return {
    package: file,
    styles,
    lists,
    stories: [...stories, ...reading.boxes],
    unread: reading.unread,
    pictures: reading.pictures,
    tracked: reading.tracked,
  }
}

/** Parts that hold words, by the type of the relationship to them. */
const readers: Record<string, (root: XmlElement, place: Place, file: WordPackage) => Story[]> = {
  header: (root, place) => [storyOf('header', '', place.part, root, readBlocks(root, place))],
  footer: (root, place) => [storyOf('footer', '', place.part, root, readBlocks(root, place))],
  footnotes: (root, place) => notes('footnote', root, place),
  endnotes: (root, place) => notes('endnote', root, place),
  comments: (root, place, file) => readComments(root, place, file),
}

const headers = new Set(['header', 'footer'])

function notes(kind: 'footnote' | 'endnote', root: XmlElement, place: Place): Story[] {
  return elementsOf(root, `w:${kind}`).map((node) => {
    const type = node.attributes['w:type'] ?? 'normal'
    const own = { ...place, fields: openFields() }
    const story = storyOf(kind, node.attributes['w:id'] ?? '', place.part, node, readBlocks(node, own))
    return type === 'normal' ? story : { ...story, separator: true }
  })
}

function storyOf(kind: Story['kind'], id: string, part: string, node: XmlElement, blocks: Block[]): Story {
  return { kind, id, part, node, blocks, revisions: untracked, hidden: false }
}

function placeIn(file: WordPackage, part: string, reading: Reading): Place {
  const relationships = new Map(file.relationships(part).map((one) => [one.id, one]))
  return {
    reading,
    part,
    relationships,
    fields: openFields(),
    contentType: file.contentType,
    otherPart(id) {
      const target = relationships.get(id)
      if (!target || target.external || !file.has(target.target)) {
        reading.unread.push({ kind: 'missing-part', part: target?.target ?? part })
        return undefined
      }
      return { name: target.target, root: file.xml(target.target).root }
    },
  }
}
