export { type BatchCounts, type BatchProgress, draftBatch } from './draft-batch.ts'
export type { BatchOptions } from './types.ts'
