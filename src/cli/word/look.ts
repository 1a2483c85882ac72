import { Option } from 'commander'
import type { House } from '../../library/index.ts'
import { Problem } from '../../problem.ts'
import type { Look } from '../../word/look.ts'
import { say } from '../say.ts'
import { aboutFile, readWordFile } from './files.ts'

/** `--reference-doc FILE` of every command that writes a Word file of ours. */
export function referenceDocOption(): Option {
  return new Option(
    '--reference-doc <file>',
    "a firm's Word file, whose styles, numbers, page, headers, footers and logo the document takes",
  )
}

/**
 * The look of a reference document; what of it is not taken along is said.
 *
 * @param file of `--reference-doc`; without it, the document of the house
 * @param format of the result: other formats than Word's (and the PDF that is printed from it) have no such look
 * @throws Problem where it cannot be read, or the format has no look
 */
export async function lookOf(
  file: string | undefined,
  format: string,
  house?: Pick<House, 'referenceDoc'>,
): Promise<Look | undefined> {
  const ofHouse = house?.referenceDoc
  if (file === undefined) return ofHouse && format === 'docx' ? read(ofHouse.file, ofHouse.bytes) : undefined
  if (format !== 'docx')
    throw new Problem(
      'usage',
      '--reference-doc is for a Word file or a PDF: name one with --output FILE.docx',
    )
  return read(file, await readWordFile(file))
}

async function read(file: string, bytes: Uint8Array): Promise<Look> {
  const { readLook } = await import('../../word/look.ts')
  const look = aboutFile(file, () => readLook(bytes))
  for (const line of look.left) say(`clausebook: ${file}: ${line}`)
  return look
}
