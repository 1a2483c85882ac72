import type { CuePlace } from '../../library/index.ts'
import type { Sentence } from '../types.ts'
import { isPromised } from './limit.ts'

/** Words that a point is sought in, and the sentence that they are a part of, which says whether they are denied or limited. */
export interface Thought {
  words: Sentence
  /** The same, or one that they stand in. */
  sentence: Sentence
  /** Where they begin in it, in words. */
  from: number
  /** Where something else begins that is promised; what weakens that does not weaken them. */
  until: number
}

/** Each sentence as one thought. */
export function whole(sentences: readonly Sentence[]): Thought[] {
  return sentences.map((sentence) => ({ words: sentence, sentence, from: 0, until: sentence.words.length }))
}

/**
 * Two sentences of one paragraph that give a duty together: “Weights are kept in a register. It lists every copy.” An entry of a
 * list, which is read with the words that lead into it, is none.
 */
export function together(sentences: readonly Sentence[]): Thought[] {
  return sentences.flatMap((first, at) => {
    const second = sentences[at + 1]
    if (!second || second.path !== first.path || first.long) return []
    if (first.text.includes(led) || second.text.includes(led)) return []
    const shift = first.text.length + 1
    const both: Sentence = {
      ...first,
      text: `${first.text} ${second.text}`,
      words: [...first.words, ...second.words],
      tokens: [
        ...first.tokens,
        ...second.tokens.map((token) => ({ ...token, from: token.from + shift, to: token.to + shift })),
      ],
      referred: [...first.referred, ...second.referred],
    }
    return [{ words: both, sentence: both, from: 0, until: both.words.length }]
  })
}

/** Stands between what leads to an item and the item. */
export const led = ' … '

/** The thoughts of a sentence that has several: what bars a point in one of them bars it not in another. */
export function apart(sentences: readonly Sentence[]): Thought[] {
  return sentences.flatMap((sentence) => {
    if (sentence.long) return []
    const { tokens, words } = sentence
    const begins = words.flatMap((_, at) => (at === 0 || isAnew(sentence, at) ? [at] : []))
    if (begins.length < 2) return []
    return begins.flatMap((from, at) => {
      const to = begins[at + 1] ?? words.length
      if (to - from < 3) return []
      const own = { ...sentence, words: words.slice(from, to), tokens: tokens.slice(from, to) }
      const next = begins.find(
        (begin) => begin >= to && (isPromised(sentence, begin) || isParted(sentence, begin)),
      )
      return [{ words: own, sentence, from, until: next ?? words.length }]
    })
  })
}

/** A place of a thought, in its sentence. */
export function placeIn({ from }: Thought, place: CuePlace): CuePlace {
  return { from: place.from + from, to: place.to + from }
}

/** Whether another thought begins at a word: behind a semicolon, the mark of an item, or a comma behind which something is said anew. */
function isAnew(sentence: Sentence, at: number): boolean {
  const { text, tokens, words } = sentence
  const between = text.slice(tokens[at - 1]!.from, tokens[at]!.from)
  if (isParted(sentence, at)) return true
  if (!between.includes(',')) return false
  const joined = /^(?:and|but|or|nor)$/.test(words[at]!)
  return isPromised(sentence, at) || anew.test(words[at]!) || (joined && anew.test(words[at + 1] ?? ''))
}

function isParted({ text, tokens }: Sentence, at: number): boolean {
  const between = text.slice(tokens[at - 1]!.from, tokens[at]!.from)
  return /;|\([a-z]{1,3}\)/.test(between)
}

const anew =
  /^(?:vendor|customer|party|it|they|each|no|neither|nothing|none|shall|will|must|may|not|to|that|where|if|when|in)$/
