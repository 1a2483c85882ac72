import { randomBytes } from 'node:crypto'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { partName, syncFolder, unwritable } from '../../../files/index.ts'
import { Problem } from '../../../problem.ts'
import { digestOf } from '../../digest.ts'
import { fromWhere } from '../../from-where.ts'
import {
  endedInTheMiddle,
  isUnderWay,
  type Job,
  type JobPart,
  type Jobs,
  mostEnded,
  mostFailures,
  NoSuchJob,
  nothingLeft,
  type OpenJob,
  reasonWords,
  requireBytes,
  requireRoom,
  stateOf,
  type TakenPart,
  type Thing,
  type ThingResult,
  usualList,
  type WaitingThing,
  wordOn,
} from '../../jobs.ts'
import { audit } from '../audit.ts'
import { deedsFrom } from '../carry.ts'
import {
  type About,
  bytesGiven,
  isJobId,
  jobsFolder,
  readAbout,
  readGiven,
  readGivenFile,
  readResults,
  readStatus,
  readStatuses,
  resultsStamp,
  writeAbout,
  writeGiven,
  writeResults,
  writeStatus,
} from './parts.ts'

/** What becomes of jobs with the matters that they were begun with. */
export interface JobsOfMatters {
  renameMatter(name: string, to: string): Promise<void>
  /** Takes its jobs away, also while somebody works on them. */
  removeMatter(name: string, by: string): Promise<void>
}

/**
 * Jobs in the folder `.jobs`, one a folder, with three files for each part: what is to be done, how far it is, what came of it. One
 * process works on them, whose parts in hand are in its memory: a part that was begun and not ended is taken up again.
 *
 * @param folder that of the store
 */
