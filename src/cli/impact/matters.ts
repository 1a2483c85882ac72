import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '../../problem.ts'
import type { Matters } from '../../store/index.ts'
import { databaseOf, openDatabase } from '../database.ts'
import type { RegisterPlace } from '../vendors/folder.ts'

/** Where a command finds matters: a folder, or else the database whose register it reads. */
export interface MattersPlace extends RegisterPlace {
  matters?: string
  /** Whose matters of a database alone are there, where people are told apart. */
  seenBy?: string
}

/** A matter as it is kept. */
export interface KeptMatter {
  /** `matters/harrow.yaml`, or its name in the database. */
  place: string
  yaml: string
}

/** Whether there are matters to look at, where a command does without them too. */
export function areMattersNamed(place: MattersPlace): boolean {
  return place.matters !== undefined || addressOf(place) !== undefined
}

function addressOf({ register, seenBy: _, matters: __, ...database }: MattersPlace): string | undefined {
  return databaseOf(database, { option: '--register', value: register })
}

/**
 * The matters of a folder, or of a database where no folder is named, in the order of their names.
 *
 * @throws Problem where the folder cannot be read
 */
export async function* mattersIn(place: MattersPlace): AsyncGenerator<KeptMatter> {
  const { matters: folder } = place
  if (folder === undefined) {
    const address = addressOf(place)
    if (address !== undefined) yield* storedMatters(address, place.seenBy)
    return
  }
  const names = await readdir(folder).catch(() => {
    throw new Problem('matters', 'is no folder that can be read: name one with --matters', { file: folder })
  })
  for (const name of names.filter((one) => /\.ya?ml$/i.test(one) && !one.startsWith('.')).sort()) {
    const file = join(folder, name)
    yield { place: file, yaml: await readFile(file, 'utf8') }
  }
}

/** So many matters are read at a time. */
const atOnce = 200

/** The matters of a database as somebody sees them. */
async function mattersSeen(
  address: string,
  seenBy: string | undefined,
): Promise<Pick<Matters, 'names' | 'openAll'>> {
  const store = await openDatabase(address)
  if (seenBy === undefined || (await store.people.list()).length === 0) return store.matters
  const person = await store.people.find(seenBy)
  return person ? store.seenBy(person).matters : { names: async () => [], openAll: async () => [] }
}

async function* storedMatters(address: string, seenBy: string | undefined): AsyncGenerator<KeptMatter> {
  const matters = await mattersSeen(address, seenBy)
  const names = await matters.names()
  for (let at = 0; at < names.length; at += atOnce) {
    const some = names.slice(at, at + atOnce)
    const opened = new Map((await matters.openAll(some)).map(({ name, yaml }) => [name, yaml]))
    for (const name of some) {
      const yaml = opened.get(name)
      if (yaml !== undefined) yield { place: name, yaml }
    }
  }
}
