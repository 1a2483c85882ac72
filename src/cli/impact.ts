import { Command } from 'commander'
import { impactFormats } from '../formats.ts'
import { databaseOption } from './database.ts'
import { isoDate } from './date.ts'
import type { ImpactOptions } from './impact/run.ts'
import { formatOption } from './output-format.ts'

/** `clausebook impact TEXT`. */
export function impactCommand(): Command {
  return new Command('impact')
    .description(
      'what a change of a license touches: topics, quotes, positions, clauses, matters and vendors that rest on it',
    )
    .argument(
      '[text]',
      'the text that changed: llama-3.1, llama-3.1/use-policy; with --vendor, that of its models',
    )
    .option(
      '--with <file>',
      'the newer text: a file, or the id of a text that came after it; by default what texts check kept',
    )
    .option('--vendor <name>', 'this vendor of the register alone')
    .option('--to <model>', 'the model that takes the place of those under the text: llama-4-scout')
    .option(
      '--amendments <folder>',
      'write the amendment of each vendor that has signed into it, with a summary',
    )
    .option('--matter <file>', 'with --vendor or --amendments: the facts in common, such as the client')
    .option('--register <folder>', 'the register whose vendors are looked at')
    .addOption(databaseOption())
    .option('--matters <folder>', 'the folder whose matters are looked at')
    .addOption(formatOption(impactFormats, 'terminal'))
    .option('-o, --output <file>', 'file to write; - is standard output', '-')
    .option('--offline', 'never ask the network for an official text that is not here')
    .option('--exit-code', 'end with status 1 where anything rests on what changed')
    .option('--date <date>', 'the day of the report', isoDate)
    .action(async (text: string | undefined, options: ImpactOptions) => {
      await (await import('./impact/run.ts')).runImpact(text, options)
    })
}
