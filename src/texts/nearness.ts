import { diffArrays } from 'diff'

/** Share of words that two texts have in common, from 0 to 1, whatever their order: quick, and good enough to rank. */
export function likeness(left: readonly string[], right: readonly string[]): number {
  const count = new Map<string, number>()
  for (const word of left) count.set(word, (count.get(word) ?? 0) + 1)
  let common = 0
  for (const word of right) {
    const rest = count.get(word) ?? 0
    if (rest === 0) continue
    count.set(word, rest - 1)
    common += 1
  }
  return left.length + right.length === 0 ? 1 : (2 * common) / (left.length + right.length)
}

/** A place at which two texts differ. */
export interface WordChange {
  /** Words of the left text that are not in the right one. */
  removed: string
  /** Words of the right text in their place. */
  added: string
  /** The last words before the place that both have. */
  after: string
  /** Whether it stands before the first word, or behind the last, that both have. */
  first: boolean
  last: boolean
}

/** Every place at which two texts differ, in order. */
export function wordChanges(left: string[], right: string[]): WordChange[] {
  const changes: WordChange[] = []
  let after = ''
  let open: WordChange | undefined
  for (const { added, removed, value } of diffArrays(left, right)) {
    if (!added && !removed) {
      if (open) open.last = false
      open = undefined
      after = value.slice(-5).join(' ')
      continue
    }
    if (!open) {
      open = { removed: '', added: '', after, first: after === '', last: true }
      changes.push(open)
    }
    open[added ? 'added' : 'removed'] += value.join(' ')
  }
  return changes
}

/** How many words differ: a replaced word is one. */
export function changedWords(changes: WordChange[]): number {
  const count = (words: string) => (words === '' ? 0 : words.split(' ').length)
  return changes.reduce((sum, { removed, added }) => sum + Math.max(count(removed), count(added)), 0)
}
