import { Command } from 'commander'
import { type PageOptions, withPageOptions } from './options.ts'

/** `clausebook library show ID`. */
export function showCommand(): Command {
  const command = new Command('show')
    .description(
      'show a topic, a term, a license, a model, a position, a flow-down, a risk, a duty, an incident, a path, a kind or a table',
    )
    .argument('<id>', 'user-threshold, llama-3.1/user-threshold, llama-3.1, table:clauses … (library list)')
  return withPageOptions(command).action(async (id: string, options: PageOptions) => {
    const { libraryFor } = await import('../house.ts')
    const { pageOf } = await import('../../library/page.ts')
    const { findShown } = await import('../../library/show.ts')
    const { printPage } = await import('./print.ts')
    const library = await libraryFor(options, undefined, options.folder)
    const shown = findShown(library, id)
    await printPage(pageOf(library, shown), shown, options)
  })
}
