import { Command, Option } from 'commander'
import { databaseOption } from './database.ts'
import type { ChangeOptions } from './jobs/change.ts'
import type { JobsPlace } from './jobs/place.ts'

/** `clausebook jobs …`: work that was put into the queue. */
export function jobsCommand(): Command {
  return new Command('jobs')
    .description('work that was put into the queue: how far it is, and what came of it')
    .addCommand(
      placed(new Command('list').description('all jobs, the newest first'))
        .option('--json', 'the result as JSON')
        .action(async (options: JobsPlace & { json?: true }) => {
          await (await import('./jobs/list.ts')).listJobs(options)
        }),
    )
    .addCommand(
      placed(ofJob('show', 'how far a job is, which parts of it failed and why, and who did what'))
        .option('--json', 'the result as JSON')
        .action(async (id: string, options: JobsPlace & { json?: true }) => {
          await (await import('./jobs/show.ts')).showJob(id, options)
        }),
    )
    .addCommand(
      placed(
        ofJob(
          'fetch',
          'write what came of a job into a folder, with a summary: as the batch itself would have',
        ),
      )
        .requiredOption('-o, --output <folder>', 'the folder')
        .option(
          '--register <folder>',
          'what this register says was sent is never written over; a database has its own',
        )
        .action(async (id: string, options: JobsPlace & { output: string; register?: string }) => {
          await (await import('./jobs/fetch.ts')).fetchJob(id, options)
        }),
    )
    .addCommand(
      placed(ofJob('cancel', 'let no part of a job be begun any more; what is done stays'))
        .addOption(byOption())
        .action(async (id: string, options: ChangeOptions) => {
          await (await import('./jobs/change.ts')).cancelJob(id, options)
        }),
    )
    .addCommand(
      placed(ofJob('retry', 'have done once more what failed or was cancelled'))
        .requiredOption('--reason <words>', 'why it may come out otherwise; the audit keeps it')
        .addOption(byOption())
        .action(async (id: string, options: ChangeOptions & { reason: string }) => {
          await (await import('./jobs/change.ts')).retryJob(id, options)
        }),
    )
    .addCommand(
      placed(
        ofJob(
          'approve',
          'let drafts go out that have less than our lowest level; the audit keeps who said so',
        ),
      )
        .argument('<draft...>', 'each by the first 12 signs or more of its digest, as jobs show has it')
        .addOption(byOption())
        .action(async (id: string, drafts: string[], options: ChangeOptions) => {
          await (await import('./jobs/change.ts')).decideOnDrafts(id, drafts, 'approved', options)
        }),
    )
    .addCommand(
      placed(ofJob('set-aside', 'say of such drafts that they do not go out, so that they hold up nothing'))
        .argument('<draft...>', 'each by the first 12 signs or more of its digest, as jobs show has it')
        .addOption(byOption())
        .action(async (id: string, drafts: string[], options: ChangeOptions) => {
          await (await import('./jobs/change.ts')).decideOnDrafts(id, drafts, 'set aside', options)
        }),
    )
    .addCommand(
      placed(ofJob('remove', 'take a job away with all that came of it'))
        .addOption(byOption())
        .action(async (id: string, options: ChangeOptions) => {
          await (await import('./jobs/change.ts')).removeJob(id, options)
        }),
    )
}

/** The options by which every command of jobs finds them. */
export function placed(command: Command): Command {
  return command.addOption(mattersOption()).addOption(databaseOption())
}

/** The folder that keeps jobs where there is no database. */
export function mattersOption(): Option {
  return new Option('--matters <folder>', 'the folder of matters, which keeps jobs too')
}

export function byOption(): Option {
  return new Option('--by <name>', 'who says so')
}

function ofJob(name: string, description: string): Command {
  return new Command(name).description(description).argument('<job>', 'its id, as jobs list has it')
}
