import { countWords } from '../agreement/index.ts'
import { editsOf, type Library, type License, type Position } from '../library/index.ts'
import type { Finding, Matter } from '../matter/index.ts'
import type { Wanted } from './wanted.ts'

/** How many asks a short letter has at most, with what they bring. */
export const mostInShort = 8

/** How many points a short letter has whatever their length, where there is occasion for so many. */
export const leastInShort = 5

/**
 * How many words the amendments of a short letter may have, so that it has four pages with its signatures: each license
 * beside the first takes words of its own, in headings and where a Meta company of another place signs.
 */
export function mostWordsInShort(licenses: number): number {
  return 540 - 40 * (licenses - 1)
}

/** Words of the amendments as the letter has them: what licenses share is said once. */
export function wordsOfAsks(asks: Iterable<Wanted>, licenses: readonly License[]): number {
  const said = new Set<string>()
  for (const { position, level, on } of asks)
    for (const license of licenses.filter(({ id }) => on.has(id)))
      for (const { section, anchor, text } of editsOf(position, level, license))
        said.add(`In Section ${section}, the words ${anchor} are replaced by ${text}`)
  return [...said].reduce((sum, words) => sum + countWords(words), 0)
}

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
