/** What a PDF's bytes say of it, read without following its tables. */
export interface RawCounts {
  /** Page objects that stand in it uncompressed, each once. */
  pages: number
  /** Whether a file stands inside it. */
  hasFile: boolean
}

/** Behind so short a sign as `/EF` a whole dictionary or reference begins: packed bytes, and a checksum that is written as a name, have the sign alone by chance. */
const MARKS =
  /(\d+)\s+\d+\s+obj\b|\/Type\s*\/Page(?![A-Za-z])|\/EF\s*(?:<<[\t\n\f\r -~]{12}|\d+\s+\d+\s+R\b)|\/Type\s*\/EmbeddedFile\b/g

/**
 * Counts in the bytes what the PDF library takes from the file's own tables, which may leave something out: pages that
 * the tree does not count, files that no list names (ISO 32000-1, 7.7.3.2 and 7.11.4).
 *
 * @param bytes of the whole file
 */
export function rawCounts(bytes: Uint8Array): RawCounts {
  const pages = new Set<string>()
  let hasFile = false
  let object = ''
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  for (const [mark, number] of text.matchAll(MARKS)) {
    if (number !== undefined) object = number
    else if (mark.endsWith('/Page')) pages.add(object)
    else hasFile = true
  }
  return { pages: pages.size, hasFile }
}
