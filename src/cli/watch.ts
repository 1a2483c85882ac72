import { Command, InvalidArgumentError } from 'commander'
import { watchFormats } from '../formats.ts'
import { type DatabaseOptions, databaseOption } from './database.ts'
import { isoDate } from './date.ts'
import { byOption } from './jobs.ts'
import { ahead } from './obligations.ts'
import { formatOption } from './output-format.ts'
import { registerOption } from './vendors.ts'
import type { WatchOptions } from './watch/run.ts'
import type { ScheduleOptions } from './watch/schedule.ts'

/** `clausebook watch`: what changed at the licensor, whom it touches and what is due, for cron or a job of one's own. */
export function watchCommand(): Command {
  return (
    new Command('watch')
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
      // What stands behind the name of a command of its own is that command's.
      .enablePositionalOptions()
      .addCommand(
        new Command('add')
          .description('have the workers of a database watch again and again, and keep each report as a job')
          .argument('[ids...]', 'texts, such as llama-3.1/use-policy; all by default')
          .requiredOption('--every <time>', 'how often: 12h, 1d, 1w')
          .option(
            '--at <time>',
            'the time of day in UTC at which it is first due: 07:00; by default at once',
            clock,
          )
          .option(
            '--due <days>',
            'how far ahead duties of the register are listed: 30d, 6m or 1y',
            ahead,
            '30d',
          )
          .option('--offline', 'ask no address: what the last check kept is told')
          .addOption(databaseOption())
          .addOption(byOption())
          .action(async (ids: string[], options: ScheduleOptions) => {
            await (await import('./watch/schedule.ts')).addWatch(ids, options)
          }),
      )
      .addCommand(
        new Command('list')
          .description('the watches of a database, and when each is due')
          .addOption(databaseOption())
          .option('--json', 'the result as JSON')
          .action(async (options: DatabaseOptions & { json?: true }) => {
            await (await import('./watch/schedule.ts')).listWatches(options)
          }),
      )
      .addCommand(
        new Command('remove')
          .description('watch no more; what it came to stays among the jobs')
          .argument('<watch>', 'its id, as watch list has it')
          .addOption(databaseOption())
          .addOption(byOption())
          .action(async (id: string, options: DatabaseOptions & { by?: string }) => {
            await (await import('./watch/schedule.ts')).removeWatch(id, options)
          }),
      )
  )
}

function clock(value: string): string {
  if (/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value)) return value
  throw new InvalidArgumentError('Give a time of day: 07:00.')
}
