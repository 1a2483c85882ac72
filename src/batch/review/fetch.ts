import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { holdFolder, requireFolder, tidyParts, writeWhole } from '../../files/index.ts'
import { endingOf } from '../../formats.ts'
import { Problem } from '../../problem.ts'
import type { OpenJob, Store } from '../../store/index.ts'
import { sha256Of } from '../../texts/index.ts'
import { fileNames } from '../file-name.ts'
import type { Telling } from '../fill/fill-folder.ts'
import { type PaperCame, papersOf } from './papers.ts'
import { type SummedPaper, summaryFiles } from './summary.ts'
import { reviewTaskSchema } from './task.ts'

/** How many papers were reviewed, and of how many there is no report. */
export interface ReviewCounts {
  reviewed: number
  failed: number
}

/** Which reports are ours, by their digests: what somebody changed by hand is never written over. */
export const reportsName = 'reports.json'

/**
 * Writes what came of a review of many papers into a folder: a report for each, and a summary of all.
 *
 * @param job that has ended
 * @throws Problem where the folder cannot be filled
 */
export async function fetchReviews(
  store: Pick<Store, 'jobs'>,
  job: OpenJob,
  { output }: { output: string },
  { tell, progressOf }: Telling,
): Promise<ReviewCounts> {
  const { format } = reviewTaskSchema.parse(job.task)
  await requireFolder(output)
  const held = await holdFolder(output)
  const progress = await progressOf(async () => job.things.all)
  try {
    await tidyParts(output)
    const ours = await digestsIn(output)
    const nameOf = fileNames()
    const papers: SummedPaper[] = []
    for await (const came of papersOf(store, job.id, { bare: false, missing: notReviewed(job) })) {
      const report = `${nameOf(`${basename(came.place).replace(/\.\w+$/, '')}-review`)}.${endingOf(format)}`
      const paper = await written(came, join(output, report), ours.get(report))
      if ('problem' in paper) tell(`${came.place}: ${paper.problem}`)
      else ours.set(report, paper.outcome.sha256)
      papers.push({ paper, report })
      progress.step()
    }
    await writeWhole(join(output, reportsName), `${JSON.stringify(Object.fromEntries(ours), null, 2)}\n`)
    for (const [name, content] of await summaryFiles(job.title, papers))
      await writeWhole(join(output, name), content)
    const failed = papers.filter(({ paper }) => 'problem' in paper).length
    return { reviewed: papers.length - failed, failed }
  } finally {
    progress.stop()
    await held.release()
  }
}

/** Writes a report, where nothing of somebody else's is in its place. @returns the paper without its report's bytes */
async function written(came: PaperCame, file: string, own: string | undefined): Promise<PaperCame> {
  if ('problem' in came) return came
  const { place, outcome, content } = came
  if (!content || sha256Of(content) !== outcome.sha256)
    return { place, problem: 'its report is not as it was kept: look at the database, and retry the job' }
  const there = await readFile(file).catch(() => undefined)
  if (there && ![own, outcome.sha256].includes(sha256Of(there)))
    return { place, problem: `${file} was changed by hand, or is from elsewhere: move it away` }
  await writeWhole(file, content)
  return { place, outcome }
}

const digestsSchema = z.record(z.string(), z.string())

async function digestsIn(folder: string): Promise<Map<string, string>> {
  const file = join(folder, reportsName)
  const words = await readFile(file, 'utf8').catch(() => '{}')
  try {
    return new Map(Object.entries(digestsSchema.parse(JSON.parse(words))))
  } catch {
    throw new Problem('review', 'is no list of reports: move it away', { file })
  }
}

function notReviewed({ id, state }: OpenJob): string {
  return state === 'cancelled'
    ? `was not read: job ${id} was cancelled before`
    : `was not read: its part failed, as clausebook jobs show ${id} tells`
}
