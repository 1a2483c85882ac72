import { beginningsOf, type CuePlace, type EvidenceWords } from '../../library/index.ts'
import type { Sentence } from '../types.ts'
import { findSign, hasSign, maySay, type Sign } from './signs.ts'

/** Words that begin a limit, those of limits that take nothing from a promise, and of those that leave it to its giver, read once. */
export interface Limits {
  begins: readonly Sign[]
  harmless: readonly Sign[]
  takes: readonly Sign[]
}

export function limitsRead({ limits }: EvidenceWords, read: (source: string) => Sign): Limits {
  return {
    begins: limits.begins.map(read),
    harmless: limits.harmless.map(read),
    takes: limits.takes.map(read),
  }
}

/** The same, with limits that are harmless in one clause. */
export function withHarmless(limits: Limits, more: readonly Sign[]): Limits {
  return { ...limits, harmless: [...limits.harmless, ...more] }
}

/** Words that limit a promise, and whether they surely leave it to the will, the purse or the convenience of who gives it. */
export interface LimitFound {
  limit: string
  takes: boolean
}

/**
 * “… within 30 days, to the extent that its archives allow”: the words of a sentence that limit what is said at a place, where
 * they are none that a careful reader passes over (“except as the law requires”).
 */
export function limitOn(
  sentence: Sentence,
  place: CuePlace & { source: string },
  { begins, harmless, takes }: Limits,
): LimitFound | undefined {
  const { words, tokens, text, long } = sentence
  if (long) return undefined
  let passed = 0
  for (const { from: at, to } of beginnings(sentence, begins)) {
    // “… except what is public other than by a breach”: what limits a limit is none of the promise.
    if (at < passed && !/^(?:and|or)$/.test(words[at - 1]!) && !gapBefore(sentence, at).includes(','))
      continue
    // An exception that makes the point is no limit of it.
    if (place.source.includes(words[at]!) && at >= place.from && at < place.to) continue
    const end = endOf(sentence, at)
    // “To the extent applicable” says no more.
    if (end === to) continue
    if (!reaches(sentence, place, { at, end })) continue
    const limit = { words: words.slice(at, end) }
    const isTaking = takes.some((sign) => hasSign(sign, limit))
    if (!isTaking && harmless.some((sign) => hasSign(sign, limit))) {
      passed = end
      continue
    }
    return { limit: text.slice(tokens[at]!.from, tokens[end - 1]!.to), takes: isTaking }
  }
  return undefined
}

const known = new WeakMap<readonly Sign[], WeakMap<Sentence, CuePlace[]>>()

/** Where limits begin in a sentence, which is sought once for all promises that it gives. */
function beginnings(sentence: Sentence, begins: readonly Sign[]): CuePlace[] {
  const of = known.get(begins) ?? new WeakMap<Sentence, CuePlace[]>()
  known.set(begins, of)
  const places = of.get(sentence) ?? beginningsIn(sentence, begins)
  of.set(sentence, places)
  return places
}

function beginningsIn(sentence: Sentence, begins: readonly Sign[]): CuePlace[] {
  const { words } = sentence
  const may = begins.filter((sign) => maySay(sign, beginningsOf(words)))
  if (may.length === 0) return []
  return words.flatMap((_, at) => {
    const next = words.slice(at, at + 4)
    const places = may.map((sign) => findSign(sign, { words: next }))
    const place = places.find((one) => one?.from === 0)
    return place && isBeginning(sentence, at) ? [{ from: at, to: at + place.to }] : []
  })
}

/** “For as long as it holds data” is how long a promise lasts; what our client may do instead is its right. */
function isBeginning({ words, tokens, text }: Sentence, at: number): boolean {
  if (words[at + 1] === 'long')
    return words[at - 1] !== 'for' && words.slice(at, at + 12).some((word) => conditions.test(word))
  if (words[at] !== 'or') return true
  // “When it has ended or may end”: a comma parts what may be done instead.
  if (!gapBefore({ tokens, text }, at).includes(',')) return false
  const who = words.findLast(
    (word, index) => index < at + 2 && parties.test(word) && modals.test(words[index + 1] ?? ''),
  )
  return who !== 'customer' && who !== 'party'
}

