import { own } from '../../own.ts'
import { changeOf } from '../style/run-properties.ts'
import type { XmlElement } from '../xml/types.ts'
import { child, elementsOf } from '../xml/walk.ts'
import type { FormatChange, Revision } from './types.ts'

const kinds: Record<string, Revision['kind']> = {
  'w:ins': 'inserted',
  'w:del': 'deleted',
  'w:moveFrom': 'moved-from',
  'w:moveTo': 'moved-to',
  'w:cellIns': 'inserted',
  'w:cellDel': 'deleted',
}

/** None, shared by all that is not tracked. */
export const untracked: readonly Revision[] = []

/** The tracked change that an element is; undefined where it is none. */
export function revisionOf(node: XmlElement): Revision | undefined {
  const kind = own(kinds, node.name)
  if (!kind) return undefined
  const date = node.attributes['w:date']
  return {
    kind,
    author: node.attributes['w:author'] ?? '',
    ...(date !== undefined && { date }),
    id: node.attributes['w:id'] ?? '',
    node,
  }
}

/** Those that stand as marks in properties: of a paragraph's end, a row, a cell. */
export function marksIn(
  properties: XmlElement | undefined,
  around: readonly Revision[] = untracked,
): readonly Revision[] {
  const own = elementsOf(properties).flatMap((node) => revisionOf(node) ?? [])
  return own.length === 0 ? around : [...around, ...own]
}

/** A tracked change of looks, where properties hold one. */
export function formatChangeIn(properties: XmlElement | undefined, name: string): FormatChange | undefined {
  const node = child(properties, name)
  return node && changeOf(node)
}

/** Whether something stands in a view of the file: what was deleted is not in it as accepted, nor what was inserted in it as it was. */
export function stands(revisions: readonly Revision[], view: 'accepted' | 'original'): boolean {
  for (const { kind } of revisions) {
    const arrives = kind === 'inserted' || kind === 'moved-to'
    if (arrives === (view === 'original')) return false
  }
  return true
}
