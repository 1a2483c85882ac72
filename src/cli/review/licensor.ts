import type { ReviewFormat } from '../../formats.ts'
import { isPrivileged } from '../../matter/index.ts'
import {
  type LicensorReview,
  licensorReviewCsv,
  licensorReviewDocument,
  licensorReviewJson,
} from '../../review/licensor.ts'
import { documentFile, type ReviewMaking } from './render.ts'

/** A review of a licensor's paper in a format. */
export async function licensorReviewFile(
  format: ReviewFormat,
  review: LicensorReview,
  { matter, library, output, author, date }: ReviewMaking,
): Promise<string | Uint8Array> {
  if (format === 'json') return licensorReviewJson(review)
  if (format === 'csv') return licensorReviewCsv(review)
  const document = licensorReviewDocument(review, library, {
    privileged: isPrivileged(matter.document ?? {}),
    ...(author !== undefined && { author }),
    ...(date !== undefined && { date }),
  })
  return documentFile(format, document, output)
}
