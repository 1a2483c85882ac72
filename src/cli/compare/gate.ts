import { gate, gateReport } from '../../compare/gate.ts'
import { Problem } from '../../problem.ts'
import { openGiven, openTexts } from '../../texts/index.ts'
import { libraryFor } from '../house.ts'
import { requireWritable, writeOutput } from '../output.ts'
import { outputFormat } from '../output-format.ts'
import type { CompareOptions } from './options.ts'
import { readingOf } from './reading.ts'
import { requireWhole } from './whole.ts'

/**
 * `clausebook compare AGREED TO-SIGN --gate`: is the text to sign the one that was agreed.
 *
 * @throws Problem where a text cannot be read, or an option says something about another kind of comparison
 */
export async function runGate(left: string, right: string, options: CompareOptions): Promise<void> {
  const { output, view } = options
  if (options.silent) throw new Problem('usage', '--silent does not go with --gate: leave one of them out')
  requireWhole(options, '--gate, which compares the whole')
  const format = gateFormat(options)
  await requireWritable(output, [left, right])
  const library = await libraryFor(options)
  const texts = openTexts(library.licenses)
  const open = async (name: string, state: typeof view) => {
    const [text] = await openGiven(texts, [name], readingOf(options, state))
    if (!text?.document && text?.source === undefined)
      throw new Problem('missing-text', `the official text of ${name} is not here: clausebook texts fetch`)
    return text
  }
  const [agreed, toSign] = [
    await open(left, options.leftView ?? view),
    await open(right, options.rightView ?? view),
  ]
  const report = gate(agreed, toSign, {
    trackedRead: options.rightView !== undefined,
    picturesSeen: options.picturesSeen ?? false,
  })
  await writeOutput(
    output,
    format === 'json' ? `${JSON.stringify(report, undefined, 2)}\n` : gateReport(report),
  )
  process.exitCode = report.status
}

function gateFormat({ format, output }: CompareOptions): 'terminal' | 'json' {
  const known = ['terminal', 'json'] as const
  if (format === undefined) return outputFormat(output, known, 'terminal')
  const found = known.find((one) => one === format)
  if (found) return found
  throw new Problem(
    'format',
    `--gate answers for the terminal or as JSON, not as ${format}: leave --format out`,
  )
}
