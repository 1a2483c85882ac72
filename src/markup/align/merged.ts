import { child } from '../../ooxml/index.ts'
import type { Cell } from '../tokens/types.ts'

/** Whether two cells that answer each other cover as many columns, and are merged alike with those above and below. */
export function sameMerges(left: Cell, right: Cell): boolean {
  return mergesOf(left) === mergesOf(right)
}

function mergesOf({ node }: Cell): string {
  const own = child(node, 'w:tcPr')
  const columns = child(own, 'w:gridSpan')?.attributes['w:val'] ?? '1'
  const down = child(own, 'w:vMerge')
  return `${columns} ${down ? (down.attributes['w:val'] ?? 'continue') : ''}`
}