/** What a promise that lasts “so long as …” is made to hang on. */
const conditions = /^(?:claims?|notif\w+|fees?|paid|pays|insur\w+|plan|tier|subscri\w+)$/
const parties = /^(?:vendor|customer|party|it)$/
const modals = /^(?:shall|will|must|may|can|is|has|agrees|undertakes)$/

/**
 * Whether a limit can be meant of a place of its sentence: it is on what stands before it up to a semicolon, or, where no comma
 * parts it from that, on the last thing alone that is promised before it; set between commas ahead of a verb it is on what
 * follows. What is promised anew behind it is free of it.
 */
function reaches(sentence: Sentence, place: CuePlace, { at, end }: { at: number; end: number }): boolean {
  const { words } = sentence
  if (partsBetween(sentence, place, at) && end < words.length) return false
  if (at === 0) return true
  if (ahead.test(words[at - 1]!)) return place.to > at
  if (end < words.length && place.from >= end) return false
  // “…, or at its election a letter instead” may stand in the place of all before it.
  const parted = gapBefore(sentence, words[at - 1] === 'or' && at > 1 ? at - 1 : at).includes(',')
  return parted || place.to > thoughtBefore(sentence, at)
}

const ahead = /^(?:and|but|shall|will|must|may)$/

/** Behind the last word of a limit: before the next semicolon, or a comma behind which the promise goes on. */
function endOf(sentence: Sentence, from: number): number {
  for (let at = from + 1; at < sentence.words.length; at += 1) {
    const between = gapBefore(sentence, at)
    if (/;|[.!?][”"’)]?\s/.test(between)) return at
    if (!between.includes(',')) continue
    if (from === 0 || (at > from + 2 && isPromised(sentence, at))) return at
  }
  return sentence.words.length
}

/** Where the last thing begins that is promised before a word: “keeps logs, and stores data in Germany unless …” */
function thoughtBefore(sentence: Sentence, before: number): number {
  for (let at = before - 1; at > 0; at -= 1)
    if (gapBefore(sentence, at).includes(',') && isPromised(sentence, at)) return at
  return 0
}

/** Whether behind a comma something else is promised. */
export function isPromised({ words }: Pick<Sentence, 'words'>, at: number): boolean {
  const joined = /^(?:and|but)$/.test(words[at]!)
  const next = words[joined ? at + 1 : at] ?? ''
  return verbs.test(next) || (joined && (goesOn.test(next) || bare.test(next)))
}

const goesOn = /^(?:vendor|customer|party|it|they|each|shall|will|must|may|is|are|does|has|have)$/
/** What a vendor does by its contract; words that name things too (“records”) need an “and” before them. */
const verbs =
  /^(?:gives|tells|binds|keeps|holds|remains|stays|passes|supplies|provides|confirms|notifies|informs|brings|stores|encrypts|separates|deletes|destroys|refunds|complies|indemnifies|defends|remedies|cures|lets|gets|receives|describes|carries|maintains|permits|assigns|continues|restores|takes|makes|imposes|grants|processes|does)$/
const bare =
  /^(?:give|tell|bind|keep|hold|remain|stay|pass|supply|provide|confirm|notify|inform|bring|store|encrypt|separate|delete|destroy|refund|comply|indemnify|defend|remedy|cure|let|receive|describe|carry|maintain|permit|assign|continue|restore|take|make|impose|grant|process|records?|reports?|answers?|returns?|exports?|documents?|tests?|uses?)$/

/** What parts a word from the one before it; that one ends with its comma or stop. */
function gapBefore({ tokens, text }: Pick<Sentence, 'tokens' | 'text'>, at: number): string {
  return text.slice(tokens[at - 1]!.from, tokens[at]!.from)
}

/** Whether a semicolon parts a place of a sentence from another. */
function partsBetween({ tokens, text }: Sentence, { from, to }: CuePlace, at: number): boolean {
  const [start, end] = at < from ? [at, from] : [to - 1, at]
  return /;|[.!?][”"’)]?\s/.test(text.slice(tokens[start]!.from, tokens[end]!.from))
}
