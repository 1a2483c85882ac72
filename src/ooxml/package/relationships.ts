import type { XmlElement } from '../xml/types.ts'
import { elementsOf } from '../xml/walk.ts'

/** How one part refers to another (ECMA-376 part 2, 9.3). */
export interface Relationship {
  id: string
  /** Last segment of its type, the same in transitional and strict files: `officeDocument`, `header`, `footnotes`. */
  type: string
  /** Name of the part, without a leading slash; as written where it is {@link external}. */
  target: string
  external: boolean
}

/** Name of the part that holds the relationships of another; of the package itself for an empty name. */
export function relationshipsPart(part: string): string {
  const at = part.lastIndexOf('/') + 1
  return `${part.slice(0, at)}_rels/${part.slice(at)}.rels`
}

/**
 * The relationships of a part.
 *
 * @param root of its `.rels` part
 * @param part whose they are; empty for the package
 */
export function relationshipsOf(root: XmlElement, part: string): Relationship[] {
  return elementsOf(root, 'rel:Relationship').map(({ attributes }) => {
    const { Id: id = '', Type: type = '', Target: target = '' } = attributes
    const external = attributes.TargetMode === 'External'
    return {
      id,
      type: type.slice(type.lastIndexOf('/') + 1),
      target: external ? target : partName(target, part),
      external,
    }
  })
}

/** The part that a target names, from the folder of the part that refers to it or from the root. */
function partName(target: string, from: string): string {
  const path = decoded(target).replaceAll('\\', '/').replace(/#.*$/s, '')
  const base = path.startsWith('/') ? [] : from.split('/').slice(0, -1)
  const names: string[] = base
  for (const name of path.split('/')) {
    if (name === '..') names.pop()
    else if (name !== '' && name !== '.') names.push(name)
  }
  return names.join('/')
}

/** A name with its percent signs resolved; as it is written where they mean nothing. */
export function decoded(target: string): string {
  try {
    return decodeURIComponent(target)
  } catch {
    return target
  }
}
