import type { Verdict } from '../types.ts'

/** A verdict as a report says it. */
export const verdictWords: Record<Verdict, string> = {
  preferred: 'met: preferred',
  fallback: 'met: fallback',
  walk_away: 'met: walk-away',
  below: 'below',
  contrary: 'contrary',
  missing: 'missing',
  unclear: 'unclear',
}

/** In the order in which they are counted, with how many of them are said. */
export const counted: [verdict: Verdict, words: string][] = [
  ['preferred', 'met at the preferred level'],
  ['fallback', 'met at the fallback'],
  ['walk_away', 'met at the walk-away level'],
  ['below', 'below our lowest level'],
  ['contrary', 'contrary to what we need'],
  ['missing', 'missing'],
  ['unclear', 'unclear, for a person to decide'],
]
