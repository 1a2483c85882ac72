import { Command, Option } from 'commander'
import type { CompareOptions } from './compare/options.ts'

/** `clausebook compare LEFT RIGHT`. */
export function compareCommand(): Command {
  return new Command('compare')
    .description('compare two licenses clause by clause')
    .argument('<left>', 'a license (llama-2, llama-2/use-policy)')
    .argument('<right>', 'the license to compare it with')
    .addOption(
      new Option(
        '-f, --format <format>',
        'how it is reported; by default as the name of the output says, else for the terminal',
      ).choices(['terminal', 'markdown', 'html', 'json', 'csv']),
    )
    .option('-o, --output <file>', 'the file to write; - is standard output', '-')
    .option('--changed', 'leave out the clauses that have not changed')
    .option('--topic <id>', 'one topic alone, for example user-threshold')
    .option('--group <id>', 'one group of topics alone')
    .option('--exit-code', 'end with status 1 where a clause differs')
    .action(async (left: string, right: string, options: CompareOptions) => {
      const { runCompare } = await import('./compare/run.ts')
      await runCompare(left, right, options)
    })
}
