import {
  type Job,
  type JobPart,
  NoSuchJob,
  type OpenJob,
  type PartCounts,
  stateOf,
  type Thing,
  type ThingResult,
  type WaitingThing,
} from '../../jobs.ts'
import type { Person } from '../../people.ts'
import type { Ask } from '../connect.ts'

interface JobRow extends PartCounts {
  id: string
  what: string
  title: string
  at: Date
  by: string
  all: number
  done: number
  failed: number
}

/** @param from which of the jobs */
const jobSql = (from: string) => `select j.id, j.what, j.title, j.at, j.by,
    coalesce(sum(p.last - p.first + 1), 0)::int as "all",
    coalesce(sum(p.last - p.first + 1) filter (where p.state = 'done'), 0)::int as done,
    coalesce(sum(p.failed), 0)::int as failed,
    (count(*) filter (where p.state = 'waiting'))::int as waiting,
    (count(*) filter (where p.attempts > 0))::int as begun,
    (count(*) filter (where p.state = 'failed'))::int as dead,
    (count(*) filter (where p.state = 'cancelled'))::int as cancelled
  from ${from} j left join clausebook.job_part p on p.job = j.id
  group by j.id, j.what, j.title, j.at, j.by order by j.at desc, j.id`

export async function listJobs(ask: Ask, most: number, person?: Person): Promise<Job[]> {
  const values: unknown[] = [most]
  const seen = seenJobSql(person, values)
  const newest = `(select * from clausebook.job j where true${seen} order by at desc, id limit $1)`
  return (await ask<JobRow>(jobSql(newest), values)).map(jobOf)
}

/** As `seenSql` of records: a job belongs to a matter, or is whose who began it; one that tells the register is for those who see that, as they are now. */
export function seenJobSql(person: Person | undefined, values: unknown[]): string {
  if (!person) return ''
  values.push(person.name, person.role === 'counsel')
  const at = values.length
  const register = person.role === 'requester' ? ' and not j.of_register' : ''
  // No record has the number 0, so that nothing else is shared.
  return ` and clausebook.seen($${at - 1}, $${at}, 0, j.by, j.matter)${register}`
}

/** @throws NoSuchJob */
export async function requireJob(ask: Ask, id: string): Promise<Job> {
  const [row] = await ask<JobRow>(jobSql('(select * from clausebook.job where id = $1)'), [plain(id)])
  if (!row) throw new NoSuchJob()
  return jobOf(row)
}

/** @throws NoSuchJob */
export async function openJob(ask: Ask, id: string): Promise<OpenJob> {
  const job = await requireJob(ask, id)
  const [row] = await ask<{ task: unknown }>('select task from clausebook.job where id = $1', [plain(id)])
  if (!row) throw new NoSuchJob()
  return { ...job, task: row.task }
}

/** @throws NoSuchJob */
export async function partsOf(ask: Ask, id: string): Promise<JobPart[]> {
  await requireJob(ask, id)
  const rows = await ask<StatusRow>(
    `select ${statusSql} from clausebook.job_part where job = $1 order by part`,
    [id],
  )
  return rows.map(statusOf)
}

/** How far a part is, as its row has it. */
export type StatusRow = Omit<JobPart, 'worker' | 'begun' | 'reason'> & {
  worker: string | null
  begun: Date | null
  reason: string | null
}

export const statusSql =
  'part, first as "from", last as "to", state, attempts, failures, failed, worker, begun, reason'

export function statusOf({ worker, begun, reason, ...part }: StatusRow): JobPart {
  return {
    ...part,
    ...(worker !== null && { worker }),
    ...(begun !== null && { begun: begun.toISOString() }),
    ...(reason !== null && { reason }),
  }
}

/** What came of some things of a job, by their numbers. */
export async function resultsOf(
  ask: Ask,
  job: string,
  first: number,
  last: number,
  bare = false,
): Promise<Map<number, ThingResult>> {
  const rows = await ask<{
    thing: number
    failed: boolean
    said: unknown
    waits: boolean
    content: Buffer | null
  }>(
    `select thing, failed, said, waits, ${bare ? 'null' : 'content'} as content
     from clausebook.job_result where job = $1 and thing between $2 and $3`,
    [job, first, last],
  )
  return new Map(
    rows.map(({ thing, waits, content, ...result }) => [
      thing,
      { ...result, ...(waits && { waits }), ...(content !== null && { content }) },
    ]),
  )
}

/** A part at a time is read, so that memory does not grow with the job. @throws NoSuchJob */
export async function* thingsOf(ask: Ask, id: string, bare = false): AsyncGenerator<Thing> {
  await requireJob(ask, id)
  for (let part = 1; ; part += 1) {
    const [row] = await ask<{ first: number; last: number; things: unknown[] }>(
      'select first, last, things from clausebook.job_part where job = $1 and part = $2',
      [id, part],
    )
    if (!row) return
    const known = await resultsOf(ask, id, row.first, row.last, bare)
    for (const [index, given] of row.things.entries()) {
      const at = row.first + index
      const result = known.get(at)
      yield { at, given, ...(result && { result }) }
    }
  }
}

/** @throws NoSuchJob */
export async function failuresOf(ask: Ask, id: string, most: number): Promise<Thing[]> {
  await requireJob(ask, id)
  const rows = await ask<{ at: number; given: unknown; said: unknown }>(
    `select r.thing as at, p.things -> (r.thing - p.first) as given, r.said
     from clausebook.job_result r
     join clausebook.job_part p on p.job = r.job and r.thing between p.first and p.last
     where r.job = $1 and r.failed order by r.thing limit $2`,
    [id, most],
  )
  return rows.map(({ said, ...thing }) => ({ ...thing, result: { failed: true, said } }))
}

/** As `Jobs.waiting` has it. */
export async function waitingOf(
  ask: Ask,
  { most, id, person }: { most: number; id?: string | undefined; person?: Person | undefined },
): Promise<WaitingThing[]> {
  const values: unknown[] = [most, id === undefined ? null : plain(id)]
  const seen = seenJobSql(person, values)
  const rows = await ask<{ job: string; at: number; given: unknown; said: unknown }>(
    `select r.job, r.thing as at, p.things -> (r.thing - p.first) as given, r.said
     from clausebook.job_result r
     join clausebook.job j on j.id = r.job
     join clausebook.job_part p on p.job = r.job and r.thing between p.first and p.last
     where r.waits and ($2::text is null or r.job = $2)${seen} order by j.at desc, j.id, r.thing limit $1`,
    values,
  )
  return rows.map(({ said, ...thing }) => ({ ...thing, result: { failed: false, said, waits: true } }))
}

function jobOf({ all, done, failed, waiting, begun, dead, cancelled, at, ...row }: JobRow): Job {
  const state = stateOf({ waiting, begun, dead, cancelled })
  return { ...row, at: at.toISOString(), state, things: { all, done, failed }, dead }
}

function plain(id: string): string {
  return id.replaceAll('\0', '')
}
