import type { ReviewFormat } from '../../formats.ts'
import {
  type LicensorReview,
  licensorReviewCsv,
  licensorReviewDocument,
  licensorReviewJson,
} from '../../review/licensor.ts'
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
