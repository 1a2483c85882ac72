import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { partName, syncFolder, unwritable } from '../../files/index.ts'
import { Problem } from '../../problem.ts'
import { beginFolder, carriedDeals, carriedFrom, carryDeeds, carryInto, deedsFrom } from '../file/carry.ts'
import { carriedJobs, carryJobInto } from '../file/jobs/carry.ts'
import { jobsFolder } from '../file/jobs/parts.ts'
import { linksFolder } from '../file/links.ts'
import { carriedOut, carryIn, deedsOf } from './carry.ts'
import type { Ask, Database } from './connect.ts'
import { draftsIn, draftsOut } from './drafts-carry.ts'
import { jobIn, jobsOut } from './jobs/carry.ts'
import type { Queue } from './jobs/queue.ts'
import type { Kind } from './kind.ts'
import { teamIn, teamOut } from './people-carry.ts'
import { addDeed } from './rows.ts'

/** What was carried: `{ matters: 12, register: 400 }`. */
export type Moved = Record<string, number>

/** The folder of each kind, named as `clausebook serve` and `clausebook vendors` name it. */
const folders: Record<Kind['kind'], string> = {
  matter: 'matters',
  vendor: 'register',
  // Within the register's own, where the file engine has them.
  link: join('register', linksFolder),
  view: join('register', 'views'),
  deal: 'deals',
}
const kinds = Object.keys(folders) as Kind['kind'][]

/** By what it is counted: its folder, but for what is kept within another's. */
function countedAs(kind: Kind['kind']): string {
  return kind === 'link' ? 'links' : basename(folders[kind])
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
      counts.jobs = await exportJobs(ask, join(part, jobsPlace))
      counts.drafts = await draftsOut(ask, join(part, draftsPlace))
      for await (const deeds of deedsOf(ask, 'draft')) await carryDeeds(join(part, draftsPlace), deeds)
      return { ...counts, ...(await teamOut(ask, part)) }
    })
    await rename(part, folder)
    await syncFolder(dirname(folder))
    return moved
  } catch (error) {
    await rm(part, { recursive: true, force: true })
    throw error
  }
}

/** Drafts have a folder of their own, which no engine of files works with. */
const draftsPlace = 'drafts'

/** Jobs go into a folder within that of the matters, where the file engine has them. */
const jobsPlace = join(folders.matter, jobsFolder)

async function exportJobs(ask: Ask, to: string): Promise<number> {
  let count = 0
  await mkdir(to, { mode: 0o700 })
  for await (const job of jobsOut(ask)) {
    await carryJobInto(to, job)
    count += 1
  }
  for await (const deeds of deedsOf(ask, 'job')) await carryDeeds(to, deeds)
  return count
}

async function importJobs(step: Ask, queue: Pick<Queue, 'add'>, from: string, now: Date): Promise<number> {
  const deeds = await deedsFrom(from)
  let count = 0
  for await (const job of carriedJobs(from)) {
    await jobIn(step, queue, job, deeds.filter(({ name }) => name === job.id).length)
    count += 1
  }
  for (const deed of deeds) await addDeed(step, 'job', deed, now)
  return count
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
  { now, queue }: { now: () => Date; queue: Pick<Queue, 'add'> },
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
    const came = new Set<string>()
    for (const kind of kinds.filter((_, at) => there[at])) {
      const from = join(folder, folders[kind])
      counts[countedAs(kind)] = 0
      for await (const one of kind === 'deal' ? carriedDeals(from) : carriedFrom(from)) {
        await carryIn(step, { kind, titleOf: titles[kind] }, one)
        came.add(`${kind} ${one.name}`)
        counts[countedAs(kind)]! += 1
      }
      for (const deed of await deedsFrom(from)) await addDeed(step, kind, deed, now())
    }
    const jobs = join(folder, jobsPlace)
    if ((await stat(jobs).catch(() => undefined))?.isDirectory())
      counts.jobs = await importJobs(step, queue, jobs, now())
    const drafts = join(folder, draftsPlace)
    if ((await stat(drafts).catch(() => undefined))?.isDirectory()) {
      counts.drafts = await draftsIn(step, drafts)
      for (const deed of await deedsFrom(drafts)) await addDeed(step, 'draft', deed, now())
    }
    return { ...counts, ...(await teamIn(step, folder, came, now())) }
  })
}
