import { Command, InvalidArgumentError } from 'commander'
import { listed } from '../in-words.ts'
import { type CleanKind, cleanKinds } from '../markup/clean-kinds.ts'

type Kept = CleanKind | 'tracked'

interface CleanOptions {
  output: string
  keep?: Kept[]
}

const kept: readonly Kept[] = [...cleanKinds, 'tracked']

/** `clausebook clean FILE --output FILE`. */
export function cleanCommand(): Command {
  return new Command('clean')
    .description(
      `take out of a Word file what nobody sees in it (${listed([...cleanKinds], 'and')}), and say what that was; its words stay to the letter`,
    )
    .argument('<file>', 'a Word file (.docx)')
    .option('--keep <kind...>', `what stays: ${listed([...kept], 'or')}`, kindOf)
    .requiredOption('-o, --output <file>', 'the file to write; - is standard output')
    .action(run)
}

async function run(file: string, { output, keep = [] }: CleanOptions): Promise<void> {
  const { cleanWord } = await import('../markup/index.ts')
  const { refuseBytesOnTerminal, requireWritable, tell, writeOutput } = await import('./output.ts')
  const { aboutFile, readWordFile } = await import('./word/files.ts')
  const { say } = await import('./say.ts')
  refuseBytesOnTerminal('docx', output)
  await requireWritable(output, [file])
  const bytes = await readWordFile(file)
  const { bytes: cleaned, removed, notLookedInto, stays } = aboutFile(file, () => cleanWord(bytes, { keep }))
  await writeOutput(output, cleaned)
  const lines = [
    ...(removed.length === 0
      ? ['nothing was there to take out']
      : removed.map(({ kind, what }) => `${kind}: ${what}`)),
    ...stays.map((one) => `stays: ${one}`),
    ...notLookedInto.map((part) => `not looked into: ${part}`),
  ]
  if (output === '-') for (const line of lines) say(`clausebook: ${line}`)
  else await tell(`${lines.join('\n')}\n`)
}

function kindOf(value: string, before: Kept[] = []): Kept[] {
  const kind = kept.find((one) => one === value)
  if (!kind) throw new InvalidArgumentError(`what can stay is ${listed([...kept], 'or')}.`)
  return [...before, kind]
}
