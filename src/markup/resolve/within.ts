import { encodePart, openPackage, writePackage } from '../../ooxml/index.ts'
import { resolvePart } from './part.ts'

/** A stretch of the markup of a file's document, in offsets of its text. */
export interface MarkupRange {
  start: number
  end: number
}

/**
 * A Word file with those tracked changes of its document accepted that stand in some stretches of its markup; all others stay
 * tracked.
 *
 * @param ranges of elements of the document, as they stand in the file
 * @throws Problem where the file cannot be read
 */
export function acceptWithin(bytes: Uint8Array, ranges: readonly MarkupRange[]): Uint8Array {
  if (ranges.length === 0) return bytes
  const file = openPackage(bytes)
  const part = file.xml(file.main)
  const text = resolvePart(part.root, part.text, ({ start }) =>
    ranges.some((range) => start >= range.start && start < range.end) ? 'accept' : 'keep',
  )
  return writePackage(file, new Map([[part.name, encodePart({ ...part, text })]]))
}
