export { draftBatch, draftRows } from './draft-batch.ts'
export type { BatchCounts, BatchProgress } from './fill/fill-folder.ts'
export { manifestName } from './fill/manifest.ts'
export {
  type DraftToApprove,
  decideDrafts,
  draftNamed,
  draftsToApprove,
  waitingDrafts,
} from './job/approvals.ts'
export { beginBatch } from './job/begin.ts'
export { type FailedRow, failedRows } from './job/failed-rows.ts'
export { fetchJob, type JobCounts } from './job/fetch-job.ts'
export { type Work, workerName, workOn } from './job/work.ts'
export { type AskedReviews, beginReviews, type GivenPaper } from './review/begin.ts'
export { reportsName } from './review/fetch.ts'
export { type PaperCame, papersOf } from './review/papers.ts'
export { isToBeRead, pointLines, verdictCounts } from './review/summary.ts'
export { reviewJob } from './review/task.ts'
export { ownCells } from './row/vendor-rows.ts'
export type { BatchOptions, BatchRow } from './types.ts'
export { type WatchCame, watchCame } from './watch/came.ts'
export type { WatchSaid } from './watch/task.ts'
