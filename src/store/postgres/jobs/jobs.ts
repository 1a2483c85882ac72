import { Problem } from '../../../problem.ts'
import { digestOf } from '../../digest.ts'
import {
  endedInTheMiddle,
  type Jobs,
  mostEnded,
  mostFailures,
  NoSuchJob,
  nothingLeft,
  type PartState,
  reasonWords,
  type ThingResult,
  usualList,
  wordOn,
} from '../../jobs.ts'
import type { Person } from '../../people.ts'
import { deedsOf } from '../carry.ts'
import type { Ask, Database } from '../connect.ts'
import { atOnce, beginJob, partsWaiting, tellOfJob } from './begin.ts'
import type { Queue } from './queue.ts'
import { failuresOf, listJobs, openJob, partsOf, requireJob, thingsOf, waitingOf } from './read.ts'
import { jobsSeenBy } from './seen.ts'

/** How jobs are kept beside what the database itself says. */
export interface JobOptions {
  now(): Date
  /** From where all is done that does not say so itself. */
  from: string | undefined
  /** Who asks; left out, all jobs are there. */
  person?: Person | undefined
}

/** Jobs as rows: one for the job, one for each part, one for what came of each thing. */
export function jobsIn({ ask, within }: Database, queue: Queue, { now, from, person }: JobOptions): Jobs {
  /** @param of what was done to, where that is not the job */
  const told = (step: Ask, id: string, by: string, did: string, of?: string) =>
    tellOfJob(step, { now, from }, { id, by, did, of })

  /** Nobody else changes the job until this is done. @returns whose it is */
  async function locked(step: Ask, id: string): Promise<string> {
    // What came of a part names the job, and may be kept all the same.
    const [row] = await step<{ by: string }>(
      'select by from clausebook.job where id = $1 for no key update',
      [id],
    )
    if (!row) throw new NoSuchJob()
    return row.by
  }

  /**
   * The part that the queue gives next.
   *
   * @returns `passed` where it is not to be worked on any more, undefined where there is none
   */
  function take(worker: string) {
    return within(async (step) => {
      const named = await queue.next(step)
      if (!named) return undefined
      const { job, part, ticket } = named
      const [row] = await step<Taken>(
        `update clausebook.job_part p
         set attempts = p.attempts + 1, worker = case when p.attempts < $4 then $3 else p.worker end, begun = $5
         from clausebook.job j where j.id = p.job and p.job = $1 and p.part = $2 and p.state = 'waiting'
         returning p.job, p.part, p.first, p.things, p.file, p.attempts, p.worker, j.what, j.task`,
        [job, part, worker, mostEnded, now().toISOString()],
      )
      if (row && row.attempts <= mostEnded) return { ...row, ticket }
      if (row) {
        await step(
          `update clausebook.job_part set state = 'failed', attempts = $4, reason = coalesce(reason, $3) where job = $1 and part = $2`,
          [job, part, endedInTheMiddle(row.worker ?? undefined), mostEnded],
        )
      }
      await queue.finish(step, ticket)
      return 'passed' as const
    })
  }

  const jobs: Jobs = {
    async begin(asked, parts) {
      return requireJob(ask, await within((step) => beginJob(step, queue, { now, from }, asked, parts)))
    },
    list: (most = usualList) => listJobs(ask, most, person),
    open: (id) => openJob(ask, id),
    parts: (id) => partsOf(ask, id),
    things: (id, bare) => thingsOf(ask, id, bare),
    failures: (id, most) => failuresOf(ask, id, most),
    async waiting(most, id) {
      if (id !== undefined) await requireJob(ask, id)
      return waitingOf(ask, { most, id, person })
    },
    decide: (id, word, seen, by) =>
      within(async (step) => {
        await locked(step, id)
        for (const { at, sha256 } of seen) await told(step, id, by, wordOn(word, at), sha256)
      }),
    async deeds(id) {
      const all = []
      for await (const some of deedsOf(ask, 'job', id)) all.push(...some)
      return all.map(({ kind: _, brought: __, ...deed }) => deed)
    },
    async next(worker) {
      for (;;) {
        const taken = await take(worker)
        if (taken === undefined) return undefined
        if (taken === 'passed') continue
        const { job, part, first, things, file, ticket, what, task } = taken
        const held = queue.hold(ticket)
        return {
          job,
          what,
          task,
          part,
          things: things.map((given, at) => ({ at: first + at, given })),
          ...(file !== null && { file }),
          done(results) {
            held.release()
            return within(async (step) => {
              const [own] = await step(
                `update clausebook.job_part set state = 'done', failed = $3, reason = null
                 where job = $1 and part = $2 and state = 'waiting' returning part`,
                [job, part, results.filter(({ failed }) => failed).length],
              )
              if (own) for (const [at, one] of results.entries()) await keep(step, job, first + at, one)
              await queue.finish(step, ticket)
            })
          },
          failed(reason) {
            held.release()
            return within(async (step) => {
              const [own] = await step<{ state: PartState }>(
                `update clausebook.job_part set reason = $3, failures = failures + 1,
                   state = case when failures + 1 >= $4 then 'failed' else state end
                 where job = $1 and part = $2 and state = 'waiting' returning state`,
                [job, part, reasonWords(reason), mostFailures],
              )
              if (own?.state !== 'waiting') await queue.finish(step, ticket)
              else await queue.putBack(step, ticket)
            })
          },
          left(reason) {
            held.release()
            return within(async (step) => {
              const [own] = await step(
                `update clausebook.job_part set reason = $3, attempts = attempts - 1
                 where job = $1 and part = $2 and state = 'waiting' returning part`,
                [job, part, reasonWords(reason)],
              )
              if (own) await queue.putBack(step, ticket)
              else await queue.finish(step, ticket)
              // The queue gives it to whoever asks next.
              return false
            })
          },
        }
      }
    },
    async cancel(id, by) {
      await within(async (step) => {
        await locked(step, id)
        const rows = await step(
          `update clausebook.job_part set state = 'cancelled' where job = $1 and state = 'waiting' returning part`,
          [id],
        )
        if (rows.length === 0) throw nothingLeft(id, 'waits to be done')
        await told(step, id, by, 'cancelled')
      })
      return requireJob(ask, id)
    },
    async retry(id, by, reason, share) {
      const words = reasonWords(reason)
      await within(async (step) => {
        const owner = await locked(step, id)
        const waits = await partsWaiting(step, owner, share)
        const again = await step<{ part: number }>(
          `update clausebook.job_part set state = 'waiting', attempts = 0, failures = 0, failed = 0, reason = null
           where job = $1 and (state in ('failed', 'cancelled') or failed > 0) returning part`,
          [id],
        )
        if (again.length === 0) throw nothingLeft(id, 'failed or was cancelled')
        for (let at = 0; at < again.length; at += atOnce)
          await queue.add(
            step,
            again.slice(at, at + atOnce).map(({ part }) => ({ job: id, part })),
            waits,
          )
        await told(step, id, by, `retried: ${words}`)
      })
      return requireJob(ask, id)
    },
    remove: (id, by) =>
      within(async (step) => {
        await locked(step, id)
        const [waiting] = await step(
          `select part from clausebook.job_part where job = $1 and state = 'waiting' limit 1`,
          [id],
        )
        if (waiting) throw new Problem('job', `job ${id} is not done: cancel it first`)
        await told(step, id, by, 'removed')
        await step('delete from clausebook.job where id = $1', [id])
      }),
  }
  return person ? jobsSeenBy(ask, jobs, person) : jobs
}

interface Taken {
  job: string
  part: number
  first: number
  things: unknown[]
  file: Buffer | null
  attempts: number
  worker: string | null
  what: string
  task: unknown
}

/** What came of a thing; a second that comes with the same leaves one. */
export async function keep(
  step: Ask,
  job: string,
  thing: number,
  { failed, said, waits, content }: ThingResult,
) {
  await step(
    `insert into clausebook.job_result (job, thing, failed, said, content, sha256, waits) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (job, thing) do update
     set failed = excluded.failed, said = excluded.said, content = excluded.content, sha256 = excluded.sha256,
       waits = excluded.waits`,
    [
      job,
      thing,
      failed,
      JSON.stringify(said),
      content ?? null,
      content ? digestOf(content) : null,
      waits === true,
    ],
  )
}
