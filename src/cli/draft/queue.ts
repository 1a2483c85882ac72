import { beginBatch } from '../../batch/index.ts'
import { Problem } from '../../problem.ts'
import { withJobs } from '../jobs/place.ts'
import { workHere } from '../jobs/work-here.ts'
import { tell } from '../output.ts'
import { say } from '../say.ts'
import { type BatchCommandOptions, readBatch } from './batch.ts'

/** `clausebook draft DOCUMENT --batch VENDORS.csv --matter MATTER --queue`: the same as a job, which workers do. */
export async function queueBatchCommand(
  document: string,
  file: string | undefined,
  options: BatchCommandOptions,
): Promise<void> {
  const { output, register, jobs, by = 'somebody', matters, database } = options
  if (output !== '-')
    throw new Problem(
      'usage',
      '--queue keeps the drafts with the job: leave out --output, and take them with clausebook jobs fetch JOB --output DIR',
    )
  if (register !== undefined)
    throw new Problem('usage', '--register goes with jobs fetch: what was sent is told there')
  const place = { ...(matters !== undefined && { matters }), ...(database !== undefined && { database }) }
  await withJobs(place, async ({ store, team, option }) => {
    if (team && jobs !== undefined)
      throw new Problem('usage', '--jobs is for this machine: workers have --concurrency')
    const { house, making } = await readBatch(document, file, options)
    const job = await beginBatch(making, store, by, (line) => say(`clausebook: ${line}`))
    const fetch = `clausebook jobs fetch ${job.id}${option} --output DIR`
    if (team) {
      const rows = `${job.things.all} ${job.things.all === 1 ? 'row waits' : 'rows wait'}`
      return tell(`job ${job.id}: ${rows} for clausebook worker; then ${fetch}\n`)
    }
    const { things } = await workHere(store, job, {
      ...house,
      ...(jobs !== undefined && { concurrency: jobs }),
    })
    await tell(
      `job ${job.id}: ${things.done - things.failed} drafted, ${things.all - things.done + things.failed} failed; ${fetch}\n`,
    )
    if (things.failed > 0 || things.done < things.all) process.exitCode = 1
  })
}
