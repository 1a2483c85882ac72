import { clausesOf } from '../../agreement/index.ts'
import { loadTemplates, withTemplatesOf } from '../../draft/index.ts'
import type { Library } from '../../library/index.ts'
import { isWordName } from '../../markup/word-name.ts'
import { isPrivileged } from '../../matter/index.ts'
import { aboutFile, Problem } from '../../problem.ts'
import { type AskedPaper, decisionsGiven, reviewAnyPaper } from '../../review/any-paper.ts'
import { type AnyDecision, type Review, reviewDocument, reviewJson } from '../../review/index.ts'
import {
  type LicensorReview,
  licensorReviewDocument,
  licensorReviewJson,
  licensorRiderOf,
} from '../../review/licensor.ts'
import { markAuthor, markWord, riderOf } from '../../review/mark.ts'
import { today } from '../../today.ts'
import { draftToDocx } from '../../word/index.ts'
import type { Tell } from './step.ts'

/** A paper of theirs, and the matter that it is held against. */
export type ReviewTask = AskedPaper

/** A clause of their paper, as the page shows it. */
export interface PaperClause {
  path: string
  label: string
  text: string
  depth: number
}

/** A review with the words of the paper beside it, before anybody's decisions. */
export interface Reviewed {
  review: Review | LicensorReview
  /** What the file of decisions says that came with it. */
  given: AnyDecision[]
  clauses: PaperClause[]
}

/** What can be saved of a review: their file marked up, a paper that goes back beside theirs, or the report for our side. */
export type ReviewFileKind = 'marked' | 'rider' | 'report'

export interface ReviewFile {
  content: Uint8Array
}

/** @throws Problem where the paper, the matter or the decisions cannot be read */
export async function reviewed(library: Library, task: ReviewTask, tell: Tell = () => {}): Promise<Reviewed> {
  const given = decisionsGiven(task, library)
  const { review, agreement } = await reviewAnyPaper(library, task, [], tell)
  return {
    review,
    given,
    clauses: clausesOf(agreement).map(({ path, label, heading, text }) => ({
      path,
      label,
      text: parted(text, heading),
      depth: Math.min(4, path.split('.').length - 1),
    })),
  }
}

/** A heading that its clause begins with, and a stop behind it where the paper has none: “Audit. The vendor keeps …” */
function parted(text: string, heading: string | undefined): string {
  if (heading === undefined || !text.startsWith(heading)) return text
  const body = text.slice(heading.length)
  return /^\s+\S/.test(body) && /[\p{L}\p{N})]$/u.test(heading) ? `${heading}.${body}` : text
}

/** A review as a program reads it. @throws Problem as `reviewed` does */
export async function reviewedJson(library: Library, task: ReviewTask): Promise<string> {
  const { review } = await reviewAnyPaper(library, task, decisionsGiven(task, library))
  return review.paper === 'vendor' ? reviewJson(review) : licensorReviewJson(review)
}

/**
 * Their file marked up, a rider to it, or the report.
 *
 * @throws Problem where what is to be marked up is no vendor's Word file, or cannot be
 */
export async function reviewFile(
  library: Library,
  { kind, said, ...task }: ReviewTask & { kind: ReviewFileKind; said: readonly AnyDecision[] },
): Promise<ReviewFile> {
  const { review, matter, agreement } = await reviewAnyPaper(library, task, said)
  const { file, bytes } = task.paper
  if (kind === 'report') {
    const options = { privileged: isPrivileged(matter.document ?? {}), date: today() }
    const report =
      review.paper === 'vendor'
        ? reviewDocument(review, library, options)
        : licensorReviewDocument(review, library, options)
    return { content: await draftToDocx(report) }
  }
  const by = markAuthor(matter, { today: today() })
  if (review.paper === 'vendor') {
    const templates = withTemplatesOf(await loadTemplates(), library.house)
    const input = { review, matter, library, templates }
    if (kind === 'rider')
      return { content: await draftToDocx(riderOf(file, { ...input, agreement }, by).document) }
    if (isWordName(file)) return { content: aboutFile(file, () => markWord(bytes, input, by)).bytes }
  } else if (kind === 'rider')
    return { content: await draftToDocx(licensorRiderOf({ review, matter, library }, by).document) }
  throw new Problem('word-file', 'is no vendor’s Word file, which alone can be marked up: it gets a rider', {
    file,
  })
}
