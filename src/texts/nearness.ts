import { diffArrays } from 'diff'

/** Share of words that two texts have in common, from 0 to 1, whatever their order: quick, and good enough to rank. */
export function likeness(left: readonly string[], right: readonly string[]): number {
  return left.length + right.length === 0 ? 1 : (2 * inCommon(left, right)) / (left.length + right.length)
}

/** Share of the words of a text that another has too, from 0 to 1, whatever their order and whatever else stands there. */
export function shareShown(text: readonly string[], other: readonly string[]): number {
  return text.length === 0 ? 1 : inCommon(text, other) / text.length
}

function inCommon(left: readonly string[], right: readonly string[]): number {
  const count = new Map<string, number>()
  for (const word of left) count.set(word, (count.get(word) ?? 0) + 1)
  let common = 0
  for (const word of right) {
    const rest = count.get(word) ?? 0
    if (rest === 0) continue
    count.set(word, rest - 1)
    common += 1
  }
  return common
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

/** Beyond so many words that go and come, looking for the fewest takes minutes, and nothing else is done meanwhile. */
const mostEdits = 3_000

/** Every place at which two texts differ, in order; one place, from the first to the last, where too many do. */
export function wordChanges(left: string[], right: string[]): WordChange[] {
  const changes: WordChange[] = []
  let after = ''
  let open: WordChange | undefined
  const pieces = diffArrays(left, right, { maxEditLength: mostEdits }) ?? inOnePlace(left, right)
  for (const { added, removed, value } of pieces) {
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

function inOnePlace(left: string[], right: string[]) {
  const most = Math.min(left.length, right.length)
  let head = 0
  while (head < most && left[head] === right[head]) head += 1
  let tail = 0
  while (tail < most - head && left.at(-1 - tail) === right.at(-1 - tail)) tail += 1
  const piece = (value: string[], added = false, removed = false) => ({ value, added, removed })
  return [
    piece(left.slice(0, head)),
    piece(left.slice(head, left.length - tail), false, true),
    piece(right.slice(head, right.length - tail), true),
    piece(left.slice(left.length - tail)),
  ].filter(({ value }) => value.length > 0)
}

/** How many words differ: a replaced word is one. */
export function changedWords(changes: WordChange[]): number {
  const count = (words: string) => (words === '' ? 0 : words.split(' ').length)
  return changes.reduce((sum, { removed, added }) => sum + Math.max(count(removed), count(added)), 0)
}
