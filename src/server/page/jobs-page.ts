import type { FailedRow } from '../../batch/index.ts'
import { sentenceCase } from '../../in-words.ts'
import { type Deed, isUnderWay, type Job, type JobPart, type JobState } from '../../store/index.ts'
import { moment } from './visitor.ts'

/** How a state stands out, as marks of a comparison do. */
const marks: Record<JobState, string> = {
  waiting: 'unclear',
  'at work': 'changed',
  done: 'added',
  failed: 'removed',
  cancelled: 'unclear',
}

/** What `jobs.hbs` shows. */
export function jobsView(jobs: readonly Job[]) {
  return { jobs: jobs.map(jobView) }
}

/** What `kept-job.hbs` shows: how far a job is, what failed and why, and who did what. */
export function keptJobView(
  job: Job,
  { parts, rows, deeds }: { parts: readonly JobPart[]; rows: readonly FailedRow[]; deeds: readonly Deed[] },
) {
  const { id, title, state, things, dead } = job
  const waits = isUnderWay(job)
  return {
    ...jobView(job),
    title,
    waits,
    // Rows that failed go again with parts that did, once nothing waits any more.
    again: !waits && (state !== 'done' || things.failed > 0),
    parts: parts
      .filter(({ state, reason }) => state === 'failed' || (state === 'waiting' && reason !== undefined))
      .map(({ part, from, to, state, attempts, worker, reason }) => ({
        ...{ part, from, to, attempts, worker, reason },
        state:
          state === 'failed' ? 'failed for good' : attempts === 0 ? 'waits for others' : 'is tried again',
      })),
    dead,
    // Where in a template it stands, and how a command leaves a blank, is of no use on a page.
    rows: rows.map(({ place, problem }) => ({
      place,
      problem: problem.replace(/^templates\/\S+ /, '').replace(' (--allow-blanks)', ''),
    })),
    more: things.failed - rows.length,
    deeds: deeds.map(({ at, by, from, did }) => ({ at: moment(at), by, from, did })),
    fetch: `clausebook jobs fetch ${id} --output FOLDER`,
  }
}

/** How far a job is, for a script that asks. */
export function jobState(job: Job) {
  const { all, done } = job.things
  return { done, total: all, ended: !isUnderWay(job) }
}

function jobView({ id, title, at, by, state, things: { all, done, failed } }: Job) {
  return {
    id,
    address: `/jobs/${id}`,
    name: title,
    at: moment(at),
    by,
    state: sentenceCase(state),
    mark: marks[state],
    all,
    done,
    failed,
  }
}
