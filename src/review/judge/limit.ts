import type { CuePlace, EvidenceWords } from '../../library/index.ts'
import type { Sentence } from '../types.ts'
import { findSign, hasSign, type Sign } from './signs.ts'

/** Words that begin a limit, and those of limits that take nothing from a promise, read once. */
export interface Limits {
  begins: readonly Sign[]
  harmless: readonly Sign[]
}

export function limitsRead({ limits }: EvidenceWords, read: (source: string) => Sign): Limits {
  return { begins: limits.begins.map(read), harmless: limits.harmless.map(read) }
}

/** The same, with limits that are harmless in one clause. */
export function withHarmless({ begins, harmless }: Limits, more: readonly Sign[]): Limits {
  return { begins, harmless: [...harmless, ...more] }
}

/**
 * “… within 30 days, to the extent that its archives allow”: the words of a sentence that limit what is said at a place, where
 * they are none that a careful reader passes over (“except as the law requires”). A limit counts up to the next semicolon, and
 * behind the last one for all.
 */
export function limitOn(
  sentence: Sentence,
  place: CuePlace & { excepts: boolean },
  { begins, harmless }: Limits,
): string | undefined {
  const { words, tokens, text, long } = sentence
  if (long) return undefined
  for (const at of beginnings(words, begins)) {
    // An exception that makes the point is no limit of it.
    if (place.excepts && at >= place.from && at < place.to) continue
    const end = endOf(sentence, at)
    if (partsBetween(sentence, place, at) && end < words.length) continue
    const limit = words.slice(at, end)
    if (harmless.some((sign) => hasSign(sign, { words: limit }))) continue
    return text.slice(tokens[at]!.from, tokens[end - 1]!.to)
  }
  return undefined
}

function beginnings(words: readonly string[], begins: readonly Sign[]): number[] {
  return words.flatMap((_, at) =>
    begins.some((sign) => findSign(sign, { words: words.slice(at, at + 4) })?.from === 0) ? [at] : [],
  )
}

/** Behind the last word of a limit: before the next semicolon, or a comma behind which the promise goes on. */
function endOf({ words, tokens, text }: Sentence, from: number): number {
  for (let at = from + 1; at < words.length; at += 1) {
    // A word ends with the comma or stop behind it.
    const between = text.slice(tokens[at - 1]!.from, tokens[at]!.from)
    if (/;|[.!?][”"’)]?\s/.test(between)) return at
    if (from === 0 && between.includes(',')) return at
    if (
      between.includes(',') &&
      at > from + 2 &&
      /^(?:and|but)$/.test(words[at]!) &&
      goesOn.test(words[at + 1] ?? '')
    )
      return at
  }
  return words.length
}

const goesOn = /^(?:vendor|customer|party|it|they|each|shall|will|must|may|is|are|does|has|have)$/

/** Whether a semicolon parts a place of a sentence from another. */
function partsBetween({ tokens, text }: Sentence, { from, to }: CuePlace, at: number): boolean {
  const [start, end] = at < from ? [at, from] : [to - 1, at]
  return /;|[.!?][”"’)]?\s/.test(text.slice(tokens[start]!.from, tokens[end]!.from))
}