export function jobFiles(folder: string, now: () => Date): Jobs & JobsOfMatters {
  const all = join(folder, jobsFolder)
  const inHand = new Set<string>()
  /** Jobs that this process cannot do, until somebody has them done once more. */
  const left = new Set<string>()
  /** What waits of each part that was read for it, and of which results. */
  const waited = new Map<string, { stamp: string; things: WaitingThing[] }>()

  const folderOf = (id: string) => {
    if (!isJobId(id)) throw new NoSuchJob()
    return join(all, id)
  }

  const aboutOf = async (id: string) => readAbout(folderOf(id))

  async function opened(id: string): Promise<OpenJob> {
    const { matter: _, ofRegister: __, ...about } = await aboutOf(id)
    const parts = await readStatuses(folderOf(id))
    const of = (state: JobPart['state']) => parts.filter((part) => part.state === state)
    const dead = of('failed').length
    return {
      id,
      ...about,
      state: stateOf({
        waiting: of('waiting').length,
        begun: parts.filter(({ attempts }) => attempts > 0).length,
        dead,
        cancelled: of('cancelled').length,
      }),
      things: {
        all: parts.at(-1)?.to ?? 0,
        done: of('done').reduce((sum, { from, to }) => sum + to - from + 1, 0),
        failed: parts.reduce((sum, { failed }) => sum + failed, 0),
      },
      dead,
    }
  }

  async function job(id: string): Promise<Job> {
    const { task: _, ...job } = await opened(id)
    return job
  }

  /** Every job, the newest first. */
  async function listed(): Promise<Job[]> {
    const names = await readdir(all).catch(() => [])
    const jobs = await Promise.all(names.filter(isJobId).map((id) => unlessRemoved(folderOf(id), job(id))))
    return jobs
      .filter((one) => one !== undefined)
      .sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0))
  }

  /** @param of what was done to, where that is not the job */
  async function told(id: string, by: string, did: string, of?: string): Promise<void> {
    const from = fromWhere()
    const version = (await deedsFrom(all)).filter(({ name }) => name === id).length + 1
    const sha256 = of ?? digestOf(JSON.stringify((await aboutOf(id)).task))
    const at = now().toISOString()
    await audit(all, { at, by, ...(from && { from }), did, name: id, version, sha256 })
  }

  /** Of a part, which is read once: what came of it is written whole, and anew when it is done once more. */
  async function waitingIn(id: string, part: number): Promise<WaitingThing[]> {
    const stamp = await resultsStamp(folderOf(id), part)
    const key = `${id} ${part}`
    const known = waited.get(key)
    if (known?.stamp === stamp) return known.things
    const things: WaitingThing[] = []
    for await (const { at, given, result } of thingsOf(folderOf(id), part)) {
      if (!result?.waits) continue
      const { content: _, ...rest } = result
      things.push({ job: id, at, given, result: rest })
    }
    waited.set(key, { stamp, things })
    return things
  }

  async function waitingOf(id: string): Promise<WaitingThing[]> {
    const found: WaitingThing[] = []
    for (const { part } of await readStatuses(folderOf(id))) found.push(...(await waitingIn(id, part)))
    return found
  }

  async function changed(
    id: string,
    wanted: (part: JobPart) => boolean,
    to: (part: JobPart) => JobPart,
  ): Promise<number> {
    await aboutOf(id)
    const parts = (await readStatuses(folderOf(id))).filter(wanted)
    for (const part of parts) await writeStatus(folderOf(id), to(part))
    return parts.length
  }

  /** The first part of a job that waits and is in nobody's hand, taken into this process's. */
  async function nextOf(id: string, worker: string): Promise<TakenPart | undefined> {
    const home = folderOf(id)
    for (const { part } of await readStatuses(home)) {
      const key = `${id} ${part}`
      if (inHand.has(key)) continue
      inHand.add(key)
      const taken = await takenOf(id, part, worker).catch((error: unknown) => {
        inHand.delete(key)
        throw error
      })
      if (taken) return taken
      inHand.delete(key)
    }
    return undefined
  }

  /** @returns undefined where it is not to be worked on */
  async function takenOf(id: string, part: number, worker: string): Promise<TakenPart | undefined> {
    const home = folderOf(id)
    const status = await readStatus(home, part)
    if (status.state !== 'waiting') return undefined
    if (status.attempts >= mostEnded) {
      const reason = status.reason ?? endedInTheMiddle(status.worker)
      await writeStatus(home, { ...status, state: 'failed', reason })
      return undefined
    }
    const attempts = status.attempts + 1
    await writeStatus(home, { ...status, attempts, worker, begun: now().toISOString() })
    const { what, task } = await aboutOf(id)
    const { first, things } = await readGiven(home, part)
    const file = await readGivenFile(home, part)
    /** Others may have cancelled it in the meantime, and removed the whole job. */
    const end = async (work: (status: JobPart) => Promise<void>) => {
      try {
        const status = await unlessRemoved(home, readStatus(home, part))
        if (status?.state === 'waiting') await unlessRemoved(home, work(status))
      } finally {
        inHand.delete(`${id} ${part}`)
      }
    }
    return {
      ...{ job: id, what, task, part },
      things: things.map((given, at) => ({ at: first + at, given })),
      ...(file && { file }),
      done: (results) =>
        end(async ({ reason: _, ...status }) => {
          await writeResults(home, part, results)
          const failed = results.filter((one) => one.failed).length
          await writeStatus(home, { ...status, state: 'done', failed })
        }),
      failed: (reason) =>
        end((status) => {
          const failures = status.failures + 1
          const state = failures >= mostFailures ? 'failed' : 'waiting'
          return writeStatus(home, { ...status, failures, reason: reasonWords(reason), state })
        }),
      async left(reason) {
        left.add(id)
        await end((status) =>
          writeStatus(home, { ...status, attempts: status.attempts - 1, reason: reasonWords(reason) }),
        )
        return true
      },
    }
  }

  return {
    async begin({ share, ...asked }, parts) {
      const own = share ? (await listed()).filter(({ by }) => by === asked.by) : []
      if (share) requireRoom(own.filter(isUnderWay).length, share)
      const id = randomBytes(4).toString('hex')
      const part = join(all, partName())
      await mkdir(part, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
        throw unwritable(all, error)
      })
      try {
        let [number, first] = [0, 1]
        for await (const asked of parts) {
          number += 1
          await writeGiven(part, number, first, asked)
          first += asked.things.length
        }
        if (share) {
          const sizes = await Promise.all([part, ...own.map(({ id }) => folderOf(id))].map(bytesGiven))
          requireBytes(
            sizes.reduce((sum, size) => sum + size),
            share,
          )
        }
        await writeAbout(part, { ...asked, at: now().toISOString() })
        await rename(part, folderOf(id))
        await syncFolder(all)
      } catch (error) {
        await rm(part, { recursive: true, force: true })
        throw error
      }
      await told(id, asked.by, 'queued')
      return job(id)
    },
    list: async (most = usualList) => (await listed()).slice(0, most),
    open: opened,
    async parts(id) {
      await aboutOf(id)
      return readStatuses(folderOf(id))
    },
    async *things(id, bare) {
      await aboutOf(id)
      for (const { part } of await readStatuses(folderOf(id))) yield* thingsOf(folderOf(id), part, bare)
    },
    async failures(id, most) {
      await aboutOf(id)
      const found: Thing[] = []
      for (const { part, failed } of await readStatuses(folderOf(id))) {
        if (failed === 0) continue
        for await (const thing of thingsOf(folderOf(id), part)) if (thing.result?.failed) found.push(thing)
        if (found.length >= most) break
      }
      return found.slice(0, most)
    },
    async waiting(most, id) {
      const found: WaitingThing[] = []
      const jobs = id === undefined ? await listed() : [await job(id)]
      for (const { id: job } of jobs)
        found.push(...((await unlessRemoved(folderOf(job), waitingOf(job))) ?? []))
      return found.slice(0, most)
    },
    async decide(id, word, seen, by) {
      await aboutOf(id)
      for (const { at, sha256 } of seen) await told(id, by, wordOn(word, at), sha256)
    },
    deeds: async (id) => (await deedsFrom(all)).filter(({ name }) => name === id),
    async next(worker) {
      for (const { id } of (await listed()).reverse()) {
        const taken = left.has(id) ? undefined : await unlessRemoved(folderOf(id), nextOf(id, worker))
        if (taken) return taken
      }
      return undefined
    },
    async cancel(id, by) {
      const count = await changed(
        id,
        ({ state }) => state === 'waiting',
        (part) => ({ ...part, state: 'cancelled' }),
      )
      if (count === 0) throw nothingLeft(id, 'waits to be done')
      await told(id, by, 'cancelled')
      return job(id)
    },
    async retry(id, by, reason, share) {
      const words = reasonWords(reason)
      const { by: owner } = await aboutOf(id)
      if (share)
        requireRoom((await listed()).filter((one) => one.by === owner && isUnderWay(one)).length, share)
      const count = await changed(
        id,
        ({ state, failed }) => state === 'failed' || state === 'cancelled' || failed > 0,
        ({ reason: _, ...part }) => ({ ...part, state: 'waiting', attempts: 0, failures: 0, failed: 0 }),
      )
      if (count === 0) throw nothingLeft(id, 'failed or was cancelled')
      left.delete(id)
      await told(id, by, `retried: ${words}`)
      return job(id)
    },
    async remove(id, by) {
      if ((await readStatuses(folderOf(id))).some(({ state }) => state === 'waiting'))
        throw new Problem('job', `job ${id} is not done: cancel it first`)
      await removed(id, by, 'removed')
    },
    async renameMatter(name, to) {
      for (const { id, about } of await ofMatter(name))
        await writeAbout(folderOf(id), { ...about, matter: to })
    },
    async removeMatter(name, by) {
      for (const { id } of await ofMatter(name)) await removed(id, by, 'removed with its matter')
    },
  }

  async function ofMatter(name: string): Promise<{ id: string; about: About }[]> {
    const ids = (await readdir(all).catch(() => [])).filter(isJobId)
    const found = await Promise.all(ids.map(async (id) => ({ id, about: await aboutOf(id) })))
    return found.filter(({ about }) => about.matter === name)
  }

  async function removed(id: string, by: string, did: string): Promise<void> {
    await told(id, by, did)
    const gone = join(all, partName())
    await rename(folderOf(id), gone)
    await rm(gone, { recursive: true, force: true })
  }
}

/** @returns undefined where the job is not there any more, which others may have removed in the meantime */
async function unlessRemoved<T>(home: string, doing: Promise<T>): Promise<T | undefined> {
  try {
    return await doing
  } catch (error) {
    if (!(error instanceof NoSuchJob) && (await stat(home).catch(() => undefined))) throw error
    return undefined
  }
}

async function* thingsOf(home: string, part: number, bare = false): AsyncGenerator<Thing> {
  const { first, things } = await readGiven(home, part)
  const results = await readResults(home, part)
  for (const [at, given] of things.entries()) {
    const result = results[at]
    yield { at: first + at, given, ...(result && { result: bare ? withoutContent(result) : result }) }
  }
}

function withoutContent({ content: _, ...result }: ThingResult): ThingResult {
  return result
}
