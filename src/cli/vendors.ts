import { Command, InvalidArgumentError, Option } from 'commander'
import { registerFormats } from '../formats.ts'
import { databaseOption } from './database.ts'
import { isoDate } from './date.ts'
import { formatOption } from './output-format.ts'
import { tableOptions } from './table-options.ts'
import type { ExportOptions } from './vendors/export.ts'
import type { ImportCommandOptions } from './vendors/import.ts'
import type { LinkOptions, LinksOptions, UnlinkOptions } from './vendors/link.ts'
import type { ListOptions } from './vendors/list.ts'
import type { SetOptions } from './vendors/set.ts'
import type { ShowOptions } from './vendors/show.ts'

/** `clausebook vendors`: the register of vendors. */
export function vendorsCommand(): Command {
  return new Command('vendors')
    .description('the register of vendors: who was asked, sent, signed, on which models and until when')
    .addCommand(listCommand())
    .addCommand(showCommand())
    .addCommand(importCommand())
    .addCommand(setCommand())
    .addCommand(exportCommand())
    .addCommand(linkCommand())
    .addCommand(linksCommand())
    .addCommand(unlinkCommand())
}

/** The folder of a register, where every command of it finds it. */
export function registerOption(): Option {
  return new Option('--register <folder>', 'folder of the register (default: register)')
}

function listCommand(): Command {
  return new Command('list')
    .description('vendors and where they stand')
    .addOption(registerOption())
    .addOption(databaseOption())
    .option('--find <words>', 'with each of these words in its name, product, models, owner, category or ids')
    .option('--status <status>', 'which status; may be repeated', listed)
    .option('--owner <name>', 'whose they are')
    .option('--category <name>', 'of which category')
    .option('--model <name>', 'with a model whose name begins so: "Llama 3.2"')
    .addOption(
      new Option('--sort <by>', 'by what they are sorted')
        .choices(['name', 'status', 'owner', 'category', 'ends', 'renews', 'signed'])
        .default('name'),
    )
    .addOption(formatOption(registerFormats, 'terminal'))
    .option('-o, --output <file>', 'file to write; - is standard output', '-')
    .option('--date <date>', 'the day of the list', isoDate)
    .action(async (options: ListOptions) => {
      await (await import('./vendors/list.ts')).listVendors(options)
    })
}

function showCommand(): Command {
  return new Command('show')
    .description('one vendor with all that is kept of it, and who changed what')
    .argument('<vendor>', 'its id in the register, or its name')
    .addOption(registerOption())
    .addOption(databaseOption())
    .addOption(formatOption(registerFormats, 'terminal'))
    .option('-o, --output <file>', 'file to write; - is standard output', '-')
    .option('--date <date>', 'the day of the report', isoDate)
    .action(async (vendor: string, options: ShowOptions) => {
      await (await import('./vendors/show.ts')).showVendor(vendor, options)
    })
}

function importCommand(): Command {
  const command = new Command('import')
    .description('take a table (.csv, .xlsx) into the register: new vendors, and what changed of others')
    .argument('<table>', 'the table: a row for a product of a vendor')
    .addOption(registerOption())
    .addOption(databaseOption())
    .option('--dry-run', 'tell what would change, and change nothing')
    .option('--by <name>', 'who says so')
    .option('--date <date>', 'the day on which it is said; by default today', isoDate)
    .action(async (table: string, options: ImportCommandOptions) => {
      await (await import('./vendors/import.ts')).importVendors(table, options)
    })
  for (const option of tableOptions()) command.addOption(option)
  return command
}

function setCommand(): Command {
  return new Command('set')
    .description('change what is kept of a vendor: status=signed, levels.incidents=fallback, owner=Dana')
    .argument('<vendor>', 'its id in the register, or its name')
    .argument(
      '[fact=value...]',
      'what holds now; with nothing behind the sign it is taken away. Further vendors, which were signed with it, come before the first',
    )
    .addOption(registerOption())
    .addOption(databaseOption())
    .option(
      '--file <file>',
      'a file that was sent or signed: its name and digest are kept; may be repeated',
      listed,
    )
    .addOption(
      new Option(
        '--is <what>',
        'with --file: what it is, so that an amendment is not taken for the addendum',
      ).choices(['signed', 'vendor-addendum', 'vendor-amendment']),
    )
    .option(
      '--deal <deal>',
      'folder of a deal, or its name in the database: the level agreed on each clause, and its numbers',
    )
    .option('--locale <tag>', 'how days and numbers are written, such as de-DE or en-US')
    .option('--by <name>', 'who says so')
    .option('--date <date>', 'the day on which it is said; by default today', isoDate)
    .action(async (vendor: string, facts: string[], options: SetOptions) => {
      await (await import('./vendors/set.ts')).setVendor(vendor, facts, options)
    })
}

function exportCommand(): Command {
  return new Command('export')
    .description('the register as a table that can be filled in and imported again (.xlsx, .csv), or as JSON')
    .addOption(registerOption())
    .addOption(databaseOption())
    .option('--template', 'the table without a vendor, to be filled in')
    .addOption(formatOption(['xlsx', 'csv', 'json']))
    .requiredOption('-o, --output <file>', 'file to write; - is standard output')
    .action(async (options: ExportOptions) => {
      await (await import('./vendors/export.ts')).exportVendors(options)
    })
}

function linkCommand(): Command {
  return new Command('link')
    .description('make a link by which a vendor answers its questionnaire, and tell it once')
    .argument('<vendor>', 'its id in the register, or its name')
    .addOption(registerOption())
    .addOption(databaseOption())
    .option('--until <date>', 'the last day on which it is open; by default 30 days from today', isoDate)
    .option('--client <name>', 'who asks, as the vendor reads it')
    .option('--public-url <address>', 'what people open, where serve --vendor-links is')
    .option('--by <name>', 'who makes it')
    .action(async (vendor: string, options: LinkOptions) => {
      await (await import('./vendors/link.ts')).linkVendor(vendor, options)
    })
}

function linksCommand(): Command {
  return new Command('links')
    .description('links that are open, who made them, until when, and what came by any')
    .addOption(registerOption())
    .addOption(databaseOption())
    .option('--json', 'the result as JSON, with those that have ended')
    .action(async (options: LinksOptions) => {
      await (await import('./vendors/link.ts')).listLinks(options)
    })
}

function unlinkCommand(): Command {
  return new Command('unlink')
    .description('take back every link of a vendor; what came by them stays')
    .argument('<vendor>', 'its id in the register, or its name')
    .addOption(registerOption())
    .addOption(databaseOption())
    .option('--link <id>', 'this one alone, as vendors links has it')
    .option('--by <name>', 'who takes it back')
    .action(async (vendor: string, options: UnlinkOptions) => {
      await (await import('./vendors/link.ts')).unlinkVendor(vendor, options)
    })
}

function listed(value: string, before: string[] = []): string[] {
  if (value.trim() === '') throw new InvalidArgumentError('It is empty.')
  return [...before, value]
}
