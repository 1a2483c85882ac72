import { type DraftToApprove, draftsToApprove, failedRows } from '../../batch/index.ts'
import { departureLine } from '../../draft/index.ts'
import type { Deed, JobPart } from '../../store/index.ts'
import { tell } from '../output.ts'
import { type JobsPlace, withJobs } from './place.ts'
import { table } from './table.ts'

/** So many rows of which nothing came are told. */
const mostTold = 50

/** `clausebook jobs show JOB`. */
export async function showJob(id: string, { json, ...place }: JobsPlace & { json?: true }): Promise<void> {
  const { job, parts, rows, drafts, deeds } = await withJobs(place, async ({ store }) => {
    const { jobs } = store
    const { task: _, ...job } = await jobs.open(id)
    const rows = await failedRows(store, id, mostTold)
    const drafts = await draftsToApprove(store, id, Number.MAX_SAFE_INTEGER)
    return { job, parts: await jobs.parts(id), rows, drafts, deeds: await jobs.deeds(id) }
  })
  if (json) return tell(`${JSON.stringify({ version: 1, job, parts, rows, drafts, deeds }, null, 2)}\n`)
  const { title, state, things } = job
  const failed = things.failed === 0 ? '' : `, of ${things.failed} of them nothing came`
  await tell(`${title}\n${id}: ${state}, ${things.done} of ${things.all} done${failed}\n`)
  const told = parts.filter((part) => part.reason !== undefined || inHand(part))
  if (told.length > 0)
    await tell(`\n${table([['PART', 'ROWS', 'STATE', 'BEGUN', 'BY', 'WHY'], ...told.map(partCells)])}`)
  const more = things.failed - rows.length
  const last = more > 0 ? [`and ${more} more, which jobs fetch tells`] : []
  const failures = [...rows.map(({ place, problem }) => `${place}: ${problem}`), ...last]
  if (failures.length > 0) await tell(`\n${failures.join('\n')}\n`)
  if (drafts.length > 0)
    await tell(`\n${table([['DRAFT', 'FOR', 'STANDS', 'WHY'], ...drafts.map(draftCells)])}`)
  await tell(`\n${table([['WHEN', 'WHO', 'FROM', 'DID'], ...deeds.map(deedCells)])}`)
}

function inHand({ state, attempts }: JobPart): boolean {
  return state === 'waiting' && attempts > 0
}

function partCells({ part, from, to, state, attempts, worker, reason }: JobPart): string[] {
  return [
    String(part),
    `${from} to ${to}`,
    state,
    `${attempts} ${attempts === 1 ? 'time' : 'times'}`,
    worker ?? '',
    reason ?? '',
  ]
}

function draftCells({ sha256, vendor, said, approvals }: DraftToApprove): string[] {
  const stands = said ? `${said.word} by ${said.by}` : 'waits for approval'
  return [sha256.slice(0, 12), vendor, stands, approvals.map(departureLine).join('; ')]
}

function deedCells({ at, by, from, did }: Deed): string[] {
  return [at.slice(0, 19).replace('T', ' '), by, from ?? '', did]
}
