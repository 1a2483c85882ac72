import { type AskedReviews, beginReviews, fetchJob } from '../../batch/index.ts'
import { inWorkFolder, requireFolder } from '../../files/index.ts'
import { givenText, matterSource } from '../../files/matter-source.ts'
import { type DocumentFormat, documentFormats, type ReviewFormat } from '../../formats.ts'
import { isWordName } from '../../markup/word-name.ts'
import { Problem } from '../../problem.ts'
import { type Job, openFileStore, type Store } from '../../store/index.ts'
import { progressOf } from '../draft/progress.ts'
import { type HouseOptions, houseOf, libraryFor } from '../house.ts'
import { type JobsPlace, withJobs } from '../jobs/place.ts'
import { workHere } from '../jobs/work-here.ts'
import { tell } from '../output.ts'
import { say } from '../say.ts'
import { foundPapers, papersIn } from './papers.ts'

/** What a review of many papers can be told. */
export interface ManyOptions extends JobsPlace, HouseOptions {
  matter: string
  vendor?: string
  paper?: 'vendor' | 'licensor'
  decisions?: string
  format?: ReviewFormat
  output?: string
  author?: string
  date?: string
  queue?: true
  by?: string
}

/** `clausebook review PAPER… --matter MATTER --output FOLDER`, or `--queue`: each paper reviewed, and a summary of all. */
export async function reviewMany(named: readonly string[], options: ManyOptions): Promise<void> {
  const { output, queue, by = 'somebody', matters, database } = options
  if (queue && output !== undefined)
    throw new Problem(
      'usage',
      '--queue keeps the reports with the job: leave out --output, and take them with clausebook jobs fetch JOB --output DIR',
    )
  if (!queue && (output === undefined || output === '-' || isWordName(output)))
    throw new Problem(
      'usage',
      'a review of many papers fills a folder: give --output DIR, or --queue for a job',
    )
  if (output !== undefined) await requireFolder(output)
  const asked = await askedReviews(named, options)
  const house = {
    ...(options.house !== undefined && { house: options.house }),
    ...(options.houses !== undefined && { houses: options.houses }),
  }
  const doing = 'Reviewing'
  if (output !== undefined) {
    const counts = await inPassing(async (store) => {
      const { id } = await workHere(store, await beginReviews(asked, store, by), { ...house, doing })
      const telling = { tell: (line: string) => say(`clausebook: ${line}`), progressOf }
      return fetchJob(store, id, { output }, telling)
    })
    await tell(`${counts.reviewed} reviewed, ${counts.failed} failed: ${output}\n`)
    if (counts.failed > 0) process.exitCode = 1
    return
  }
  const place = { ...(matters !== undefined && { matters }), ...(database !== undefined && { database }) }
  await withJobs(place, async ({ store, team, option }) => {
    const job = await beginReviews(asked, store, by)
    const fetch = `clausebook jobs fetch ${job.id}${option} --output DIR`
    if (team) return tell(`job ${job.id}: ${papersWait(job)} for clausebook worker; then ${fetch}\n`)
    const { things } = await workHere(store, job, { ...house, doing })
    const failed = things.all - things.done + things.failed
    await tell(`job ${job.id}: ${things.all - failed} reviewed, ${failed} failed; ${fetch}\n`)
    if (failed > 0) process.exitCode = 1
  })
}

function papersWait({ things: { all } }: Job): string {
  return `${all} ${all === 1 ? 'paper waits' : 'papers wait'}`
}

async function askedReviews(named: readonly string[], options: ManyOptions): Promise<AskedReviews> {
  const { matter: matterFile, vendor, paper: whose, decisions: decisionsFile, author, date } = options
  const format = documentFormat(options.format)
  const yaml = await matterSource(matterFile)
  const decisions =
    decisionsFile === undefined
      ? undefined
      : await givenText(decisionsFile, 'decisions', 'a file of decisions')
  // A house that cannot be read stops all, and so does a file of decisions that is wrong.
  const library = await libraryFor(options)
  if (decisions !== undefined) {
    const { decisionsGiven } = await import('../../review/any-paper.ts')
    decisionsGiven({ decisions: { file: decisionsFile!, yaml: decisions } }, library)
  }
  const { files, left, title } = await foundPapers(named)
  for (const file of left) say(`clausebook: ${file} is not read: no ending of a paper`)
  return {
    ...{ title, format },
    papers: papersIn(files),
    matter: { yaml, place: matterFile },
    ...(vendor !== undefined && { vendor }),
    ...(whose && { whose }),
    ...(decisions !== undefined && { decisions }),
    ...(author !== undefined && { author }),
    ...(date !== undefined && { date }),
    houseOf: (facts) => houseOf(options, facts),
  }
}

function documentFormat(asked: ReviewFormat = 'docx'): DocumentFormat {
  const format = documentFormats.find((one) => one === asked)
  if (format) return format
  throw new Problem('usage', `the reports of many papers are ${documentFormats.join(', ')}, not ${asked}`)
}

/** A store of files for the length of some work: what is done at once is done as a job is, and leaves none. */
function inPassing<T>(work: (store: Store) => Promise<T>): Promise<T> {
  return inWorkFolder('reviews', async (folder) => work(await openFileStore(folder)))
}
