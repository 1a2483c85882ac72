import { outputFormat } from '../output-format.ts'
import { type CompareOptions, type Format, formats } from './options.ts'

/** The format that was asked for, or that the output's name says, or the terminal's. */
export function formatOf({ format, output }: Pick<CompareOptions, 'format' | 'output'>): Format {
  return format ?? outputFormat(output, formats, 'terminal')
}
