import { child, elementsOf, type XmlElement } from '../../ooxml/index.ts'
import { serialize } from '../carry/serialize.ts'
import { looksOf } from '../write/looks.ts'
import { byOf, type Item, isOfBase } from './stream.ts'
import type { IntoWriting } from './types.ts'

/** Looks that a reviewer gave to something of the base, tracked. */
export interface NewLooks {
  /** Its properties now, `w:rPr` or `w:pPr`. */
  node: XmlElement
  /** The mark in them that tells how they were, and whose it is. */
  change: XmlElement
}

/** A reviewer's tracked changes of looks: of letters by their offset in the base, of paragraphs by that of their end. */
export function newLooksIn(items: readonly Item[]): Map<number, NewLooks> {
  const found = new Map<number, NewLooks>()
  let offset = 0
  for (const item of items) {
    if (!isOfBase(item)) continue
    const isEnd = item.kind === 'end'
    const node = isEnd ? child(item.node, 'w:pPr') : child(item.run, 'w:rPr')
    const change = child(node, isEnd ? 'w:pPrChange' : 'w:rPrChange')
    if (node && change && item.standing === 'base') found.set(offset, { node, change })
    offset += 1
  }
  return found
}

/** Whether something looks as it did before a reviewer changed that, and nobody else did: then the change can be made there. */
export function canTake(
  own: XmlElement | undefined,
  { change }: NewLooks,
  list: IntoWriting['list'],
): boolean {
  if (elementsOf(own).some(({ name }) => name.endsWith('Change'))) return false
  return looksOf(own, list.own).key === looksOf(elementsOf(change)[0], list.other).key
}

/** Properties with a reviewer's looks, and a mark that has those that stood here. */
export function withLooks(
  { w, text, names, passage, mark }: IntoWriting,
  own: XmlElement | undefined,
  { node, change }: NewLooks,
): string {
  const kind = node.name === 'w:pPr' ? 'pPr' : 'rPr'
  const isApart = ({ name }: XmlElement) => kind === 'pPr' && (name === 'w:rPr' || name === 'w:sectPr')
  const now = elementsOf(node)
    .filter((one) => one !== change && !isApart(one))
    .map((one) => serialize(one, names, passage))
  const raw = (some: readonly XmlElement[]) => some.map(({ start, end }) => text.slice(start, end)).join('')
  const [apart, was] = [elementsOf(own).filter(isApart), elementsOf(own).filter((one) => !isApart(one))]
  const before = `<${w}${kind}Change ${mark(byOf(change))}><${w}${kind}>${raw(was)}</${w}${kind}></${w}${kind}Change>`
  return `<${w}${kind}>${now.join('')}${raw(apart)}${before}</${w}${kind}>`
}
