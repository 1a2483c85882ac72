import { Command } from 'commander'
import { type HouseOptions, houseSettings } from './house.ts'

/** `clausebook mcp`: the same answers for an assistant, over standard input and output. */
export function mcpCommand(): Command {
  return new Command('mcp')
    .description(
      'answer an assistant over the Model Context Protocol (standard input and output): search, compare, assess, review, gate, rounds of a deal, redline, draft',
    )
    .option(
      '--folder <folder>',
      'where it may read and write files; may be repeated, and without one it has no files',
      (folder: string, folders: string[]) => [...folders, folder],
      [],
    )
    .action(async ({ folder: folders, ...house }: { folder: string[] } & HouseOptions) => {
      const [{ libraryFor }, { assistantServer }, { openFolders }, { StdioServerTransport }] =
        await Promise.all([
          import('./house.ts'),
          import('./mcp/server.ts'),
          import('./mcp/folders.ts'),
          import('@modelcontextprotocol/sdk/server/stdio.js'),
        ])
      const server = assistantServer({
        library: await libraryFor(house),
        folders: await openFolders(folders),
        house: houseSettings(house),
      })
      await server.connect(new StdioServerTransport())
    })
}
