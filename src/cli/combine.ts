import { Command, Option } from 'commander'
import type { CombineReport, Meeting } from '../markup/index.ts'
import { isoDate } from './date.ts'
import type { PrintedPages } from './output.ts'
import { pagesOption, requirePrint } from './word/pages-option.ts'

interface CombineOptions {
  output: string
  author: string
  date?: string
  format: 'terminal' | 'json'
  exitCode?: true
  pages?: PrintedPages
}

/** `clausebook combine BASE A B … --output FILE`. */
export function combineCommand(): Command {
  return new Command('combine')
    .description(
      'put several reviewers’ mark-ups of one Word file into one: each author is kept, conflicts are shown and not resolved',
    )
    .argument('<base>', 'the Word file (.docx) that all of them marked up')
    .argument('<files...>', 'the reviewers’ files, with tracked changes')
    .requiredOption('-o, --output <file>', 'the file to write; - is standard output')
    .addOption(
      new Option('-f, --format <format>', 'how conflicts are listed on standard output')
        .choices(['terminal', 'json'])
        .default('terminal'),
    )
    .option('--author <name>', 'whose the comments on conflicts are', 'Clausebook')
    .option('--date <date>', 'when they were made; by default today', isoDate)
    .addOption(pagesOption())
    .option('--exit-code', 'end with status 1 where there is a conflict')
    .action(run)
}

async function run(base: string, files: string[], options: CombineOptions, command: Command): Promise<void> {
  const { output, format, author, exitCode } = options
  if (files.length < 2) command.error('name at least two reviewers’ files: there is nothing to combine')
  if (format === 'json' && output === '-')
    command.error('--format json needs standard output for itself: name a file with --output')
  const { combineWord, wishWords } = await import('../markup/index.ts')
  const { refuseBytesOnTerminal, requireWritable, tell, writeOutput } = await import('./output.ts')
  const { readWordFile } = await import('./word/files.ts')
  const { say } = await import('./say.ts')
  const { today } = await import('../today.ts')
  requirePrint(output, options.pages)
  refuseBytesOnTerminal('docx', output)
  await requireWritable(output, [base, ...files])
  const [origin, ...reviewed] = await Promise.all(
    [base, ...files].map(async (name) => ({ name, bytes: await readWordFile(name) })),
  )
  const date = `${options.date ?? today()}T00:00:00Z`
  const { bytes, report } = combineWord(origin!, reviewed, { author, date })
  await writeOutput(output, bytes, options.pages)
  const lines = linesOf(report, wishWords)
  if (output === '-') for (const line of lines) say(`clausebook: ${line}`)
  else await tell(format === 'json' ? `${JSON.stringify(report, undefined, 2)}\n` : `${lines.join('\n')}\n`)
  if (exitCode && report.conflicts.length > 0) process.exitCode = 1
}

function linesOf(
  { reviewers, conflicts, shared }: CombineReport,
  words: (wish: Meeting['wishes'][number]) => string,
): string[] {
  const met = (what: string, { place, wishes }: Meeting) => [
    `${what} at “${place}”`,
    ...wishes.map((wish) => `  ${wish.author || 'nobody named'} (${wish.file}): ${words(wish)}`),
  ]
  return [
    ...reviewers.map(
      ({ file, authors, changes }) =>
        `${file}: ${changes} tracked ${changes === 1 ? 'change' : 'changes'} of ${authors.map((one) => one || 'nobody named').join(', ') || 'nobody'}`,
    ),
    ...reviewers.flatMap(({ file, leftOut }) => leftOut.map((what) => `not combined: ${what} of ${file}`)),
    conflicts.length === 0
      ? 'no conflicts'
      : `${conflicts.length} ${conflicts.length === 1 ? 'conflict' : 'conflicts'}, each with all that was wanted and a comment`,
    ...conflicts.flatMap((one) => met('conflict', one)),
    ...shared.flatMap((one) => met('the same change', one)),
  ]
}
