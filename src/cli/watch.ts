import { Command } from 'commander'
import { watchFormats } from '../formats.ts'
import { databaseOption } from './database.ts'
import { isoDate } from './date.ts'
import { ahead } from './obligations.ts'
import { formatOption } from './output-format.ts'
import { registerOption } from './vendors.ts'
import type { WatchOptions } from './watch/run.ts'

/** `clausebook watch`: what changed at the licensor, whom it touches and what is due, for cron or a job of one's own. */
export function watchCommand(): Command {
  return new Command('watch')
    .description(
      'what a schedule reports: texts that changed at their official addresses, whom that touches, and what is due; sent to nobody',
    )
    .argument('[ids...]', 'texts, such as llama-3.1/use-policy; all by default')
    .addOption(registerOption())
    .addOption(databaseOption())
    .option('--matters <folder>', 'the folder whose matters are looked at')
    .option('--due <days>', 'how far ahead duties of the register are listed: 30d, 6m or 1y', ahead, '30d')
    .addOption(formatOption(watchFormats, 'terminal'))
    .option('-o, --output <file>', 'file to write; - is standard output', '-')
    .option('--offline', 'ask no address: what the last check kept is told')
    .option('--date <date>', 'the day of the report; by default today', isoDate)
    .action(async (ids: string[], options: WatchOptions) => {
      await (await import('./watch/run.ts')).runWatch(ids, options)
    })
}
