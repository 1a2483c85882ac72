import { extname } from 'node:path'
import { Problem } from '../../problem.ts'
import type { CompareOptions, Format } from './options.ts'

/**
 * The name of the file that a separate cover goes into, beside the redline: `redline-cover.docx`.
 *
 * @throws Problem where a cover is asked for that the result cannot have
 */
export function coverFile(
  { cover, output }: Pick<CompareOptions, 'cover' | 'output'>,
  format: Format,
  inPlace: boolean,
): string | undefined {
  if (cover === undefined || cover === 'none') return undefined
  if (format !== 'docx')
    throw new Problem('usage', '--cover is for a Word redline: give --format docx, or leave it out')
  if (cover !== 'separate') {
    if (!inPlace) return undefined
    throw new Problem(
      'usage',
      `two Word files give the right one with its changes tracked, and a page of ours would be in neither of them: give --cover separate, or --rebuilt with --cover ${cover}`,
    )
  }
  if (output === '-')
    throw new Problem(
      'usage',
      '--cover separate is a file beside the redline: name that with --output FILE.docx',
    )
  const ending = extname(output)
  return `${output.slice(0, output.length - ending.length)}-cover${ending}`
}
