import type { CoherencePassage } from '../types.ts'

/**
 * A reading of one passage that remembers what it found there: the rules ask it again and again, and drafts of a batch share
 * the passages in which they are alike.
 *
 * @param read sees nothing but the passage, and what it finds is never changed: it is handed out again
 */
export function ofPassage<Found>(
  read: (passage: CoherencePassage) => Found,
): (passage: CoherencePassage) => Found {
  const found = new WeakMap<CoherencePassage, { read: Found }>()
  return (passage) => {
    let known = found.get(passage)
    if (!known) {
      known = { read: read(passage) }
      found.set(passage, known)
    }
    return known.read
  }
}
