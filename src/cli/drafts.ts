import { Command } from 'commander'
import { type DatabaseOptions, databaseOption } from './database.ts'
import type { ListOptions } from './drafts/list.ts'
import { byOption } from './jobs.ts'
import { wholeNumber } from './whole-number.ts'

/** `clausebook drafts …`: documents that are kept in the database of a team. */
export function draftsCommand(): Command {
  return new Command('drafts')
    .description('documents that were drafted and are kept in the database of a team')
    .addCommand(
      new Command('list')
        .description('the newest first: of which matter and version, who, when, and whether it was sent')
        .option('--find <words>', 'words of the name, the matter, the vendor or who drafted it')
        .option('--page <number>', 'which page', wholeNumber)
        .option('--json', 'the result as JSON')
        .addOption(databaseOption())
        .action(async (options: ListOptions) => {
          await (await import('./drafts/list.ts')).listDrafts(options)
        }),
    )
    .addCommand(
      ofDraft('fetch', 'write it as it was drafted, to the byte')
        .requiredOption('-o, --output <file>', 'the file; - is standard output')
        .addOption(databaseOption())
        .action(async (name: string, options: DatabaseOptions & { output: string }) => {
          await (await import('./drafts/fetch.ts')).fetchDraft(name, options)
        }),
    )
    .addCommand(
      ofDraft('sent', 'write down that it was sent; it stays for good')
        .addOption(databaseOption())
        .addOption(byOption())
        .action(async (name: string, options: DatabaseOptions & { by?: string }) => {
          await (await import('./drafts/change.ts')).sentDraft(name, options)
        }),
    )
    .addCommand(
      ofDraft('remove', 'take one away that was not sent')
        .addOption(databaseOption())
        .addOption(byOption())
        .action(async (name: string, options: DatabaseOptions & { by?: string }) => {
          await (await import('./drafts/change.ts')).removeDraft(name, options)
        }),
    )
}

function ofDraft(name: string, description: string): Command {
  return new Command(name).description(description).argument('<draft>', 'its name, as drafts list has it')
}
