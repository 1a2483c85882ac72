import type { GateWord } from './words.ts'

/** A blank of the agreed text and what stands there in the other. */
export interface Fill {
  blank: GateWord[]
  words: GateWord[]
}

/** Two texts that are the same but for their blanks and their typography. */
export interface Matched {
  fills: Fill[]
  /** Words that differ in typography alone. */
  typography: [GateWord, GateWord][]
}

/** A stretch of an agreed text: words that must stand, or a blank. */
type Part = { words: GateWord[] } | { blank: GateWord[] }

/**
 * Holds a text against an agreed one in which blanks stand for any words, at least one.
 *
 * @returns undefined where it is another text
 */
export function matchWords(agreed: readonly GateWord[], other: readonly GateWord[]): Matched | undefined {
  const parts = partsOf(agreed)
  const matched: Matched = { fills: [], typography: [] }
  let at = 0
  let blank: GateWord[] | undefined
  for (const [place, part] of parts.entries()) {
    if ('blank' in part) {
      blank = part.blank
      continue
    }
    const last = place === parts.length - 1
    const found = blank ? search(part.words, other, at + 1, last) : stretch(part.words, other, at)
    if (!found) return undefined
    if (blank) matched.fills.push({ blank, words: other.slice(at, found.start) })
    matched.typography.push(...found.typography)
    at = found.end
    blank = undefined
  }
  if (blank) {
    if (at >= other.length) return undefined
    matched.fills.push({ blank, words: other.slice(at) })
    at = other.length
  }
  return at === other.length ? matched : undefined
}

interface Stretch {
  start: number
  end: number
  typography: [GateWord, GateWord][]
}

function search(
  words: readonly GateWord[],
  other: readonly GateWord[],
  from: number,
  last: boolean,
): Stretch | undefined {
  for (let at = from; at <= other.length; at += 1) {
    const found = stretch(words, other, at)
    if (found && (!last || found.end === other.length)) return found
  }
  return undefined
}

/** Words that stand one after the other from a place on; numbers of pages may be others, or not there. */
export function stretch(
  words: readonly GateWord[],
  other: readonly GateWord[],
  start: number,
): Stretch | undefined {
  const typography: Stretch['typography'] = []
  let at = start
  for (const word of words) {
    const found = other[at]
    if (word.page) {
      if (found && (found.page || isPageNumber(found))) at += 1
      continue
    }
    if (found?.page && word.key !== found.key) {
      if (isPageNumber(word)) {
        at += 1
        continue
      }
      at += 1
    }
    const one = other[at]
    if (!one || one.key !== word.key) return undefined
    if (!isSameSign(word, one)) typography.push([word, one])
    at += 1
  }
  if (other[at]?.page && !words.at(-1)?.page) at += 1
  return { start, end: at, typography }
}

function isPageNumber({ text }: GateWord): boolean {
  return /^(?:\d{1,4}|[ivxlc]{1,6})$/i.test(text)
}

function isSameSign(one: GateWord, other: GateWord): boolean {
  if (one.divided || other.divided)
    return one.text.normalize('NFC') === other.text.normalize('NFC') && !other.divided
  return one.text === other.text || one.text.normalize('NFC') === other.text.normalize('NFC')
}

function partsOf(words: readonly GateWord[]): Part[] {
  const parts: Part[] = []
  for (const word of words) {
    const last = parts.at(-1)
    if (word.blank === undefined) {
      if (last && 'words' in last) last.words.push(word)
      else parts.push({ words: [word] })
    } else if (last && 'blank' in last) last.blank.push(word)
    else parts.push({ blank: [word] })
  }
  return parts
}
