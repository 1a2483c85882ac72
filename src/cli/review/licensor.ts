import { draftToMarkdown } from '../../draft/index.ts'
import type { ReviewFormat } from '../../formats.ts'
import type { Level } from '../../library/index.ts'
import { isWordName } from '../../markup/word-name.ts'
import { Problem } from '../../problem.ts'
import {
  type LicensorReview,
  licensorReviewCsv,
  licensorReviewDocument,
  licensorReviewJson,
  licensorRiderOf,
} from '../../review/licensor.ts'
import { markAuthor } from '../../review/mark.ts'
import { today } from '../../today.ts'
import { lookOf } from '../word/look.ts'
import { type ReviewMaking, reportFile } from './render.ts'

/** A review of a licensor's paper in a format. */
export function licensorReviewFile(
  format: ReviewFormat,
  review: LicensorReview,
  making: ReviewMaking,
): Promise<string | Uint8Array> {
  const report = {
    json: () => licensorReviewJson(review),
    csv: () => licensorReviewCsv(review),
    document: (options: Parameters<typeof licensorReviewDocument>[2]) =>
      licensorReviewDocument(review, making.library, options),
  }
  return reportFile(format, report, making)
}

/**
 * The rider that goes back, as Word or Markdown, and the review with what it proposes for each row.
 *
 * @throws Problem where a position that is named is not judged
 */
export async function licensorRider(
  review: LicensorReview,
  {
    matter,
    library,
    output,
    level,
    only,
    commentOnly,
    author,
    date,
  }: ReviewMaking & { level?: Level; only?: readonly string[]; commentOnly?: true },
): Promise<{ bytes: string | Uint8Array; review: LicensorReview }> {
  if (commentOnly)
    throw new Problem('usage', "--comment-only is for a vendor's Word file: a licensor's paper gets a rider")
  const known = new Set(review.rows.map(({ position }) => position))
  const unknown = only?.find((id) => !known.has(id))
  if (unknown !== undefined)
    throw new Problem(
      'position',
      `the review judges no position ${unknown}: it judges ${[...known].join(', ')}`,
    )
  const by = markAuthor(matter, {
    ...(author !== undefined && { author }),
    ...(date !== undefined && { date }),
    today: today(),
  })
  const { document, proposals } = licensorRiderOf(
    { review, matter, library, ...(level && { level }), ...(only && { only: new Set(only) }) },
    by,
  )
  const rows = review.rows.map((row) => {
    const proposed = proposals.get(row)
    return proposed ? { ...row, proposed } : row
  })
  if (!isWordName(output)) return { bytes: draftToMarkdown(document), review: { ...review, rows } }
  const look = await lookOf(undefined, 'docx', library.house)
  const { draftToDocx } = await import('../../word/index.ts')
  return { bytes: await draftToDocx(document, look), review: { ...review, rows } }
}
