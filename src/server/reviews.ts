import { randomBytes } from 'node:crypto'
import type { KeptDecision } from '../review/index.ts'
import { boundedCache } from './cache.ts'
import type { Reviewed, ReviewTask } from './work/review.ts'

/** A review as it was made, with what made it and what persons decided since. */
export interface KeptReview {
  task: ReviewTask
  reviewed: Reviewed
  /** The matter of the store that it is held against; undefined where its file was sent. */
  matter: string | undefined
  /** What was decided on its page; what the store keeps is read there. */
  said: KeptDecision[]
}

/** Reviews in memory, for as long as their files. */
export interface Reviews {
  /** @returns the name that stands for it in an address, which nobody can guess */
  keep(review: KeptReview): string
  /** The review, unless it was kept too long or others have taken its room. */
  find(name: string): KeptReview | undefined
}

const longest = 60 * 60 * 1000
const mostBytes = 200 * 1024 * 1024

export function openReviews(): Reviews {
  const kept = boundedCache<{ review: KeptReview; until: number }>(mostBytes)
  return {
    keep(review) {
      const name = randomBytes(16).toString('hex')
      kept.set(name, { review, until: Date.now() + longest }, roomOf(review))
      setTimeout(() => kept.delete(name), longest).unref()
      return name
    },
    find(name) {
      const found = kept.get(name)
      return found && found.until > Date.now() ? found.review : undefined
    },
  }
}

/** About how much memory it takes: the files, and its words, which stand in clauses and in rows. */
function roomOf({ task, reviewed: { clauses, review } }: KeptReview): number {
  const words = clauses.reduce((sum, { text }) => sum + 200 + 2 * text.length, 0)
  return task.paper.bytes.length + 2 * task.matter.length + words + 20_000 * review.rows.length
}
