import type { SourceDocument } from '../../agreement/index.ts'
import { Problem } from '../../problem.ts'
import { decodedSource, readBytes, type SourceFile } from '../source-file.ts'
import { linesOf } from './block-lines.ts'
import { kindOf } from './kind.ts'
import { openFile } from './open-file.ts'
import { refuseOtherFormat } from './other-formats.ts'

/** Stories of a license text; what stands at the edge of its pages, and what people remark on it, is none of it. */
const ofText = new Set(['body', 'footnotes', 'endnotes', 'boxes'])

/**
 * Reads a license text from a file of any format that {@link openFile} reads. A text file is taken as it is; of another
 * one its words, a paragraph after the other, each behind its number, are the text.
 *
 * @param file its path
 * @returns the bytes of the text, and its words
 * @throws Problem where it is no text, or not all of it can be read
 * @example
 * (await readAsText('terms.docx')).source // '1. Grant. You may …\n\n2. Term. …\n'
 */
export async function readAsText(file: string): Promise<SourceFile> {
  const bytes = await readBytes(file)
  if (kindOf(bytes) === 'text') {
    refuseOtherFormat(bytes, file)
    return { bytes, source: decodedSource(bytes, file).text }
  }
  const document = await openFile(file, bytes)
  if (document.unread.length > 0) {
    const places = [...new Set(document.unread.map(({ place }) => place))].slice(0, 3).join(', ')
    throw new Problem('unread', `cannot be read whole (${places}): give its text as .docx or .txt`, { file })
  }
  const source = writtenOut(document)
  return { bytes: Buffer.from(source), source }
}

function writtenOut({ stories }: SourceDocument): string {
  const lines = stories.filter(({ kind }) => ofText.has(kind)).flatMap(({ blocks }) => linesOf(blocks))
  return `${lines.join('\n\n')}\n`
}
