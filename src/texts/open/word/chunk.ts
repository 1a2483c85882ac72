import { htmlDocument, type SourceBlock } from '../../../agreement/index.ts'
import type { Chunk, ReadWordDocument } from '../../../ooxml/index.ts'
import { decodeText } from '../../decode.ts'
import type { StoryOptions } from './story-options.ts'

/**
 * What a file inside the file says (`w:altChunk`), where it is text or Word; else it is told as not read.
 */
export function chunkBlocks(
  { part, contentType, external }: Chunk,
  document: ReadWordDocument,
  { inside, unread, leftOut }: StoryOptions,
): SourceBlock[] {
  try {
    if (!external && document.package.has(part)) {
      const bytes = document.package.bytes(part)
      if (/wordprocessingml|ms-word/.test(contentType) || isZip(bytes)) {
        const inner = inside(bytes)
        if (inner) {
          unread.push(...inner.unread)
          leftOut.push(...inner.leftOut)
          return inner.stories.flatMap(({ kind, blocks }) => (kind === 'links' ? [] : blocks))
        }
      }
      if (/html/.test(contentType)) {
        const page = htmlDocument(decodeText(bytes, part))
        unread.push(...page.unread)
        leftOut.push(...page.leftOut)
        return page.stories.flatMap(({ kind, blocks, lines }) =>
          kind !== 'body' ? [] : lines ? linesOf(lines.source) : blocks,
        )
      }
      if (/^text\/plain/.test(contentType)) return linesOf(decodeText(bytes, part))
    }
  } catch {
    // A file inside the file that cannot be read does not keep the rest from being read.
  }
  unread.push({ kind: 'altChunk', place: part })
  return []
}

function isZip([a, b]: Uint8Array): boolean {
  return a === 0x50 && b === 0x4b
}

/** Each line of a plain text is a paragraph in Word. */
function linesOf(text: string): SourceBlock[] {
  return text
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ type: 'paragraph', text: line.trim() }))
}
