import { randomBytes } from 'node:crypto'
import { digestOf } from '../../digest.ts'
import { fromWhere } from '../../from-where.ts'
import type { AskedJob, AskedPart } from '../../jobs.ts'
import type { Ask } from '../connect.ts'
import { addDeed } from '../rows.ts'
import type { PartName, Queue } from './queue.ts'

/** How deeds on jobs are told. */
export interface ToldAs {
  now(): Date
  /** From where all is done that does not say so itself. */
  from: string | undefined
}

/** So many parts are put into the queue at a time. */
export const atOnce = 200

/** Keeps a job with its parts. @returns its id */
export async function beginJob(
  step: Ask,
  queue: Pick<Queue, 'add'>,
  as: ToldAs,
  { what, title, task, by, matter }: AskedJob,
  parts: AsyncIterable<AskedPart>,
): Promise<string> {
  const id = randomBytes(4).toString('hex')
  const words = JSON.stringify(task)
  await step(
    `insert into clausebook.job (id, what, title, at, by, task, sha256, matter) values ($1, $2, $3, $4, $5, $6, $7,
       (select id from clausebook.record where kind = 'matter' and name = $8))`,
    [id, what, title, as.now().toISOString(), by, words, digestOf(words), matter ?? null],
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
    await queue.add(step, waiting)
    waiting = []
  }
  if (waiting.length > 0) await queue.add(step, waiting)
  await tellOfJob(step, as, { id, by, did: 'queued' })
  return id
}

/**
 * Adds a line on a job to the audit.
 *
 * @param of digest of what it was done to, where that is not the job
 */
export async function tellOfJob(
  step: Ask,
  { now, from }: ToldAs,
  { id, by, did, of }: { id: string; by: string; did: string; of?: string | undefined },
): Promise<void> {
  const [row] = await step<{ version: number; sha256: string }>(
    `update clausebook.job set version = version + ${did === 'queued' ? 0 : 1} where id = $1 returning version, sha256`,
    [id],
  )
  const { version, sha256 } = row!
  const where = fromWhere() ?? from
  const deed = { at: now().toISOString(), by, did, name: id, version, sha256: of ?? sha256 }
  await addDeed(step, 'job', { ...deed, ...(where !== undefined && { from: where }) })
}
