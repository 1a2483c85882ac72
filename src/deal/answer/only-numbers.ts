import { diffWords } from '../../compare/index.ts'
import { durationsIn } from '../../reading/duration.ts'
import { moneyIn } from '../../reading/money.ts'
import { isNumberWord } from '../number-words.ts'

/** A number in a sentence, with what it counts. */
interface Figure {
  /** What it counts: `time`, a currency, or the word behind it. */
  of: string
  value: number
  said: string
  index: number
}

/**
 * A sentence of ours in which they changed numbers alone: all else of it stays, and a number is answered with that of the level, where
 * the level says one for the same and theirs goes farther; where theirs goes less far it stands, and any other is put back.
 *
 * @param level the words of the level that stand in its place
 * @returns undefined where they changed more than numbers
 */
export function withNumbersOf(ours: string, level: string, theirs: string): string | undefined {
  const changed = diffWords(ours, theirs).filter(({ op }) => op !== 'equal')
  const words = changed.flatMap(({ text }) => text.match(/[\p{L}\p{N}%$€£]+/gu) ?? [])
  if (words.length === 0 || !words.every(isNumberWord)) return undefined
  const [own, other, offered] = [ours, theirs, level].map(figuresIn) as [Figure[], Figure[], Figure[]]
  // What cannot be told apart is put back.
  if (own.length !== other.length || own.some(({ of }, at) => of !== other[at]!.of)) return ours
  return own.reduceRight((text, figure, at) => {
    const their = other[at]!
    if (their.value === figure.value) return text
    const like = offered.filter(({ of }) => of === figure.of)
    const place = own.filter(({ of }) => of === figure.of).indexOf(figure)
    const count = own.filter(({ of }) => of === figure.of).length
    const to = like.length === count ? like[place] : undefined
    const said = answered(figure, their, to)
    return text.slice(0, figure.index) + said + text.slice(figure.index + figure.said.length)
  }, ours)
}

function answered(own: Figure, their: Figure, to: Figure | undefined): string {
  if (!to) return own.said
  const [asked, given] = [their.value - own.value, to.value - own.value]
  if (asked * given <= 0) return own.said
  return Math.abs(asked) <= Math.abs(given) ? their.said : to.said
}

function figuresIn(sentence: string): Figure[] {
  const times = durationsIn(sentence).map(({ days, index }): Figure => {
    const said = /^.*?\b(?:hour|day|week|fortnight|month|quarter|year)s?\b/i.exec(sentence.slice(index))![0]
    return { of: 'time', value: days, said, index }
  })
  const sums = moneyIn(sentence).map(({ currency, amount, said, index }): Figure => {
    const blank = /^\s*/.exec(sentence.slice(index))![0].length
    return { of: currency, value: amount, said, index: index + blank }
  })
  const known = [...times, ...sums]
  const isKnown = (at: number) => known.some(({ index, said }) => at >= index && at < index + said.length)
  const others = [...sentence.matchAll(/\d[\d,]*(?:\.\d+)?(?=\s*(%|\p{L}+)?)/gu)].flatMap(
    ({ 0: said, 1: of = '', index }): Figure[] =>
      isKnown(index) ? [] : [{ of, value: Number(said.replaceAll(',', '')), said, index }],
  )
  return [...known, ...others].sort((a, b) => a.index - b.index)
}
