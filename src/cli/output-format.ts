import { extname } from 'node:path'
import { listed } from '../in-words.ts'
import { Problem } from '../problem.ts'

const byName: Record<string, string> = {
  '.txt': 'terminal',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.docx': 'docx',
  '.json': 'json',
  '.csv': 'csv',
}

/**
 * The format that an output's name says. A name that says none, or one that the command cannot write, is refused: a
 * report for the terminal in a file named `.pdf` would open nowhere.
 *
 * @param output path of the file, or `-` for standard output
 * @param known the formats that the command writes
 * @param otherwise the format of standard output, and of a name without an ending
 * @throws Problem where the name says another format
 * @example
 * outputFormat('comparison.html', ['terminal', 'html'], 'terminal') // 'html'
 */
export function outputFormat<F extends string>(output: string, known: readonly F[], otherwise: F): F {
  const ending = extname(output).toLowerCase()
  if (output === '-' || (ending === '' && otherwise === 'terminal')) return otherwise
  const format = known.find((one) => one === byName[ending])
  if (format) return format
  const endings = Object.keys(byName).filter((name) => known.some((one) => one === byName[name]))
  const short = endings.filter((name) => name !== '.markdown' && name !== '.htm')
  throw new Problem('format', `names no format: end it in ${listed(short, 'or')}, or give --format`, {
    file: output,
  })
}
