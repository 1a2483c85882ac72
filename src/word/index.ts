export { type ComparisonFileOptions, comparisonToDocx } from './comparison/comparison.ts'
export { draftToDocx } from './draft/draft.ts'
export type { Paper } from './page.ts'
export type { RevisionAuthor } from './tracked/revisions.ts'
