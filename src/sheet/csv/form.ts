import { createReadStream } from 'node:fs'
import iconv from 'iconv-lite'

/** How a table is written. */
export interface CsvForm {
  encoding: 'utf8' | 'utf16le' | 'utf16be' | 'win1252'
  delimiter: string
  /** Lines before the header: 1 where a spreadsheet says its delimiter in a line of its own, `sep=;`. */
  before: 0 | 1
}

/**
 * Finds out how a table is written from its beginning: spreadsheets of one country write semicolons, those of another
 * commas, and some write Windows-1252 or UTF-16.
 */
export function csvForm(bytes: Buffer): CsvForm {
  const encoding = encodingOf(bytes)
  const text = iconv.decode(bytes, encoding)
  const [, said] = /^\uFEFF?"?sep=([^\r\n])"?\r?\n/i.exec(text) ?? []
  if (said !== undefined) return { encoding, delimiter: said, before: 1 }
  const header = firstRecord(text)
  const counts = [',', ';', '\t'].map((delimiter) => ({
    delimiter,
    count: header.replace(/"[^"]*"/g, '').split(delimiter).length,
  }))
  counts.sort((one, other) => other.count - one.count)
  return { encoding, delimiter: counts[0]!.delimiter, before: 0 }
}

/** The table as a stream of text, decoded piece by piece. */
export function csvText(file: string, { encoding }: CsvForm): NodeJS.ReadableStream {
  return createReadStream(file).pipe(iconv.decodeStream(encoding, { stripBOM: true }))
}

function encodingOf(bytes: Buffer): CsvForm['encoding'] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf16be'
  try {
    // The last character may be cut where the beginning ends.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return 'utf8'
  } catch {
    return 'win1252'
  }
}

function firstRecord(text: string): string {
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') quoted = !quoted
    else if (!quoted && (text[at] === '\n' || text[at] === '\r') && text.slice(0, at).trim() !== '')
      return text.slice(0, at)
  }
  return text
}
