import type { AnyDecision } from '../review/index.ts'
import { type Kept, openKept } from './kept.ts'
import type { Reviewed, ReviewTask } from './work/review.ts'

/** A review as it was made, with what made it and what persons decided since. */
export interface KeptReview {
  task: ReviewTask
  reviewed: Reviewed
  /** The matter of the store that it is held against; undefined where its file was sent. */
  matter: string | undefined
  /** What was decided on its page; what the store keeps is read there. */
  said: AnyDecision[]
}

export function openReviews(): Kept<KeptReview> {
  return openKept(200 * 1024 * 1024, roomOf)
}

/** About how much memory it takes: the files, and its words, which stand in clauses and in rows. */
function roomOf({ task, reviewed: { clauses, review } }: KeptReview): number {
  const words = clauses.reduce((sum, { text }) => sum + 200 + 2 * text.length, 0)
  return task.paper.bytes.length + 2 * task.matter.length + words + 20_000 * review.rows.length
}
