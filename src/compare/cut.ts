import { matchTokens, type Tokenizer } from './words/index.ts'

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
  const matches = matchTokens(
    tokens.map(({ key }) => key),
    pieces.flat().map(({ key }) => key),
  ).filter(([at]) => tokens[at]!.kind !== 'punctuation')

  const first = parts.map((_, part) => matches.find(([, to]) => partOf[to] === part)?.[0])
  const last = parts.map((_, part) => matches.findLast(([, to]) => partOf[to] === part)?.[0])
  const found = parts.map((_, part) => matches.filter(([, to]) => partOf[to] === part).length)
  const words = pieces.map((piece) => piece.filter(({ kind }) => kind !== 'punctuation').length)
  if (found.some((count, part) => count * 2 < words[part]!)) return undefined

  const cuts = [0]
  for (let part = 1; part < parts.length; part += 1) {
    let at = last[part - 1]! + 1
    const next = first[part]!
    const sentence = tokens.findIndex(
      ({ start }, place) => place >= at && place < next && /[.;:]/.test(whole[start]!),
    )
    if (sentence >= 0) at = sentence + 1
    while (
      at < next &&
      /[.,;:!?)\]”"’']/.test(whole[tokens[at]!.start]!) &&
      tokens[at]!.kind === 'punctuation'
    )
      at += 1
    while (at < next && whole[tokens[at]!.start - 1] !== ' ') at += 1
    if (whole[tokens[at]!.start - 1] !== ' ') return undefined
    cuts.push(tokens[at]!.start)
  }
  return [...cuts, whole.length]
}
