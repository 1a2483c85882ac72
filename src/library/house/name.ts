import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '../../problem.ts'
import type { HousePlace } from './types.ts'

/**
 * The house of a name below a folder of houses. A matter may come from anyone: a name is never a path, and leads nowhere else.
 *
 * @throws Problem `house` where the name is none, or no such folder is there
 */
export async function houseBelow(houses: string, name: string): Promise<HousePlace> {
  if (!isHouseName(name))
    throw new Problem(
      'house',
      `“${name.slice(0, 60)}” is no name of a house: it has letters, digits, hyphens and underscores, and is never a path`,
      { fact: 'house' },
    )
  const folder = join(houses, name)
  const found = await lstat(folder).catch(() => undefined)
  if (!found?.isDirectory())
    throw new Problem('house', `there is no house ${name} among those of this machine (--houses)`, {
      fact: 'house',
    })
  return { folder, shown: name }
}

/** Whether a word can name a house: `example-llp`. */
export function isHouseName(name: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(name)
}
