import type { Token } from './types.ts'

/** The words that say something, by their keys: what only separates them is left out. */
export function meaningOf(tokens: readonly Token[]): string[] {
  return tokens.filter(({ kind }) => kind !== 'punctuation').map(({ key }) => key)
}

/**
 * Whether two texts say the same words, whatever their typography, case, punctuation, version name, dates and
 * addresses. A hyphen may join, part or be gone: `human-generated` is `human generated` and `humangenerated`.
 */
export function sameWords(left: readonly string[], right: readonly string[]): boolean {
  let at = 0
  let to = 0
  while (at < left.length && to < right.length) {
    if (left[at] === right[to]) {
      at += 1
      to += 1
      continue
    }
    const parts = hyphenated(left[at]!)
    const others = hyphenated(right[to]!)
    if (parts && follow(parts, right, to)) {
      at += 1
      to += parts.length
    } else if (others && follow(others, left, at)) {
      at += others.length
      to += 1
    } else if ((parts || others) && (parts ?? [left[at]!]).join('') === (others ?? [right[to]!]).join('')) {
      at += 1
      to += 1
    } else return false
  }
  return at === left.length && to === right.length
}

function hyphenated(word: string): string[] | undefined {
  return /^\p{L}[^ ]*-[^ ]*$/u.test(word) && !/\d/.test(word) ? word.split('-') : undefined
}

function follow(parts: readonly string[], words: readonly string[], from: number): boolean {
  return parts.every((part, next) => words[from + next] === part)
}
