import { matchTokens, meaningOf, type Token, type Tokenizer } from './word-diff.ts'

/**
 * Cuts a text where its parts begin: at the space behind the sentence, or else the comma, that the words of the part
 * before end with.
 *
 * @param parts texts that together say what the whole says, in order
 * @returns offsets from 0 to the text's end, one more than there are parts; undefined where the parts are not in it
 */
export function cutsOf(
  whole: string,
  parts: readonly string[],
  read: { whole: Tokenizer; parts: Tokenizer },
): number[] | undefined {
  const tokens = read.whole(whole)
  const pieces = parts.map((part) => read.parts(part))
  const partOf = pieces.flatMap((piece, at) => piece.map(() => at))
  const found = parts.map(() => ({ first: -1, last: -1, words: 0 }))
  for (const [at, to] of matchTokens(
    tokens.map(({ key }) => key),
    pieces.flat().map(({ key }) => key),
  )) {
    if (tokens[at]!.kind === 'punctuation') continue
    const part = found[partOf[to]!]!
    if (part.words === 0) part.first = at
    part.last = at
    part.words += 1
  }
  const missing = pieces.some((piece, part) => found[part]!.words * 2 < meaningOf(piece).length)
  if (missing) return undefined

  const cuts = [0]
  for (let part = 1; part < parts.length; part += 1) {
    const at = cutBetween(whole, tokens, found[part - 1]!.last + 1, found[part]!.first)
    if (at === undefined) return undefined
    cuts.push(at)
  }
  return [...cuts, whole.length]
}

/** Where between two tokens the next part begins: at a space, behind the sentence's end or else what closes. */
function cutBetween(whole: string, tokens: readonly Token[], from: number, next: number): number | undefined {
  const isPunctuation = (at: number, which: RegExp) =>
    tokens[at]!.kind === 'punctuation' && which.test(whole[tokens[at]!.start]!)
  let at = from
  for (let place = from; place < next; place += 1) {
    if (!isPunctuation(place, /[.;:]/)) continue
    at = place + 1
    break
  }
  while (at < next && isPunctuation(at, /[.,;:!?)\]”"’']/)) at += 1
  while (at < next && whole[tokens[at]!.start - 1] !== ' ') at += 1
  const { start } = tokens[at]!
  return whole[start - 1] === ' ' ? start : undefined
}
