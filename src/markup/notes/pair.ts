import { matchTokens } from '../../compare/word-diff.ts'
import { elementsOf, type WordPackage, type XmlElement } from '../../ooxml/index.ts'
import { bagOf, type Numbers, shared } from '../align/bag.ts'
import { tokensIn } from '../align/blocks.ts'
import { pairInOrder } from '../align/pairs.ts'
import { storyParts } from '../story-parts.ts'
import { blockReader } from '../tokens/read.ts'

export type NoteKind = 'footnote' | 'endnote'

/** The notes of a file of one kind: their part, and each by its id. */
export interface Notes {
  part: string | undefined
  byId: ReadonlyMap<string, XmlElement>
}

/** The notes of a file, but for the lines between notes and text. */
export function notesOf(file: WordPackage, kind: NoteKind): Notes {
  const part = storyParts(file).find((one) => one.kind === `${kind}s`)?.name
  if (part === undefined) return { part, byId: new Map() }
  const notes = elementsOf(file.xml(part).root, `w:${kind}`).filter(
    ({ attributes }) => attributes['w:type'] === undefined || attributes['w:type'] === 'normal',
  )
  return { part, byId: new Map(notes.map((node) => [node.attributes['w:id'] ?? '', node])) }
}

/** The keys of references to notes: the same on both sides where the notes answer each other. */
export interface NoteKeys {
  left(kind: string, id: string): string
  right(kind: string, id: string): string
}

/** Pairs the notes of two files in the order of their references, those most like each other. */
export function pairNotes(left: WordPackage, right: WordPackage): NoteKeys {
  const keys = { left: new Map<string, string>(), right: new Map<string, string>() }
  for (const kind of ['footnote', 'endnote'] as const) {
    const numbers: Numbers = new Map()
    const list = (file: WordPackage) => {
      const { part, byId } = notesOf(file, kind)
      if (part === undefined) return []
      const read = blockReader(file, part, (_, id) => id)
      return referencesIn(file.xml(file.main).root, kind)
        .filter((id) => byId.has(id))
        .map((id) => {
          const blocks = read(byId.get(id)!)
          return {
            id,
            key: blocks.map(({ key }) => key).join('\n'),
            bag: bagOf(blocks.flatMap(tokensIn), numbers),
          }
        })
    }
    const [ours, theirs] = [list(left), list(right)]
    const pairs = pairInOrder(ours, theirs, {
      key: ({ key }) => key,
      isLandmark: ({ bag }) => bag.words.length >= 2,
      weigh: (one, other) => {
        const common = shared(one.bag, other.bag)
        const most = Math.max(one.bag.words.length, other.bag.words.length)
        if (one.key === other.key) return common + 0.5
        const place = ours.length === theirs.length && ours.indexOf(one) === theirs.indexOf(other) ? 0.1 : 0
        return common / (most || 1) >= 0.3 ? common : place
      },
      match: matchTokens,
    })
    pairs.forEach(([one, other], at) => {
      keys.left.set(`${kind} ${ours[one]!.id}`, `${kind} ${at}`)
      keys.right.set(`${kind} ${theirs[other]!.id}`, `${kind} ${at}`)
    })
  }
  return {
    left: (kind, id) => keys.left.get(`${kind} ${id}`) ?? `${kind} of the left ${id}`,
    right: (kind, id) => keys.right.get(`${kind} ${id}`) ?? `${kind} of the right ${id}`,
  }
}

function referencesIn(element: XmlElement, kind: NoteKind): string[] {
  if (element.name === `w:${kind}Reference`) return [element.attributes['w:id'] ?? '']
  return elementsOf(element).flatMap((node) => referencesIn(node, kind))
}
