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
  if (file === undefined) {
    if (!house?.referenceDoc || format !== 'docx') return undefined
    const { lookOfHouse } = await import('../../word/look.ts')
    return told(house.referenceDoc.file, lookOfHouse(house))
  }
  if (format !== 'docx')
    throw new Problem(
      'usage',
      '--reference-doc is for a Word file or a PDF: name one with --output FILE.docx',
    )
  const bytes = await readWordFile(file)
  const { readLook } = await import('../../word/look.ts')
  return told(
    file,
    aboutFile(file, () => readLook(bytes)),
  )
}

/** Says what is not taken along: of its headers at once, of its numbers when a document has such. */
function told(file: string, look: Look | undefined): Look | undefined {
  if (!look) return undefined
  const said = new Set<string>()
  const sayLeft = () => {
    for (const line of look.left) if (!said.has(line)) say(`clausebook: ${file}: ${line}`)
    for (const line of look.left) said.add(line)
  }
  sayLeft()
  return {
    ...look,
    dress: (parts) => {
      const dressed = look.dress(parts)
      sayLeft()
      return dressed
    },
  }
}
