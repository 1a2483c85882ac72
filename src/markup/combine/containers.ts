import { elementsOf, openPackage, type WordPackage, type XmlElement } from '../../ooxml/index.ts'
import { pairHeaders } from '../headers.ts'
import { notesOf } from '../notes/pair.ts'
import { resolvePackage } from '../resolve/file.ts'
import { storyParts } from '../story-parts.ts'
import { allBoxesIn, objectKeys } from '../tokens/objects.ts'
import { type Item, isAround, isOfBase, streamOf } from './stream.ts'

/** A body, header, note or box of a mark-up. */
export interface Container {
  /** The same in all mark-ups of a base. */
  key: string
  part: string
  node: XmlElement
  items: Item[]
}

/**
 * The containers of a mark-up: body, headers and footers, notes by where the base refers to them; or the text boxes in
 * these, by where they hang in it.
 */
export function containers(file: WordPackage, base: WordPackage, inBoxes: boolean): Container[] {
  const of = (key: string, part: string, node: XmlElement): Container => ({
    key,
    part,
    node,
    items: streamOf(
      node,
      objectKeys(file, part, (kind) => kind),
    ),
  })
  const { root } = file.xml(file.main)
  const body = of('body', file.main, elementsOf(root, 'w:body')[0] ?? root)
  const rejected = openPackage(resolvePackage(file, { as: 'reject' }))
  const headers = pairHeaders(base, rejected).pairs.map(({ left, right }) =>
    of(`header ${left}`, right, file.xml(right).root),
  )
  const kept = headers.filter(({ key, items }) => {
    const part = key.slice('header '.length)
    const own = streamOf(
      base.xml(part).root,
      objectKeys(base, part, (kind) => kind),
    )
    // One that a reviewer put in may stand where another stood.
    return baseKey(own) === baseKey(items)
  })
  const notes = (['footnote', 'endnote'] as const).flatMap((kind) => {
    const { part, byId } = notesOf(file, kind)
    return body.items
      .filter((item) => isOfBase(item) && item.node.name === `w:${kind}Reference`)
      .flatMap(({ node }, at): Container[] => {
        const note = byId.get(node.attributes['w:id'] ?? '')
        return note && part !== undefined ? [of(`${kind} ${at}`, part, note)] : []
      })
  })
  const all = [body, ...kept, ...notes]
  return inBoxes ? all.flatMap((one) => boxesOf(one, of)) : all
}

function baseKey(items: readonly Item[]): string {
  return items
    .filter(isOfBase)
    .map(({ key }) => key)
    .join('\u0000')
}

/** Headers and footers with tracked changes that answer none of the base: they cannot be carried. */
export function headersAlone(file: WordPackage, base: WordPackage): string[] {
  const known = new Set(containers(file, base, false).map(({ part }) => part))
  return storyParts(file)
    .filter(({ kind, name }) => (kind === 'header' || kind === 'footer') && !known.has(name))
    .map(({ name }) => name)
    .filter((name) => hasMarks(file.xml(name).root))
}

function hasMarks(node: XmlElement): boolean {
  return isAround(node) || elementsOf(node).some(hasMarks)
}

function boxesOf(
  { key, part, items }: Container,
  of: (key: string, part: string, node: XmlElement) => Container,
): Container[] {
  return items.filter(isOfBase).flatMap((item, at) =>
    item.kind === 'object'
      ? allBoxesIn(item.node).flatMap((box, number) => {
          const one = of(`${key} box ${at}.${number}`, part, box)
          return [one, ...boxesOf(one, of)]
        })
      : [],
  )
}
