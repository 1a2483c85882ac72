import { Command } from 'commander'

/** `clausebook house …`: a firm's own layer over the library. */
export function houseCommand(): Command {
  return new Command('house')
    .description('begin a house: a firm’s own positions, numbers, words and look over ours (docs/house.md)')
    .addCommand(
      new Command('init')
        .description('write the skeleton of a house, and a Word file that shows every style')
        .argument('<folder>', 'folder to write, which is not there yet')
        .action(async (folder: string) => (await import('./house/init.ts')).initHouse(folder)),
    )
}
