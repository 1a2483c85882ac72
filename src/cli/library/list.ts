import { Argument, Command } from 'commander'
import { type PageOptions, withPageOptions } from './options.ts'

/** `clausebook library list`. */
export function listCommand(): Command {
  const command = new Command('list')
    .description('list what the library has, each with the id that library show takes')
    .addArgument(
      new Argument('[kind]', 'one kind alone').choices([
        'topics',
        'licenses',
        'models',
        'positions',
        'flow-downs',
        'risks',
        'duties',
        'incidents',
        'paths',
        'kinds',
        'tables',
        'claims',
      ]),
    )
  return withPageOptions(command).action(async (kind: string | undefined, options: PageOptions) => {
    const { libraryFor } = await import('../house.ts')
    const { listPage } = await import('../../library/page.ts')
    const { kinds, listLibrary } = await import('../../library/show.ts')
    const { printPage } = await import('./print.ts')
    const library = await libraryFor(options, undefined, options.folder)
    // Claims are many, and whoever wants an overview does not look for them.
    const wanted = kinds.filter((one) => (kind === undefined ? one !== 'claims' : one === kind))
    const groups = wanted.flatMap((one) => listLibrary(library, one))
    await printPage({ type: 'root', children: listPage(groups) }, groups, options)
  })
}
