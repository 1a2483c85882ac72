import { createReadStream } from 'node:fs'
import iconv from 'iconv-lite'

/** So many rows at most stand above a header. */
const mostTitles = 20

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
  return { encoding, delimiter: delimiterOf(text), before: 0 }
}

/** What parts the first row that anything parts: above a header may stand a title. */
function delimiterOf(text: string): string {
  let rest = text
  for (let read = 0; read < mostTitles && rest.trim() !== ''; read += 1) {
    const record = firstRecord(rest)
    const bare = record.replace(/"[^"]*"/g, '')
    const counts = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: bare.split(delimiter).length }))
    counts.sort((one, other) => other.count - one.count)
    if (counts[0]!.count > 1) return counts[0]!.delimiter
    rest = rest.slice(record.length + 1)
  }
  return ','
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
