/** The door to reviewing a licensor's paper, apart from a vendor's, which needs no texts. */
export { licensorReviewCsv, licensorReviewJson } from './licensor/data.ts'
export { licensorReviewDocument } from './licensor/document.ts'
export { type JudgedPosition, judgeOfPositions } from './licensor/judge.ts'
export { paperKindOf, whosePaper } from './licensor/kind.ts'
export {
  decidedLicensorReview,
  type LicensorReviewInput,
  licensorReviewOf,
  paperOfLicensor,
} from './licensor/review.ts'
export { type LicensorRiderInput, licensorRiderOf } from './licensor/rider.ts'
export type * from './licensor/types.ts'
