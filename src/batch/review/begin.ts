import type { DocumentFormat } from '../../formats.ts'
import { packageVersion } from '../../home.ts'
import { type HousePlace, loadLibrary } from '../../library/index.ts'
import { readMatter } from '../../matter/index.ts'
import { Problem } from '../../problem.ts'
import type { PaperKind } from '../../review/licensor.ts'
import type { AskedPart, Job, JobShare, Store } from '../../store/index.ts'
import { openTexts, sha256Of } from '../../texts/index.ts'
import type { BatchOptions } from '../types.ts'
import { type KeptPaper, type ReviewTask, reviewJob, reviewTaskSchema } from './task.ts'

/** Papers that are reviewed at once, and what they are held against. */
export interface AskedReviews {
  /** What they are called: `terms, 12 papers`. */
  title: string
  papers: AsyncIterable<GivenPaper>
  /** The matter as YAML, and where it stands, for what is wrong with it. */
  matter: { yaml: string; place: string }
  /** Which vendor of the matter all are of; left out where each paper tells. */
  vendor?: string
  whose?: PaperKind
  /** What persons decided before, as YAML. */
  decisions?: string
  format: DocumentFormat
  author?: string
  date?: string
  houseOf?: BatchOptions['houseOf']
  /** Name of the matter of the store that the job belongs to. */
  ofMatter?: string
  /** What whoever asks may have at most. */
  share?: JobShare
}

/** A paper with its bytes, or why there are none. */
export type GivenPaper = { place: string } & ({ bytes: Uint8Array } | { problem: string })

/** Bytes of the largest paper that is taken, as on the pages. */
export const largestPaper = 20 * 1024 * 1024

/**
 * Keeps a review of many papers as a job, a part of it for each.
 *
 * @param by who asks for it
 * @throws Problem where the matter cannot be read, or there is no paper
 */
export async function beginReviews(
  { title, papers, matter, vendor = '', ofMatter, houseOf, share, ...options }: AskedReviews,
  { jobs }: Pick<Store, 'jobs'>,
  by: string,
): Promise<Job> {
  const house = await houseOfMatter(readMatter(matter.yaml, matter.place), houseOf)
  const settings = await reviewSettings(house)
  const task = reviewTaskSchema.parse(
    JSON.parse(JSON.stringify({ ...options, matter: matter.yaml, vendor, settings })),
  )
  const asked = { what: reviewJob, title: `review of ${title}`, task, by }
  const more = { ...(ofMatter !== undefined && { matter: ofMatter }), ...(share && { share }) }
  return jobs.begin({ ...asked, ...more }, partsOf(papers))
}

async function* partsOf(papers: AsyncIterable<GivenPaper>): AsyncGenerator<AskedPart> {
  let count = 0
  for await (const paper of papers) {
    count += 1
    yield partOf(paper)
  }
  if (count === 0)
    throw new Problem('review', 'there is no paper to review: name files, or a folder that has some')
}

function partOf(paper: GivenPaper): AskedPart {
  const { place } = paper
  const kept = (problem?: string): KeptPaper => ({ place, ...(problem !== undefined && { problem }) })
  if ('problem' in paper) return { things: [kept(paper.problem)] }
  const { bytes } = paper
  if (bytes.length > largestPaper) return { things: [kept(tooLarge(bytes.length))] }
  return { things: [kept()], file: bytes }
}

function tooLarge(bytes: number): string {
  const megabytes = (size: number) => Math.ceil(size / 1024 / 1024)
  return `has ${megabytes(bytes)} MB, more than the ${megabytes(largestPaper)} MB that are read: save it anew without pictures, or in parts`
}

/** The house that a matter is of, on this machine. */
export async function houseOfMatter(
  { house }: { house?: string | undefined },
  houseOf: BatchOptions['houseOf'],
): Promise<HousePlace | undefined> {
  return houseOf?.(house === undefined ? {} : { house })
}

/** Digest of all that a review hangs on beside the paper and the matter. */
export async function reviewSettings(house: HousePlace | undefined): Promise<ReviewTask['settings']> {
  const library = await loadLibrary(undefined, house)
  const texts = openTexts(library.licenses)
  // A letter of a licensor is read with the license that it amends, and without it where it is not here.
  const here = await Promise.all(
    [...library.licenses.keys()].map(async (id) => (await texts.read(id)) !== undefined),
  )
  return sha256Of(JSON.stringify([packageVersion(), library.digest, here]))
}
