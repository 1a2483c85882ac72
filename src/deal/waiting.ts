import type { DealRecord } from './record.ts'
import type { PointStanding } from './types.ts'

/** A concession that waits for an approval: of which point, and in which round it was made. */
export interface WaitingConcession {
  point: string
  round: number
}

/** What waits in a deal as it is kept. A point that was conceded again waits for the last alone, as its standing tells. */
export function waitingConcessions({
  concessions = [],
}: Pick<DealRecord, 'concessions'>): WaitingConcession[] {
  return [...new Map(concessions.map((one) => [one.point, one])).values()].flatMap(
    ({ point, round, approved }) => (approved ? [] : [{ point, round }]),
  )
}

/** What waits in a deal as it is shown. */
export function shownWaiting(points: readonly PointStanding[]): WaitingConcession[] {
  return points.flatMap(({ point, approval }) =>
    approval && !approval.approved ? [{ point: point.id, round: approval.round }] : [],
  )
}

/** Names them in one word, by which whoever approves says what he has seen: `audit:3,liability:2`. */
export function waitingWord(waiting: readonly WaitingConcession[]): string {
  return waiting
    .map(({ point, round }) => `${point}:${round}`)
    .sort()
    .join(',')
}
