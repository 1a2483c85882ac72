import type { XmlElement } from './types.ts'
import { branchOf, elementsOf } from './walk.ts'

/** The elements in another, those of the branch that is read in place of alternate content. */
export function flatElements(element: XmlElement): XmlElement[] {
  return elementsOf(element).flatMap((node) => {
    if (node.name !== 'mc:AlternateContent') return [node]
    const branch = branchOf(node)
    return branch ? flatElements(branch) : []
  })
}
