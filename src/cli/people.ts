import { Argument, Command, Option } from 'commander'
import { type Role, roles } from '../store/people.ts'
import { type DatabaseOptions, databaseOption } from './database.ts'
import { byOption } from './jobs.ts'
import type { ByOptions } from './people/change.ts'
import type { ShareOptions } from './people/share.ts'

/** `clausebook people …`: who may come in, as what, and what is shared with whom. */
export function peopleCommand(): Command {
  return new Command('people')
    .description('who may come in to a server with --people, as what, and who sees which matter')
    .addCommand(
      new Command('list')
        .description('whoever may come in')
        .addOption(databaseOption())
        .option('--json', 'the result as JSON')
        .action(async (options: DatabaseOptions & { json?: true }) => {
          await (await import('./people/list.ts')).listPeople(options)
        }),
    )
    .addCommand(
      changing(new Command('set'))
        .description('let somebody in, or give another role; the first is an admin')
        .argument('<name>', 'as the sign-on names the person')
        .addArgument(new Argument('<role>', 'what the person is').choices(roles))
        .action(async (name: string, role: Role, options: ByOptions) => {
          await (await import('./people/change.ts')).setPerson(name, role, options)
        }),
    )
    .addCommand(
      changing(new Command('remove'))
        .description('let somebody in no more, from the next request on')
        .argument('<name>', 'as the sign-on names the person')
        .action(async (name: string, options: ByOptions) => {
          await (await import('./people/change.ts')).removePerson(name, options)
        }),
    )
    .addCommand(
      ofMatter(new Command('who').addOption(databaseOption()))
        .description('whose a matter is, and who sees it')
        .action(async (name: string, options: ShareOptions) => {
          await (await import('./people/share.ts')).whoSees(name, options)
        }),
    )
    .addCommand(
      shared(ofMatter(changing(new Command('share'))))
        .description('share a matter with a person, all counsel or everyone')
        .action(async (name: string, options: ShareOptions) => {
          await (await import('./people/share.ts')).shareMatter(name, options)
        }),
    )
    .addCommand(
      shared(ofMatter(changing(new Command('unshare'))))
        .description('share a matter no more')
        .action(async (name: string, options: ShareOptions) => {
          await (await import('./people/share.ts')).unshareMatter(name, options)
        }),
    )
    .addCommand(
      ofMatter(changing(new Command('give')))
        .description('make a matter another person’s')
        .argument('<owner>', 'as the sign-on names the person')
        .action(async (name: string, owner: string, options: ShareOptions) => {
          await (await import('./people/share.ts')).giveMatter(name, owner, options)
        }),
    )
}

function changing(command: Command): Command {
  return command.addOption(databaseOption()).addOption(byOption())
}

function ofMatter(command: Command): Command {
  return command
    .argument('<matter>', 'its name in the database')
    .option('--deal', 'a deal that has a matter of its own, in place of a matter')
}

function shared(command: Command): Command {
  return command
    .addOption(
      new Option('--with <name>', 'a person, as the sign-on names them').conflicts(['counsel', 'everyone']),
    )
    .addOption(new Option('--counsel', 'all counsel').conflicts('everyone'))
    .option('--everyone', 'whoever may come in')
}
