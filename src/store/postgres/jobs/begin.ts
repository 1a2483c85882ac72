import { randomBytes } from 'node:crypto'
import { digestOf } from '../../digest.ts'
import { type AskedJob, type AskedPart, type JobShare, requireBytes, requireRoom } from '../../jobs.ts'
import { NoSuchMatter } from '../../types.ts'
import type { Ask } from '../connect.ts'
import { type ToldAs, tellDeed } from '../rows.ts'
import type { PartName, Queue } from './queue.ts'

/** So many parts are put into the queue at a time. */
export const atOnce = 200

/** Keeps a job with its parts. @returns its id */
export async function beginJob(
  step: Ask,
  queue: Pick<Queue, 'add'>,
  as: ToldAs,
  { what, title, task, by, matter, ofRegister, share }: AskedJob,
  parts: AsyncIterable<AskedPart>,
): Promise<string> {
  const number = matter === undefined ? null : await matterNumbered(step, { name: matter })
  const waits = await partsWaiting(step, by, share)
  const id = randomBytes(4).toString('hex')
  const words = JSON.stringify(task)
  await step(
    `insert into clausebook.job (id, what, title, at, by, task, sha256, matter, of_register)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, what, title, as.now().toISOString(), by, words, digestOf(words), number, ofRegister === true],
  )
  let waiting: PartName[] = []
  let [part, first] = [0, 1]
  for await (const { things, file } of parts) {
    part += 1
    await step(
      'insert into clausebook.job_part (job, part, first, last, things, file) values ($1, $2, $3, $4, $5, $6)',
      [id, part, first, first + things.length - 1, JSON.stringify(things), file ?? null],
    )
    first += things.length
    waiting.push({ job: id, part })
    if (waiting.length < atOnce) continue
    await queue.add(step, waiting, waits)
    waiting = []
  }
  if (waiting.length > 0) await queue.add(step, waiting, waits)
  if (share) requireBytes(await bytesOf(step, by), share)
  // Deleted while the table was read; if it is there, whoever deletes it waits, and takes this along.
  if (number !== null) await matterNumbered(step, { number })
  await tellOfJob(step, as, { id, by, did: 'queued' })
  return id
}

/** @returns the number of a matter, which nobody deletes until the step is done. @throws NoSuchMatter */
export async function matterNumbered(
  step: Ask,
  { name, number }: { name?: string; number?: string },
): Promise<string> {
  const [found] = await step<{ id: string }>(
    `select id from clausebook.record where kind = 'matter' and (name = $1 or id = $2)${number === undefined ? '' : ' for key share'}`,
    [name ?? null, number ?? null],
  )
  if (!found) throw new NoSuchMatter()
  return found.id
}

/** How many parts of somebody's wait already. @throws ShareUsedUp where he has as many jobs under way as he may */
export async function partsWaiting(step: Ask, by: string, share: JobShare | undefined): Promise<number> {
  // Of two that he sends at once, the second waits.
  if (share) await step('select pg_advisory_xact_lock(hashtextextended($1, 4180))', [`jobs of ${by}`])
  const [found] = await step<{ jobs: number; parts: number }>(
    `select count(distinct p.job)::int as jobs, count(*)::int as parts
     from clausebook.job j join clausebook.job_part p on p.job = j.id where j.by = $1 and p.state = 'waiting'`,
    [by],
  )
  if (share) requireRoom(found!.jobs, share)
  return found!.parts
}

async function bytesOf(step: Ask, by: string): Promise<number> {
  const [found] = await step<{ bytes: string }>(
    `select coalesce(sum(octet_length(p.file)), 0) as bytes
     from clausebook.job j join clausebook.job_part p on p.job = j.id where j.by = $1`,
    [by],
  )
  return Number(found!.bytes)
}

/**
 * Adds a line on a job to the audit.
 *
 * @param of digest of what it was done to, where that is not the job
 */
export async function tellOfJob(
  step: Ask,
  as: ToldAs,
  { id, by, did, of }: { id: string; by: string; did: string; of?: string | undefined },
): Promise<void> {
  const [row] = await step<{ version: number; sha256: string }>(
    `update clausebook.job set version = version + ${did === 'queued' ? 0 : 1} where id = $1 returning version, sha256`,
    [id],
  )
  const { version, sha256 } = row!
  await tellDeed(step, 'job', as, { by, did, name: id, version, sha256: of ?? sha256 })
}
