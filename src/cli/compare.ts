import { Command, InvalidArgumentError, Option } from 'commander'
import { type CompareOptions, formats } from './compare/options.ts'
import { formatOption } from './output-format.ts'
import { viewOption } from './verify.ts'
import { referenceDocOption } from './word/look.ts'
import { pagesOption } from './word/pages-option.ts'

/** `clausebook compare LEFT RIGHT`. */
export function compareCommand(): Command {
  return new Command('compare')
    .description('compare two licenses or files clause by clause, or one topic across all licenses')
    .argument(
      '[left]',
      'a license (llama-2, llama-2/use-policy) or a file (.docx, .pdf, .html, .md, .txt, .odt, .rtf, .doc)',
    )
    .argument('[right]', 'the license or file to compare it with')
    .addOption(formatOption(formats, 'terminal'))
    .option('-o, --output <file>', 'the file to write; - is standard output', '-')
    .option('--all <topic>', 'one topic across all licenses, instead of two licenses')
    .option('--changed', 'leave out the clauses that have not changed')
    .option('--topic <id>', 'one topic alone, for example user-threshold')
    .option('--group <id>', 'one group of topics alone')
    .addOption(
      new Option(
        '--text <words>',
        'the official words, or the restatements of the library; by default official where they are here',
      ).choices(['official', 'restated']),
    )
    .addOption(
      new Option(
        '--schema <form>',
        'the form of the JSON: 2, or 1 as it was before use policies were compared too',
      )
        .choices(['1', '2'])
        .argParser((value) => (value === '1' ? 1 : value === '2' ? 2 : refuse('the forms are 1 and 2.'))),
    )
    .addOption(
      new Option('--as <writing>', 'how text files are written; by default as their names say').choices([
        'text',
        'markdown',
        'html',
      ]),
    )
    .option(
      '--encoding <name>',
      'what text files are encoded in (windows-1250, shift_jis); else told from them',
    )
    .addOption(
      new Option(
        '--view <state>',
        'of a Word file with tracked changes: as accepted, or as it was before them',
      )
        .choices(['accepted', 'original'])
        .default('accepted'),
    )
    .addOption(viewOption('--left-view <state>', 'the same of the left file alone'))
    .addOption(viewOption('--right-view <state>', 'the same of the right file alone'))
    .option(
      '--silent',
      'list what came back (RIGHT, a Word file) changed without being tracked, and who tracked how much',
    )
    .option(
      '--gate',
      'before signing: is RIGHT the text that was agreed (LEFT); ends with 0, 3, 4, 5 or 1 (docs/word.md)',
    )
    .option(
      '--pictures-seen',
      'with --gate: somebody has looked at the pictures, which are not compared across formats',
    )
    .option('--rebuilt', 'of two Word files, a report in our own look and not marks in the right file')
    .option('--formatting', 'of two Word files, show other looks and numbering of the same words too')
    .option('--no-moves', 'of two Word files, show paragraphs that stand elsewhere as deleted and inserted')
    .option(
      '--no-field-results',
      'of two Word files, leave what cross-references and tables of contents show as the right file has it',
    )
    .option(
      '--receipt <file>',
      'of two Word files: digests of both, of the redline and of what it gives back, as JSON',
    )
    .addOption(
      new Option(
        '--cover <where>',
        'of a Word redline: where the pages stand that say what changed; separate is a file beside it. By default none where two Word files are compared, else first',
      ).choices(['first', 'last', 'separate', 'none']),
    )
    .addOption(pagesOption())
    .option('--hidden', 'compare hidden text of Word files too')
    .option('--typography', 'show differences of quotation marks, hyphens and spaces alone as changes')
    .option('--no-typography', 'in a Word redline, leave those of the left text as they are')
    .option('--offline', 'never ask the network for official texts that are not here')
    .option('--for-counterparty', 'for the other side: nothing of us in it, no digest and no name of a file')
    .option(
      '--keep-comments <author...>',
      'with --for-counterparty, of two Word files: whose comments go along, beside those that the left file has',
    )
    .option('--protect', 'of a Word file: whoever opens it can make tracked changes alone')
    .addOption(referenceDocOption())
    .option('--author <name>', 'whose the tracked changes of a Word file are', 'Clausebook')
    .option('--date <date>', 'when they were made; by default today', dateOf)
    .option('--exit-code', 'end with status 1 where a clause differs, or something was not read')
    .action(run)
}

async function run(
  left: string | undefined,
  right: string | undefined,
  options: CompareOptions,
  command: Command,
): Promise<void> {
  if (options.all !== undefined) {
    if (left !== undefined) command.error('--all takes no licenses: it shows the topic in all of them')
    const { runMatrix } = await import('./compare/matrix.ts')
    return runMatrix(options.all, options)
  }
  if (left === undefined || right === undefined) {
    command.error(
      `missing required argument '${left === undefined ? 'left' : 'right'}': name two licenses or files`,
    )
  }
  const { runCompare } = await import('./compare/run.ts')
  await runCompare(left, right, options)
}

function refuse(reason: string): never {
  throw new InvalidArgumentError(reason)
}

/** ISO 8601: a day, or a day and time in UTC. */
function dateOf(value: string): string {
  const known = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}Z)?$/.test(value)
  // Date takes 30 February for 1 March.
  if (known && new Date(value).toJSON()?.startsWith(value.slice(0, 10))) return value
  throw new InvalidArgumentError('a date is written 2025-01-31 or 2025-01-31T09:00:00Z.')
}
