import type { Command } from 'commander'
import type { HousePlace, Library } from '../library/index.ts'
import type { Matter } from '../matter/index.ts'
import { Problem } from '../problem.ts'
import { say } from './say.ts'

/** What every command can be told of a house. */
export interface HouseOptions {
  /** Folder of the house. */
  house?: string
  /** Folder of the houses that a matter names. */
  houses?: string
}

/** Gives every command the options of a house, which stand before or behind its name. */
export function withHouseOptions(program: Command): Command {
  return program
    .option('--house <folder>', 'a firm’s own layer over the library (CLAUSEBOOK_HOUSE)')
    .option('--houses <folder>', 'where the houses are that a matter names (CLAUSEBOOK_HOUSES)')
    .hook('preAction', (whole, command) => {
      const { house, houses } = whole.opts<HouseOptions>()
      if (house !== undefined) command.setOptionValue('house', house)
      if (houses !== undefined) command.setOptionValue('houses', houses)
    })
}

/**
 * The house of a command: that of `--house`, or that which the matter names, or that of the environment.
 *
 * @throws Problem where the matter names one, and none of that name is there
 */
export async function houseOf(
  { house, houses = setting('CLAUSEBOOK_HOUSES') }: HouseOptions,
  matter?: Pick<Matter, 'house'>,
): Promise<HousePlace | undefined> {
  const named = matter?.house
  if (house !== undefined) {
    if (named !== undefined)
      say(`clausebook: the matter names the house ${named}, and --house ${house} is taken in its place`)
    return { folder: house }
  }
  if (named === undefined) {
    const folder = setting('CLAUSEBOOK_HOUSE')
    return folder === undefined ? undefined : { folder }
  }
  if (houses === undefined)
    throw new Problem(
      'house',
      `the matter is of the house ${named}: say where houses are with --houses FOLDER, or where it is with --house FOLDER`,
    )
  return (await import('../library/index.ts')).houseBelow(houses, named)
}

/** The library as a command reads it: with the house, where there is one. */
export async function libraryFor(
  options: HouseOptions,
  matter?: Pick<Matter, 'house'>,
  folder?: string,
): Promise<Library> {
  const { loadLibrary } = await import('../library/index.ts')
  return loadLibrary(folder, await houseOf(options, matter))
}

/** Where the house and the houses are, as the command or else the environment says. */
export function houseSettings({
  house = setting('CLAUSEBOOK_HOUSE'),
  houses = setting('CLAUSEBOOK_HOUSES'),
}: HouseOptions): HouseOptions {
  return { ...(house && { house }), ...(houses && { houses }) }
}

function setting(name: 'CLAUSEBOOK_HOUSE' | 'CLAUSEBOOK_HOUSES'): string | undefined {
  const value = process.env[name]
  return value === '' ? undefined : value
}
