import type { Library, Position } from '../library/index.ts'
import type { Finding, Matter } from '../matter/index.ts'

/** How many asks a short letter has at most, with what they bring. */
export const mostInShort = 8

/** Whether a matter raises all that it has occasion for; without a word it raises what matters most. */
export function isShort(matter: Matter): boolean {
  const breadth = matter.negotiation?.breadth
  return breadth !== 'full'
}

/** What Meta can give without giving up what it made its license for. */
const canGive: Record<Position['negotiability'], number> = { open: 2, flexible: 1, fixed: -2 }

/**
 * How much it matters that a position is asked for: the weight of its topic (1 to 5), the worst finding that it answers
 * (up to 5, half where that is open), and whether the counterparty can give it.
 */
export function weightOf(position: Position, findings: readonly Finding[], { topics }: Library): number {
  const answered = findings.filter(
    ({ positions, status }) => status !== 'does-not-apply' && positions.includes(position.id),
  )
  const worst = answered.reduce((most, { status, residual, inherent }) => {
    const at = residual ?? inherent
    const score = at === undefined ? 0 : (at.likelihood * at.impact) / 5
    return Math.max(most, status === 'open' ? score / 2 : score)
  }, 0)
  return (topics.get(position.topic)?.weight ?? 1) + worst + canGive[position.negotiability]
}
