import { basename } from 'node:path'
import { compareTexts } from '../../compare/index.ts'
import { silentChanges, silentPage } from '../../markup/silent.ts'
import { Problem } from '../../problem.ts'
import { openTexts, openWhole } from '../../texts/index.ts'
import { silentFile } from '../../word/silent-report.ts'
import { libraryFor } from '../house.ts'
import { refuseBytesOnTerminal, requireWritable, writeOutput } from '../output.ts'
import { pageToTerminal } from '../terminal/page.ts'
import { terminalOf } from '../terminal.ts'
import { isWordFile, readWordFile } from '../word/files.ts'
import { lookOf } from '../word/look.ts'
import { formatOf } from './format.ts'
import type { CompareOptions } from './options.ts'
import { readingOf } from './reading.ts'
import { requireWhole } from './whole.ts'

/**
 * `clausebook compare SENT RETURNED --silent`: what came back changed without being tracked.
 *
 * @throws Problem where a text cannot be read, what came back is no Word file, or an option says something about another
 *   kind of comparison
 */
export async function runSilent(left: string, right: string, options: CompareOptions): Promise<void> {
  const { output, view, author, date, exitCode = false } = options
  requireFit(right, options)
  const format = formatOf(options)
  refuseBytesOnTerminal(format, output)
  await requireWritable(
    output,
    [left, right, options.referenceDoc].filter((one) => one !== undefined),
  )
  const sentView = options.leftView ?? view
  const returned = await readWordFile(right)
  const sent = isWordFile(left) ? await readWordFile(left) : undefined
  const library = await libraryFor(options)
  const look = await lookOf(options.referenceDoc, format, library.house)
  const texts = openTexts(library.licenses)
  const reading = (state: typeof view) => ({ official: true, ...readingOf(options, state), hidden: true })
  const [from] = await openWhole(texts, [left], reading(sentView))
  const [to] = await openWhole(texts, [right], reading('original'))
  const { comparison } = compareTexts(library, from!, to!, 'official')
  const report = silentChanges(comparison, {
    sent: {
      name: sent ? basename(left) : from!.id,
      sha256: from!.sha256 ?? '',
      view: sentView,
      ...(sent && { bytes: sent }),
    },
    returned: { name: basename(right), sha256: to!.sha256 ?? '', bytes: returned },
  })
  await writeOutput(
    output,
    format === 'terminal'
      ? pageToTerminal(silentPage(report), terminalOf(output))
      : await silentFile(report, format, { author, ...(date && { date }), ...(look && { look }) }),
  )
  if (exitCode && (report.changes.length > 0 || !report.readWhole)) process.exitCode = 1
}

function requireFit(right: string, options: CompareOptions): void {
  if (!isWordFile(right))
    throw new Problem(
      'usage',
      'with --silent, what came back must be a Word file (.docx), which alone has tracked changes',
      { file: right },
    )
  if (options.rightView === 'accepted')
    throw new Problem(
      'usage',
      '--silent rejects what RIGHT tracks: leave --right-view out, or compare without --silent',
    )
  requireWhole(options, '--silent, which lists all')
}
