import { Command } from 'commander'
import { type DatabaseOptions, databaseOption } from './database.ts'
import { formatOption } from './output-format.ts'
import type { AuditOptions } from './store/audit.ts'

/** `clausebook store …`: the database of a team. */
export function storeCommand(): Command {
  return new Command('store')
    .description('the database of a team: its tables, everything as files and back, and who did what')
    .addCommand(
      new Command('migrate')
        .description('make the tables of a database, or bring them to what this program needs')
        .addOption(databaseOption())
        .action(async (options: DatabaseOptions) => {
          await (await import('./store/migrate.ts')).migrateStore(options)
        }),
    )
    .addCommand(
      new Command('export')
        .description('write everything as the folders that clausebook works with when it has no database')
        .argument('<folder>', 'the folder to make')
        .addOption(databaseOption())
        .action(async (folder: string, options: DatabaseOptions) => {
          await (await import('./store/carry.ts')).exportStore(folder, options)
        }),
    )
    .addCommand(
      new Command('import')
        .description(
          'take everything in that the folders matters, register and deals of a folder keep, or nothing',
        )
        .argument('<folder>', 'the folder that has them')
        .addOption(databaseOption())
        .action(async (folder: string, options: DatabaseOptions) => {
          await (await import('./store/carry.ts')).importStore(folder, options)
        }),
    )
    .addCommand(
      new Command('audit')
        .description('who did what, when and from where, the oldest first')
        .addOption(databaseOption())
        .addOption(formatOption(['csv', 'json']))
        .option('-o, --output <file>', 'file to write; - is standard output', '-')
        .action(async (options: AuditOptions) => {
          await (await import('./store/audit.ts')).auditStore(options)
        }),
    )
}
