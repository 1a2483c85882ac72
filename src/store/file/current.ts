import { constants } from 'node:fs'
import { chmod, open, rm } from 'node:fs/promises'
import { writeWhole } from '../../files/index.ts'
import { baseOf, digestOf } from '../digest.ts'
import { NoSuchMatter, type OpenMatter } from '../types.ts'
import { deleted, type History } from './history.ts'

/** A matter as it is now. */
export interface Current extends OpenMatter {
  sha256: string
  /** Whether somebody has edited the file by hand since its newest version. */
  byHand: boolean
}

/**
 * What a matter is now. Its versions are the truth, and its file a copy of the newest for people and other programs. A
 * file that differs from all of them was edited by hand and counts; one that is an older version is a copy that a
 * process did not come to make anew.
 *
 * @returns undefined where there is none
 */
export async function currentOf(name: string, file: string, history: History): Promise<Current | undefined> {
  const newest = (await history.numbers()).at(-1)
  const copy = await ownWords(file)
  const there = copy === undefined ? undefined : digestOf(copy)
  if (newest === undefined)
    return copy === undefined ? undefined : currentFrom(name, copy, 0, { sha256: there!, byHand: true })
  const { sha256, did } = await history.saved(newest)
  if (did === deleted) return undefined
  if (copy === undefined || there === sha256 || (await isOlder(there!, newest - 1, history)))
    return currentFrom(name, await history.words(newest), newest, { sha256, byHand: false })
  return currentFrom(name, copy, newest, { sha256: there!, byHand: true })
}

/** The words of a file; a link, a pipe and a folder in its place are none, and are not waited for. */
async function ownWords(file: string): Promise<string | undefined> {
  const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ELOOP') return undefined
      throw error
    },
  )
  if (handle === undefined) return undefined
  try {
    return (await handle.stat()).isFile() ? await handle.readFile('utf8') : undefined
  } finally {
    await handle.close()
  }
}

async function isOlder(sha256: string, from: number, history: History): Promise<boolean> {
  for (let version = from; version > 0; version -= 1) {
    if ((await history.saved(version)).sha256 === sha256) return true
  }
  return false
}

function currentFrom(
  name: string,
  yaml: string,
  version: number,
  { sha256, byHand }: { sha256: string; byHand: boolean },
): Current {
  return { name, yaml, version, base: baseOf(version, sha256), sha256, byHand }
}

/** Makes the file what the newest version is, also where others save at the same time. */
export async function copyNewest(file: string, history: History): Promise<void> {
  for (;;) {
    const newest = (await history.numbers()).at(-1)
    const gone = newest === undefined || (await didOf(newest, history)) === deleted
    if (gone) return await rm(file, { force: true })
    await chmod(file, 0o600).catch(() => {})
    const words = await history.words(newest).catch((error: unknown) => {
      if (error instanceof NoSuchMatter) return undefined
      throw error
    })
    if (words !== undefined) await writeWhole(file, words, { mode: 0o600 })
    if ((await history.numbers()).at(-1) === newest) return
  }
}

async function didOf(version: number, history: History): Promise<string> {
  return history.saved(version).then(
    ({ did }) => did,
    () => deleted,
  )
}
