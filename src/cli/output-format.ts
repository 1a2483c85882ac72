import { extname } from 'node:path'
import { Option } from 'commander'
import { endingOf, type FormatId, formatIds, formatOfEnding, outputFormats } from '../formats.ts'
import { listed } from '../in-words.ts'
import { Problem } from '../problem.ts'

/** `--format`, with the formats that a command writes, each by the name that people know it by. */
export function formatOption(known: readonly FormatId[], otherwise?: 'terminal'): Option {
  const labels = listed(
    known.filter((id) => id !== 'terminal').map((id) => outputFormats[id].label),
    'or',
  )
  const without = otherwise === undefined ? '' : ', else for the terminal'
  return new Option(
    '-f, --format <format>',
    `${labels}; by default as the name of the output says${without}`,
  ).choices(known)
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
export function outputFormat<F extends FormatId>(output: string, known: readonly F[], otherwise: F): F {
  const ending = extname(output).toLowerCase()
  if (output === '-' || (ending === '' && otherwise === 'terminal')) return otherwise
  // A PDF is a Word file, printed.
  const named = ending === '.pdf' ? 'docx' : formatOfEnding(ending)
  const format = known.find((one) => one === named)
  if (format) return format
  const endings = formatIds.filter((one) => known.some((id) => id === one)).map((one) => `.${endingOf(one)}`)
  throw new Problem('format', `names no format: end it in ${listed(endings, 'or')}, or give --format`, {
    file: output,
  })
}
