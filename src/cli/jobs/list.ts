import { moment } from '../../moment.ts'
import type { Job } from '../../store/index.ts'
import { tell } from '../output.ts'
import { type JobsPlace, withJobs } from './place.ts'
import { table } from './table.ts'

/** `clausebook jobs list`. */
export async function listJobs({ json, ...place }: JobsPlace & { json?: true }): Promise<void> {
  const jobs = await withJobs(place, ({ store }) => store.jobs.list())
  if (json) return tell(`${JSON.stringify({ version: 1, jobs }, null, 2)}\n`)
  if (jobs.length === 0)
    return tell('There is no job: clausebook draft vendor-addendum --batch TABLE --queue begins one.\n')
  await tell(table([['JOB', 'STATE', 'DONE', 'FAILED', 'BEGUN', 'BY', 'WHAT'], ...jobs.map(cellsOf)]))
}

function cellsOf({ id, state, things: { all, done, failed }, at, by, title }: Job): string[] {
  return [id, state, `${done} of ${all}`, String(failed), moment(at), by, title]
}
