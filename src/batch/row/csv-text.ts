import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import iconv from 'iconv-lite'
import { Problem } from '../../problem.ts'

/** How a table is written. */
export interface CsvForm {
  encoding: 'utf8' | 'utf16le' | 'utf16be' | 'win1252'
  delimiter: ',' | ';' | '\t'
}

/** So much of the file shows how it is written. */
const beginning = 65_536

/**
 * Finds out how a table is written from its beginning: spreadsheets of one country write semicolons, those of another
 * commas, and some write Windows-1252 or UTF-16.
 *
 * @throws Problem where the file is not there, empty, or a workbook instead of a table
 */
export async function csvForm(file: string): Promise<CsvForm> {
  const bytes = await firstBytes(file)
  if (bytes.length === 0)
    throw new Problem('batch', 'is empty: give a header row and a row for each vendor', { file })
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    throw new Problem('batch', 'is a workbook: save its sheet as CSV (UTF-8)', { file })
  }
  const encoding = encodingOf(bytes)
  const header = firstRecord(iconv.decode(bytes, encoding))
  const counts = ([',', ';', '\t'] as const).map((delimiter) => ({
    delimiter,
    count: header.replace(/"[^"]*"/g, '').split(delimiter).length,
  }))
  counts.sort((one, other) => other.count - one.count)
  return { encoding, delimiter: counts[0]!.delimiter }
}

/** The table as a stream of text, decoded piece by piece. */
export function csvText(file: string, { encoding }: CsvForm): NodeJS.ReadableStream {
  return createReadStream(file).pipe(iconv.decodeStream(encoding, { stripBOM: true }))
}

async function firstBytes(file: string): Promise<Buffer> {
  try {
    const handle = await open(file)
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(beginning), 0, beginning, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await handle.close()
    }
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw new Problem(
      'batch',
      missing ? 'is not there: give the path of a table or a folder' : 'cannot be read',
      {
        file,
      },
    )
  }
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
