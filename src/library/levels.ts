import type { Level } from './types.ts'

/** Levels, from the one that asks for most. */
export const levelsDown: readonly Level[] = ['preferred', 'fallback', 'walk_away']

/** Levels as a person writes them. */
export const levelWords: Record<Level, string> = {
  preferred: 'preferred',
  fallback: 'fallback',
  walk_away: 'walk-away',
}

/** The level that a person writes so: `walk-away`. */
export function levelNamed(words: string): Level | undefined {
  return levelsDown.find((level) => levelWords[level] === words)
}
