import {
  type Beginnings,
  beginningsOf,
  type Cue,
  type CueLists,
  type CuePlace,
  type EvidenceWords,
  findCue,
  mayHave,
  readCue,
} from '../../library/index.ts'
import type { Sentence } from '../types.ts'

/** A cue with parts that a sentence has in any order. */
export type Sign = readonly Cue[]

const readers = new WeakMap<EvidenceWords['lists'], (source: string) => Sign>()

/** Reads cues of the evidence once. */
export function signReader({ lists }: EvidenceWords): (source: string) => Sign {
  const reader = readers.get(lists) ?? readerOf(lists)
  readers.set(lists, reader)
  return reader
}

function readerOf(lists: EvidenceWords['lists']): (source: string) => Sign {
  const ways: CueLists = Object.fromEntries(Object.entries(lists).map(([name, { words }]) => [name, words]))
  const read = new Map<string, Sign>()
  return (source) => {
    const known = read.get(source)
    if (known) return known
    const sign = source.split(' & ').map((part) => readCue(part, ways))
    read.set(source, sign)
    return sign
  }
}

/** How many words may stand between what a sign looks for: in a long sentence, more is another thought. */
const near = 24

/** Where a sentence has a sign: from the first of its words to behind the last, where these stand near each other. */
export function findSign(
  sign: Sign,
  { words, long }: Pick<Sentence, 'words' | 'long'>,
): CuePlace | undefined {
  if (!maySay(sign, beginningsOf(words))) return undefined
  const reach = long ? Number.POSITIVE_INFINITY : near
  if (sign.some((cue) => cue.parts.length === 0 && !findCue(cue, words))) return undefined
  const cues = sign.filter(({ parts }) => parts.length > 0)
  // The first place of one alone is its place.
  if (cues.length === 1) return findCue(cues[0]!, words, reach)
  const [first, ...others] = cues.map((cue) => placesOf(cue, { words, ...(long && { long }) }))
  for (const place of first ?? []) {
    let whole: CuePlace | undefined = place
    for (const places of others) {
      const next: CuePlace | undefined = places.find(
        (one) => whole !== undefined && one.from <= whole.to + reach && one.to >= whole.from - reach,
      )
      whole = whole && next && { from: Math.min(whole.from, next.from), to: Math.max(whole.to, next.to) }
    }
    if (whole) return whole
  }
  return undefined
}

/** Whether words that begin with these letters may have a sign. */
export function maySay(sign: Sign, begun: Beginnings): boolean {
  return sign.every((cue) => mayHave(cue, begun))
}

/** Every place where a sentence has a cue. */
export function placesOf(cue: Cue, { words, long }: Pick<Sentence, 'words' | 'long'>): CuePlace[] {
  const reach = long ? Number.POSITIVE_INFINITY : near
  const found: CuePlace[] = []
  for (let place = findCue(cue, words, reach); place; place = findCue(cue, words, reach, place.from + 1))
    found.push(place)
  return found
}

/** Whether words have every part of a sign somewhere, in whatever order: they may say it, or something else. */
export function hasParts(sign: Sign, words: readonly string[]): boolean {
  const parts = sign.flatMap((cue) => cue.parts.map((part) => ({ ...cue, parts: [part], atStart: false })))
  return parts.length > 1 && parts.every((part) => findCue(part, words) !== undefined)
}

export function hasSign(sign: Sign, sentence: Pick<Sentence, 'words'>): boolean {
  return findSign(sign, sentence) !== undefined
}
