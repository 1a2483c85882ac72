import { Command, InvalidArgumentError } from 'commander'

interface ResolveOptions {
  accept?: true
  reject?: true
  author?: string
  before?: string
  output: string
}

/** `clausebook resolve FILE (--accept|--reject) --output FILE`. */
export function resolveCommand(): Command {
  return new Command('resolve')
    .description(
      'accept or reject the tracked changes of a Word file: all of them, one author’s, or those before a day',
    )
    .argument('<file>', 'a Word file (.docx)')
    .option('--accept', 'accept them')
    .option('--reject', 'reject them')
    .option('--author <name>', 'those of this author alone; the others stay tracked')
    .option('--before <date>', 'those made before this day or time (UTC) alone', dayOrTime)
    .requiredOption('-o, --output <file>', 'the file to write; - is standard output')
    .action(run)
}

async function run(file: string, options: ResolveOptions, command: Command): Promise<void> {
  const { accept, reject, author, before, output } = options
  if ((accept === true) === (reject === true)) command.error('say either --accept or --reject')
  const { countChanges, openWord, resolveWord } = await import('../markup/index.ts')
  const { refuseBytesOnTerminal, requireWritable, writeOutput } = await import('./output.ts')
  const { aboutFile, readWordFile } = await import('./word/files.ts')
  const { say } = await import('./say.ts')
  refuseBytesOnTerminal('docx', output)
  await requireWritable(output, [file])
  const bytes = await readWordFile(file)
  const resolved = aboutFile(file, () =>
    resolveWord(bytes, {
      as: accept ? 'accept' : 'reject',
      ...(author !== undefined && { author }),
      ...(before !== undefined && { before }),
    }),
  )
  await writeOutput(output, resolved)
  const count = (word: Uint8Array) =>
    Object.values(countChanges(openWord(word))).reduce((sum, one) => sum + one, 0)
  const [all, left] = [count(bytes), count(resolved)]
  // An author's name that is written otherwise resolves nothing, and looks as if it had.
  if (all === left)
    say(
      `clausebook: no tracked change was ${accept ? 'accepted' : 'rejected'}${left > 0 ? `: ${left} are of others, or later` : ', since there is none'}`,
    )
  else if (left > 0) say(`clausebook: ${left} of ${all} tracked changes stay`)
}

function dayOrTime(value: string): string {
  if (/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}Z)?$/.test(value) && !Number.isNaN(Date.parse(value)))
    return value
  throw new InvalidArgumentError('a date is written 2026-01-31 or 2026-01-31T09:00:00Z.')
}
