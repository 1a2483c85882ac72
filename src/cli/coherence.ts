import { Command, Option } from 'commander'
import type { HouseOptions } from './house.ts'

interface CoherenceOptions extends HouseOptions {
  with?: string[]
  format: 'terminal' | 'json'
  output: string
  exitCode?: true
  offline?: true
}

/** `clausebook coherence FILE… [--with FILE…]`: papers as they stand now, whoever edited them. */
export function coherenceCommand(): Command {
  return new Command('coherence')
    .description(
      'say what does not fit together in papers as they stand: a letter with the licenses that it amends, an addendum, a license with changes',
    )
    .argument('<files...>', 'what was edited: .docx, .md, .pdf …, or a license')
    .option('--with <files...>', 'papers of the other side, or licenses, that they are read with')
    .addOption(
      new Option('-f, --format <format>', 'of the result').choices(['terminal', 'json']).default('terminal'),
    )
    .option('-o, --output <file>', 'file to write, or - for standard output', '-')
    .option('--exit-code', 'end with status 1 where something does not fit together, or was not read')
    .option('--offline', 'fetch no official text')
    .action(run)
}

async function run(
  files: string[],
  { with: beside = [], format, output, exitCode, offline, ...house }: CoherenceOptions,
): Promise<void> {
  const { libraryFor } = await import('./house.ts')
  const { openGiven, openTexts } = await import('../texts/index.ts')
  const { checkEdited } = await import('../draft/index.ts')
  const { coherenceLine } = await import('../coherence/index.ts')
  const { requireWritable, writeOutput } = await import('./output.ts')
  const { say } = await import('./say.ts')
  await requireWritable(output, [...files, ...beside])
  const { licenses } = await libraryFor(house)
  const store = openTexts(licenses)
  const options = { say, ...(offline && { offline }) }
  const [given, others] = [await openGiven(store, files, options), await openGiven(store, beside, options)]
  for (const note of [...given, ...others].flatMap(({ notes }) => notes)) say(`clausebook: ${note}`)
  const { messages, read, unread } = await checkEdited(given, others, store)
  for (const what of unread) say(`clausebook: not read for what does not fit together: ${what}`)
  if (exitCode && (messages.length > 0 || unread.length > 0)) process.exitCode = 1
  const lines =
    messages.length > 0
      ? messages.map(coherenceLine)
      : [`${read.join(', ')}: nothing found that does not fit together`]
  const content =
    format === 'json' ? JSON.stringify({ version: 1, messages, read, unread }, null, 2) : lines.join('\n')
  await writeOutput(output, `${content}\n`)
}
