import { Command } from 'commander'
import { type ReviewFormat, reviewFormats } from '../formats.ts'
import { isoDate } from './date.ts'
import type { HouseOptions } from './house.ts'
import { matterSource } from './matter-file.ts'
import { refuseBytesOnTerminal, requireWritable, writeOutput } from './output.ts'
import { formatOption, outputFormat } from './output-format.ts'
import { say } from './say.ts'

interface ReviewCommandOptions {
  matter: string
  vendor?: string
  decisions?: string
  format?: ReviewFormat
  report: string
  author?: string
  date?: string
  exitCode?: true
}

/** `clausebook review INCOMING --matter MATTER`: a vendor's own paper, clause by clause. */
export function reviewCommand(): Command {
  return new Command('review')
    .description(
      "what a vendor's own paper gives of the clauses that a matter calls for: met at which level, below, contrary, missing or unclear",
    )
    .argument('<incoming>', 'their paper: .docx, .pdf, .md, .html, .txt …')
    .requiredOption('-m, --matter <file>', "the matter's YAML file, which decides on clauses and levels")
    .option('--vendor <name>', 'which vendor of the matter it is from')
    .option(
      '--decisions <file>',
      'what a person decided of clauses in this paper, which stands above the engine',
    )
    .addOption(formatOption(reviewFormats, 'terminal'))
    .option('-r, --report <file>', 'file of the report; - is standard output', '-')
    .option('--author <name>', 'whose the report is')
    .option('--date <date>', 'the day of the report', isoDate)
    .option('--exit-code', 'end with status 1 where something is below, contrary, missing or unclear')
    .action(run)
}

async function run(incoming: string, options: ReviewCommandOptions & HouseOptions): Promise<void> {
  const { matter: matterFile, report: output, decisions: decisionsFile } = options
  const format = options.format ?? outputFormat(output, reviewFormats, 'terminal')
  refuseBytesOnTerminal(format, output)
  await requireWritable(
    output,
    [incoming, matterFile, decisionsFile].filter((file) => file !== undefined),
  )
  const [{ isMet, readDecisions, reviewOf }, { libraryFor }, { readMatter, vendorChosen }] =
    await Promise.all([import('../review/index.ts'), import('./house.ts'), import('../matter/index.ts')])
  const { incomingPaper } = await import('./review/paper.ts')
  const { reviewFile } = await import('./review/render.ts')
  const matter = vendorChosen(readMatter(await matterSource(matterFile), matterFile), options.vendor)
  const library = await libraryFor(options, matter)
  const decisions =
    decisionsFile === undefined
      ? []
      : readDecisions(await matterSource(decisionsFile), decisionsFile, new Set(library.flowDowns.keys()))
  const review = reviewOf({ ...(await incomingPaper(incoming)), matter, library, decisions })
  for (const what of review.unread) say(`clausebook: not read: ${what}`)
  for (const { title, lapsed } of review.rows)
    if (lapsed) say(`clausebook: ${title}: the words have changed since ${lapsed.by} decided on ${lapsed.on}`)
  if (options.exitCode && review.rows.some(({ verdict }) => !isMet(verdict))) process.exitCode = 1
  await writeOutput(output, await reviewFile(format, review, { ...options, output, matter, library }))
}
