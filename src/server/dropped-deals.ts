import type { DealStatus } from '../deal/index.ts'
import { type Kept, openKept } from './kept.ts'
import type { Upload } from './uploads.ts'
import type { DealTask } from './work/deal.ts'

/** A deal whose files were dropped in, as it was read. */
export interface DroppedDeal {
  task: DealTask
  status: DealStatus
}

/** An answer that was written, and what a person should know of it. */
export interface DealAnswer {
  round: number
  notes: string[]
  file: Upload
  /** The page of its deal. */
  back: string
}

export function openDroppedDeals(): Kept<DroppedDeal> {
  return openKept(200 * 1024 * 1024, ({ task: { turns, matter }, status: { points } }) => {
    const files = turns.flatMap(({ sent, returned }) => [sent, ...(returned ? [returned] : [])])
    return files.reduce((sum, { bytes }) => sum + bytes.length, 2 * matter.length + 50_000 * points.length)
  })
}

export function openDealAnswers(): Kept<DealAnswer> {
  return openKept(100 * 1024 * 1024, ({ file }) => file.bytes.length + 10_000)
}
