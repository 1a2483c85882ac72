import { Command, Option } from 'commander'
import type { WordView } from '../markup/index.ts'
import { Problem } from '../problem.ts'
import { databaseOption } from './database.ts'
import type { DocumentOptions } from './verify/document.ts'

interface VerifyOptions extends DocumentOptions {
  left?: string
  right?: string
  view: WordView
  leftView?: WordView
  rightView?: WordView
  fieldResults: boolean
  formatting?: boolean
}

/** `clausebook verify REDLINE --left FILE --right FILE`, and `verify DOCUMENT [--record FILE]`. */
export function verifyCommand(): Command {
  return new Command('verify')
    .description(
      'check that a Word redline, whoever made it, gives the left file when rejected and the right when accepted; or, without these, that a document of ours is as it was made and would say the same today',
    )
    .argument('<file>', 'a Word file: a redline, or a document of ours')
    .option('--left <file>', 'of a redline: the Word file that rejecting all must give')
    .option('--right <file>', 'of a redline: the Word file that accepting all must give')
    .option(
      '--record <file>',
      'of a document: the record that was kept of it (default: in it, FILE.record.json, or in a deal or among the drafts of the database)',
    )
    .option(
      '--deal <deal>',
      'of a document: the deal in which it was sent, a folder or a name in the database',
    )
    .addOption(databaseOption())
    .option('--json', 'of a document: what holds and what does not, for a program')
    .addOption(viewOption('--view <state>', 'of both files').default('accepted'))
    .addOption(viewOption('--left-view <state>', 'of the left file'))
    .addOption(viewOption('--right-view <state>', 'of the right file'))
    .option('--no-field-results', 'leave out what cross-references and tables of contents show')
    .option('--formatting', 'check too that the words of the body look as they do in both files')
    .action(run)
}

/** An option that names the state of a file with tracked changes. */
export function viewOption(flags: string, whose: string): Option {
  return new Option(flags, `${whose}, where it has tracked changes: as accepted, or as before them`).choices([
    'accepted',
    'original',
  ])
}

async function run(file: string, options: VerifyOptions): Promise<void> {
  const { left, right } = options
  if (left === undefined && right === undefined)
    return (await import('./verify/document.ts')).verifyDocument(file, options)
  if (left === undefined || right === undefined)
    throw new Problem(
      'usage',
      `a redline is held against two files: give --${left === undefined ? 'left' : 'right'} FILE too, or neither for a document of ours`,
    )
  if (options.record !== undefined || options.deal !== undefined)
    throw new Problem(
      'usage',
      `--${options.record === undefined ? 'deal' : 'record'} is of a document of ours: leave it out with --left and --right`,
    )
  await verifyRedlineFile(file, { ...options, left, right })
}

async function verifyRedlineFile(
  redline: string,
  options: VerifyOptions & { left: string; right: string },
): Promise<void> {
  const { left, right, view, leftView = view, rightView = view, fieldResults, formatting = false } = options
  const { breachWords, looksWords, rowWords, verifyRedline } = await import('../markup/index.ts')
  const { tell } = await import('./output.ts')
  const { aboutFile, readWordFile } = await import('./word/files.ts')
  const [marked, ours, theirs] = await Promise.all([redline, left, right].map(readWordFile))
  const { breaches, rows, looks } = aboutFile(redline, () =>
    verifyRedline(marked!, ours!, theirs!, { leftView, rightView, fieldResults, formatting }),
  )
  const lines = [...breaches.map(breachWords), ...rows.map(rowWords), ...looks.map(looksWords)].map(
    (line) => `${redline}: ${line}`,
  )
  if (lines.length > 0) process.exitCode = 1
  await tell(
    lines.length > 0
      ? `${lines.join('\n')}\n`
      : `${redline}: rejecting all gives ${left}, accepting all ${right}, to the letter\n`,
  )
}
