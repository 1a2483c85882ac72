import { extname } from 'node:path'
import type { Agreement } from '../agreement/index.ts'
import { isWordName } from '../markup/word-name.ts'
import { readIncoming } from '../review/index.ts'
import { asWord, kindOf } from '../texts/index.ts'

/** What came back, as a deal keeps and reads it. */
export interface ReturnedFile {
  /** What is kept. */
  bytes: Uint8Array
  /** How the name ends that it is kept under: `.docx`. */
  ending: string
  /** What is read: a Word file, or another as an agreement of its words. */
  content: Uint8Array | Agreement
  /** Whole sentences on how it was read. */
  notes: string[]
}

/** Names of texts that say how their words are written. */
const texts = new Set(['.md', '.html', '.htm', '.txt'])

/**
 * Opens what came back by what it holds, whatever its name says. Papers of other word processors become Word files, so that
 * their tracked changes and comments are read too; a PDF and a text have words alone.
 *
 * @throws Problem where it cannot be read, or has no words
 */
export async function readReturned(name: string, bytes: Uint8Array): Promise<ReturnedFile> {
  const word = await asWord(name, bytes)
  const given = extname(name).toLowerCase()
  if (word) {
    const notes = word.converted
      ? ['It was made a Word file by LibreOffice, which is what the deal keeps: keep theirs as well.']
      : []
    const ending = !word.converted && isWordName(name) ? given : '.docx'
    return { bytes: word.bytes, ending, content: word.bytes, notes }
  }
  const kind = kindOf(bytes)
  // Words under the name of a Word file are a file that broke on its way.
  if (kind === 'text' && isWordName(name)) return { bytes, ending: given, content: bytes, notes: [] }
  const { agreement } = await readIncoming(name, bytes)
  const ending = kind === 'pdf' ? '.pdf' : texts.has(given) ? given : '.txt'
  return { bytes, ending, content: agreement, notes: [] }
}
