/** What takes the place of a stretch of a text; an insertion where it starts and ends at the same offset. */
export interface Splice {
  /** Offset of its first character (UTF-16 units), and after its last. */
  start: number
  end: number
  text: string
}

/**
 * Puts pieces in the places of others and leaves every other character as it is.
 *
 * @param splices in any order; none may lie over another; those at one place keep their order
 * @throws RangeError where they do, or lie outside the text
 * @example splice('<a>old</a>', [{ start: 3, end: 6, text: 'new' }]) // '<a>new</a>'
 */
export function splice(text: string, splices: readonly Splice[]): string {
  const sorted = [...splices].sort((a, b) => a.start - b.start || a.end - b.end)
  const parts: string[] = []
  let at = 0
  for (const { start, end, text: words } of sorted) {
    if (start < at || end < start || end > text.length) {
      throw new RangeError(
        `A splice from ${start} to ${end} lies over another, or outside a text of ${text.length}.`,
      )
    }
    parts.push(text.slice(at, start), words)
    at = end
  }
  parts.push(text.slice(at))
  return parts.join('')
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Words as they stand in XML, in an element or an attribute; characters that XML cannot hold are left out. */
export function escapeXml(words: string): string {
  return words
    .replace(/[&<>"]/g, (sign) => ESCAPES[sign]!)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '')
}
