import {
  type Cue,
  type CueLists,
  type CuePlace,
  type EvidenceWords,
  findCue,
  readCue,
} from '../../library/index.ts'
import type { Sentence } from '../types.ts'

/** A cue with parts that a sentence has in any order. */
export type Sign = readonly Cue[]

/** Reads cues of the evidence once. */
export function signReader({ lists }: EvidenceWords): (source: string) => Sign {
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

/** Where a sentence has a sign: from the first of its words to behind the last. */
export function findSign(sign: Sign, { words }: Pick<Sentence, 'words'>): CuePlace | undefined {
  let whole: CuePlace | undefined
  for (const cue of sign) {
    const place = findCue(cue, words)
    if (!place) return undefined
    whole = whole ? { from: Math.min(whole.from, place.from), to: Math.max(whole.to, place.to) } : place
  }
  return whole
}

/** Whether words have every part of a sign somewhere, in whatever order: they may say it, or something else. */
export function hasParts(sign: Sign, words: readonly string[]): boolean {
  const parts = sign.flatMap((cue) => cue.parts.map((part) => ({ ...cue, parts: [part], atStart: false })))
  return parts.length > 1 && parts.every((part) => findCue(part, words) !== undefined)
}

export function hasSign(sign: Sign, sentence: Pick<Sentence, 'words'>): boolean {
  return findSign(sign, sentence) !== undefined
}
