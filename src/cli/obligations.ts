import { Command, InvalidArgumentError } from 'commander'
import { obligationFormats } from '../formats.ts'
import { databaseOption } from './database.ts'
import { isoDate } from './date.ts'
import { formatOption } from './output-format.ts'
import type { ObligationsOptions } from './vendors/obligations.ts'
import { registerOption } from './vendors.ts'

/** `clausebook obligations`: what is due under the contracts that were signed. */
export function obligationsCommand(): Command {
  return new Command('obligations')
    .description(
      'what is due under signed contracts and under the licenses, by whom and when: as a list, a table or a calendar',
    )
    .addOption(registerOption())
    .addOption(databaseOption())
    .option('--due <days>', 'how far ahead: 30d, 6m or 1y', ahead, '90d')
    .option('--vendor <name>', 'of one vendor alone: its id or name')
    .option('--owner <name>', 'whose vendors')
    .option('--matter <file>', 'our own matter, whose duties under the licenses are listed too')
    .addOption(formatOption(obligationFormats, 'terminal'))
    .option('-o, --output <file>', 'file to write; - is standard output', '-')
    .option('--date <date>', 'the day from which on it is due; by default today', isoDate)
    .action(async (options: ObligationsOptions) => {
      await (await import('./vendors/obligations.ts')).listObligations(options)
    })
}

export function ahead(value: string): string {
  if (/^[1-9]\d{0,3}[dmy]?$/.test(value.trim())) return value.trim()
  throw new InvalidArgumentError('Give days, months or years: 30d, 6m, 1y.')
}
