import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { partName, syncFolder, unwritable } from '../../files/index.ts'
import { Problem } from '../../problem.ts'
import { beginFolder, carriedDeals, carriedFrom, carryDeeds, carryInto, deedsFrom } from '../file/carry.ts'
import { linksFolder } from '../file/links.ts'
import { carriedOut, carryIn, deedsOf } from './carry.ts'
import type { Database } from './connect.ts'
import type { Kind } from './kind.ts'
import { addDeed } from './rows.ts'

/** What was carried: `{ matters: 12, register: 400 }`. */
export type Moved = Record<string, number>

/** The folder of each kind, named as `clausebook serve` and `clausebook vendors` name it. */
const folders: Record<Kind['kind'], string> = {
  matter: 'matters',
  vendor: 'register',
  // Within the register's own, where the file engine has them.
  link: join('register', linksFolder),
  deal: 'deals',
}
const kinds = Object.keys(folders) as Kind['kind'][]

/** By what it is counted: its folder, but for what is kept within another's. */
function countedAs(kind: Kind['kind']): string {
  return kind === 'link' ? 'links' : folders[kind]
}

/**
 * Writes all that a database keeps as the folders that the file engine keeps, as they are at one moment. The folder appears
 * whole or not at all.
 *
 * @throws Problem where the folder is there already
 */
export async function exportStore({ within }: Database, folder: string): Promise<Moved> {
  if (await stat(folder).catch(() => undefined))
    throw new Problem('store', 'is there already: name a folder that is not', { file: folder })
  const part = join(dirname(folder), partName())
  await mkdir(part, { mode: 0o700 }).catch((error: unknown) => {
    throw unwritable(folder, error)
  })
  try {
    const moved = await within(async (ask) => {
      await ask('set transaction isolation level repeatable read, read only')
      const counts: Moved = {}
      for (const kind of kinds) {
        const to = join(part, folders[kind])
        await beginFolder(to)
        counts[countedAs(kind)] = 0
        for await (const one of carriedOut(ask, kind)) {
          await carryInto(to, one)
          counts[countedAs(kind)]! += 1
        }
        for await (const deeds of deedsOf(ask, kind)) await carryDeeds(to, deeds)
      }
      return counts
    })
    await rename(part, folder)
    await syncFolder(dirname(folder))
    return moved
  } catch (error) {
    await rm(part, { recursive: true, force: true })
    throw error
  }
}

/**
 * Takes all in that the folders `matters`, `register` and `deals` of a folder keep, with every version, decision and line of the audit: all
 * of it, or nothing.
 *
 * @throws Problem where it has none of them, or a name is taken
 */
export async function importStore(
  { within }: Database,
  folder: string,
  titles: Record<Kind['kind'], Kind['titleOf']>,
  now: () => Date,
): Promise<Moved> {
  const there = await Promise.all(
    kinds.map(async (kind) =>
      (await stat(join(folder, folders[kind])).catch(() => undefined))?.isDirectory(),
    ),
  )
  if (!there.includes(true))
    throw new Problem('store', 'has no folder matters, register or deals: name the one that has them', {
      file: folder,
    })
  return within(async (step) => {
    const counts: Moved = {}
    for (const kind of kinds.filter((_, at) => there[at])) {
      const from = join(folder, folders[kind])
      counts[countedAs(kind)] = 0
      for await (const one of kind === 'deal' ? carriedDeals(from) : carriedFrom(from)) {
        await carryIn(step, { kind, titleOf: titles[kind] }, one)
        counts[countedAs(kind)]! += 1
      }
      for (const deed of await deedsFrom(from)) await addDeed(step, kind, deed, now())
    }
    return counts
  })
}
