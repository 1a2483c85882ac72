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
    .argument('<text>', 'the text that changed: llama-3.1, llama-3.1/use-policy')
    .option(
      '--with <file>',
      'the newer text: a file, or the id of a text that came after it; by default what texts check kept',
    )
    .option('--register <folder>', 'the register whose vendors are looked at')
    .addOption(databaseOption())
    .option('--matters <folder>', 'the folder whose matters are looked at')
    .addOption(formatOption(impactFormats, 'terminal'))
    .option('-o, --output <file>', 'file to write; - is standard output', '-')
    .option('--offline', 'never ask the network for an official text that is not here')
    .option('--exit-code', 'end with status 1 where anything rests on what changed')
    .option('--date <date>', 'the day of the report', isoDate)
    .action(async (text: string, options: ImpactOptions) => {
      await (await import('./impact/run.ts')).runImpact(text, options)
    })
}
