import { Problem } from '../../../problem.ts'
import type { CarriedJob, CarriedPart } from '../../carried.ts'
import { digestOf } from '../../digest.ts'
import type { JobPart } from '../../jobs.ts'
import type { Ask } from '../connect.ts'
import { keep } from './jobs.ts'
import type { Queue } from './queue.ts'
import { resultsOf, type StatusRow, statusOf, statusSql } from './read.ts'

/** The jobs of a database, in the order of their ids. */
export async function* jobsOut(ask: Ask): AsyncGenerator<CarriedJob> {
  const rows = await ask<
    Omit<CarriedJob, 'at' | 'parts' | 'matter' | 'ofRegister'> & {
      at: Date
      of_register: boolean
      matter: string | null
    }
  >(
    `select j.id, j.what, j.title, j.at, j.by, j.task, j.of_register, m.name as matter
     from clausebook.job j left join clausebook.record m on m.id = j.matter order by j.id`,
  )
  for (const { at, of_register, matter, ...row } of rows)
    yield {
      ...row,
      ...(matter !== null && { matter }),
      ...(of_register && { ofRegister: true }),
      at: at.toISOString(),
      parts: partsOut(ask, row.id),
    }
}

async function* partsOut(ask: Ask, job: string): AsyncGenerator<CarriedPart> {
  for (let part = 1; ; part += 1) {
    const [row] = await ask<StatusRow & { things: unknown[]; file: Buffer | null }>(
      `select ${statusSql}, things, file from clausebook.job_part where job = $1 and part = $2`,
      [job, part],
    )
    if (!row) return
    const { things, file, ...status } = row
    const found = await resultsOf(ask, job, row.from, row.to)
    const results = things.flatMap((_, at) => found.get(row.from + at) ?? [])
    yield { status: statusOf(status), things, results, ...(file !== null && { file }) }
  }
}

/**
 * Takes a job in; what of it waits is worked on here.
 *
 * @param deeds how many the audit that comes with it has of it
 * @throws Problem where there is one of its id
 */
export async function jobIn(
  step: Ask,
  queue: Pick<Queue, 'add'>,
  { id, what, title, at, by, task, parts, matter, ofRegister }: CarriedJob,
  deeds: number,
): Promise<void> {
  const words = JSON.stringify(task)
  const [own] = await step(
    `insert into clausebook.job (id, what, title, at, by, task, sha256, version, of_register, matter)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, (select id from clausebook.record where kind = 'matter' and name = $10))
     on conflict do nothing returning id`,
    [
      id,
      what,
      title,
      at,
      by,
      words,
      digestOf(words),
      Math.max(1, deeds),
      ofRegister === true,
      matter ?? null,
    ],
  )
  if (!own)
    throw new Problem(
      'name-taken',
      `there is a job ${id} already: nothing was taken in; remove the one or the other`,
    )
  for await (const { status, things, file, results } of parts) {
    await partIn(step, id, status, { things, file })
    for (const [index, result] of results.entries()) await keep(step, id, status.from + index, result)
    if (status.state === 'waiting') await queue.add(step, [{ job: id, part: status.part }])
  }
}

async function partIn(
  step: Ask,
  job: string,
  status: JobPart,
  { things, file }: { things: unknown[]; file: Uint8Array | undefined },
): Promise<void> {
  const { part, from, to, state, attempts, failures, failed, worker, begun, reason } = status
  await step(
    `insert into clausebook.job_part
       (job, part, first, last, things, state, attempts, failures, failed, worker, begun, reason, file)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[job, part, from, to, JSON.stringify(things), state, attempts, failures, failed],
      ...[worker ?? null, begun ?? null, reason ?? null, file ?? null],
    ],
  )
}
