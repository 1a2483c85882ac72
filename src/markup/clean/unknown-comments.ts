import {
  elementsOf,
  encodePart,
  type Splice,
  splice,
  type WordPackage,
  writePackage,
  type XmlElement,
} from '../../ooxml/index.ts'
import { storyParts } from '../story-parts.ts'

/** Comments of one author. */
export interface CommentsOf {
  author: string
  count: number
}

/** A file without comments that the other side does not know, and what became of each author's. */
export interface KnownComments {
  bytes: Uint8Array
  kept: CommentsOf[]
  removed: CommentsOf[]
}

/** What counsel writes over a comment that stays in the house. */
const INTERNAL = /^\W*(?:internal|privileged|attorney)\b/i

const MARKS = new Set(['w:commentRangeStart', 'w:commentRangeEnd', 'w:commentReference'])

/** Parts that say more of comments, each with an element for a comment, by the last word of their relationship's type. */
const BESIDE = ['commentsExtended', 'commentsIds', 'commentsExtensible'] as const

interface Comment {
  node: XmlElement
  id: string
  author: string
  words: string
  paragraphs: string[]
}

/**
 * A file without the comments that the other side has not written or seen: those alone stay that the file known to both sides
 * has too, and those of authors whose comments are to go along, unless they say that they are internal.
 *
 * @param known the file that both sides have
 * @param keepOf authors
 */
export function withoutUnknownComments(
  file: WordPackage,
  known: WordPackage,
  keepOf: readonly string[],
): KnownComments | undefined {
  const own = commentsIn(file)
  if (own.length === 0) return undefined
  const theirs = new Set(commentsIn(known).map(keyOf))
  const stays = (one: Comment) =>
    theirs.has(keyOf(one)) || (keepOf.includes(one.author) && !INTERNAL.test(one.words))
  const gone = own.filter((one) => !stays(one))
  return {
    bytes: gone.length === 0 ? writePackage(file, new Map()) : without(file, own, gone),
    kept: byAuthor(own.filter(stays)),
    removed: byAuthor(gone),
  }
}

function keyOf({ author, words }: Comment): string {
  return `${author}\n${words}`
}

function partOf(file: WordPackage, kind: string): string | undefined {
  const part = file.relationships(file.main).find(({ type, external }) => type === kind && !external)?.target
  return part !== undefined && file.has(part) ? part : undefined
}

function commentsIn(file: WordPackage): Comment[] {
  const part = partOf(file, 'comments')
  if (part === undefined) return []
  const { root, text } = file.xml(part)
  return elementsOf(root, 'w:comment').map((node) => ({
    node,
    id: node.attributes['w:id'] ?? '',
    author: node.attributes['w:author'] ?? '',
    words: text
      .slice(node.innerStart, node.innerEnd)
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
    paragraphs: paragraphsIn(node),
  }))
}

function paragraphsIn(node: XmlElement): string[] {
  const own = node.attributes['w14:paraId']
  return [...(own === undefined ? [] : [own]), ...elementsOf(node).flatMap(paragraphsIn)]
}

function without(file: WordPackage, all: readonly Comment[], gone: readonly Comment[]): Uint8Array {
  const changes = new Map<string, Uint8Array>()
  const cut = (name: string, nodes: readonly XmlElement[]) => {
    if (nodes.length === 0) return
    const part = file.xml(name)
    const splices = nodes.map(({ start, end }): Splice => ({ start, end, text: '' }))
    changes.set(part.name, encodePart({ ...part, text: splice(part.text, splices) }))
  }
  const ids = new Set(gone.map(({ id }) => id))
  for (const { name } of storyParts(file)) cut(name, marksIn(file.xml(name).root, ids))
  cut(
    partOf(file, 'comments')!,
    gone.map(({ node }) => node),
  )
  const paragraphs = new Set(gone.flatMap((one) => one.paragraphs))
  const durable = new Set<string>()
  for (const kind of BESIDE) {
    const name = partOf(file, kind)
    if (name === undefined) continue
    const said = (node: XmlElement, key: string) =>
      Object.entries(node.attributes).find(([attribute]) => attribute.endsWith(`:${key}`))?.[1] ?? ''
    const found = elementsOf(file.xml(name).root).filter(
      (node) => paragraphs.has(said(node, 'paraId')) || durable.has(said(node, 'durableId')),
    )
    for (const node of found) if (said(node, 'durableId') !== '') durable.add(said(node, 'durableId'))
    cut(name, found)
  }
  const left = new Set(all.filter((one) => !gone.includes(one)).map(({ author }) => author))
  const people = partOf(file, 'people')
  if (people !== undefined) {
    const authors = new Set(gone.map(({ author }) => author).filter((author) => !left.has(author)))
    const nodes = elementsOf(file.xml(people).root)
    cut(
      people,
      nodes.filter(({ attributes }) => authors.has(attributes['w15:author'] ?? '')),
    )
  }
  return writePackage(file, changes)
}

/** The marks of some comments in a text, and a run that holds nothing else. */
function marksIn(root: XmlElement, ids: ReadonlySet<string>): XmlElement[] {
  const isMark = ({ name, attributes }: XmlElement) => MARKS.has(name) && ids.has(attributes['w:id'] ?? '')
  const marks: XmlElement[] = []
  const visit = (node: XmlElement): void => {
    const inner = elementsOf(node)
    const own = inner.filter(({ name }) => name !== 'w:rPr')
    if (node.name === 'w:r' && own.length > 0 && own.every(isMark)) {
      marks.push(node)
      return
    }
    for (const one of inner) {
      if (isMark(one)) marks.push(one)
      else visit(one)
    }
  }
  visit(root)
  return marks
}

function byAuthor(comments: readonly Comment[]): CommentsOf[] {
  const counts = new Map<string, number>()
  for (const { author } of comments) counts.set(author, (counts.get(author) ?? 0) + 1)
  return [...counts].map(([author, count]) => ({ author, count }))
}
