import type { MessagePort } from 'node:worker_threads'
import { workWithin } from '../../files/index.ts'
import type { DocumentFormat } from '../../formats.ts'
import { type HousePlace, type Library, loadLibrary } from '../../library/index.ts'
import { isPrivileged } from '../../matter/index.ts'
import { Problem } from '../../problem.ts'
import { type AskedPaper, decisionsGiven, type JudgedPaper, reviewAnyPaper } from '../../review/any-paper.ts'
import { confidenceIn, limitsOf, reviewDocument } from '../../review/index.ts'
import { licensorReviewDocument } from '../../review/licensor.ts'
import { sha256Of } from '../../texts/index.ts'
import { documentFile } from '../../word/documents.ts'
import { lookOfHouse } from '../../word/look.ts'
import type { PaperOutcome } from './task.ts'

/** A paper for a thread. */
export interface PaperTask extends AskedPaper {
  format: DocumentFormat
  author?: string
  date?: string
  house?: HousePlace
}

/** What a thread has for a task. */
export interface PaperDesk {
  /** All that it keeps for a while, and the programs that it begins, are here. */
  folder: string
  /** Told once the library is there and the paper is about to be read. */
  port: MessagePort
}

/** What comes back. */
export interface ReviewedPaper {
  content: string | Uint8Array
  outcome: PaperOutcome
}

/** Read once a thread for each house, and without one. */
const loaded = new Map<string, Promise<Library>>()

function libraryWith(house: HousePlace | undefined): Promise<Library> {
  const key = house?.folder ?? ''
  const known = loaded.get(key) ?? loadLibrary(undefined, house)
  loaded.set(key, known)
  return known
}

/**
 * Reviews one paper, with a report for our side.
 *
 * @returns the report and what a summary says of it, or in one line why there is none
 */
export default async function run({
  desk,
  ...task
}: PaperTask & { desk: PaperDesk }): Promise<ReviewedPaper | { problem: string }> {
  workWithin(desk.folder)
  try {
    const library = await libraryWith(task.house)
    desk.port.postMessage('reading')
    return await reviewed(library, task)
  } catch (error) {
    if (error instanceof Problem) return { problem: error.toString() }
    // One paper must not end the work on a hundred others; it is told like any other that cannot be read.
    return { problem: `a mistake in Clausebook: ${(error as Error).message}` }
  }
}

async function reviewed(
  library: Library,
  { format, author, date, house: _, ...asked }: PaperTask,
): Promise<ReviewedPaper> {
  const judged = await reviewAnyPaper(library, asked, decisionsGiven(asked, library))
  const { review, matter } = judged
  const options = {
    privileged: isPrivileged(matter.document),
    ...(author !== undefined && { author }),
    ...(date !== undefined && { date }),
  }
  const document =
    review.paper === 'vendor'
      ? reviewDocument(review, library, options)
      : licensorReviewDocument(review, library, options)
  const content = await documentFile(document, format, lookOfHouse(library.house))
  return { content, outcome: { ...outcomeOf(judged), sha256: sha256Of(content) } }
}

function outcomeOf({ review, agreement }: JudgedPaper): Omit<PaperOutcome, 'sha256'> {
  const confidenceOf = confidenceIn(agreement)
  return {
    paper: review.paper,
    ...(review.paper === 'vendor' && review.vendor !== undefined && { vendor: review.vendor }),
    against: review.contradictions.map(({ section, says, because }) => ({ section, says, because })),
    points: review.rows.map((row) => ({
      point: row.title,
      asked: row.asked,
      verdict: row.verdict,
      confidence: confidenceOf(row),
      sections: row.sections,
      because: row.decided?.reason ?? row.because,
      words: row.words,
    })),
    unread: limitsOf(review),
  }
}
