import { sentencesOf } from '../../reading/sentences.ts'
import { likeness } from '../../texts/nearness.ts'
import { alignParagraphs } from '../read/align.ts'
import { sameText, wordsOf } from '../read/fold.ts'

/** A paragraph of a point. */
interface Words {
  text: string
  heading?: boolean
}

/**
 * The words of a level for a point of which they changed a part: what came back as we sent it stays, paragraph by paragraph and
 * sentence by sentence, since what they took without a word is nothing to give away. What the level has no words of its own for
 * goes back as it was sent. Where it says in a paragraph what we sent as a list, and they changed what the list begins with, it is
 * offered whole: its words stand in no place of a list.
 *
 * @param sent what we sent
 * @param level the words of the level that is offered now
 * @param theirs the paragraphs that came back
 */
export function wordsWhereChanged(
  sent: readonly Words[],
  level: readonly Words[],
  theirs: readonly string[],
): Words[] {
  const back = pairs(sent.map(textOf), theirs)
  const isUntouched = sent.map((one, at) => {
    const there = back[at]
    return there !== undefined && sameText(theirs[there]!, one.text)
  })
  if (!sent.some(({ heading }, at) => !heading && isUntouched[at])) return offeredWhole(sent, level, theirs)
  const [ours, offers] = [unitsOf(sent), unitsOf(level)]
  const offered = pairs(ours.map(joined), offers.map(joined))
  const words: Words[] = []
  const kept = sent.flatMap(({ text }, at) => (isUntouched[at] ? sentencesOf(text) : []))
  let first = 0
  for (const [place, unit] of ours.entries()) {
    const start = first
    first += unit.length
    const to = offered[place]
    if (unit.every((_, at) => isUntouched[start + at]) || to === undefined) {
      words.push(...unit)
      continue
    }
    const other = offers[to]!
    const isAlike =
      other.length === unit.length &&
      pairs(unit.map(textOf), other.map(textOf)).every((one, at) => one === at)
    if (!isAlike && !isUntouched[start]) return [...level]
    unit.forEach((one, at) => {
      const there = back[start + at]
      if (!isAlike || isUntouched[start + at]) words.push(one)
      else
        words.push(
          withoutSaid(there === undefined ? other[at]! : sentenceWise(one, other[at]!, theirs[there]!), kept),
        )
    })
  }
  return words
}

/** How like a sentence of a level is to one that stays where it says the same again. */
const AGAIN = 0.8

/** Words of a level without the sentences that paragraphs beside them, which stay, say already. */
function withoutSaid(offer: Words, kept: readonly string[]): Words {
  const own = sentencesOf(offer.text)
  const left = own.filter((one) => !kept.some((other) => likeness(wordsOf(one), wordsOf(other)) >= AGAIN))
  return left.length === 0 || left.length === own.length ? offer : { ...offer, text: left.join(' ') }
}

/** A level of which nothing that we sent came back: sentence by sentence where it is one paragraph. */
function offeredWhole(sent: readonly Words[], level: readonly Words[], theirs: readonly string[]): Words[] {
  const [bodies, offers] = [sent, level].map((all) => all.filter(({ heading }) => !heading)) as [
    Words[],
    Words[],
  ]
  const there = pairs(bodies.map(textOf), theirs)[0]
  if (bodies.length !== 1 || offers.length !== 1 || there === undefined) return [...level]
  return level.map((one) => (one.heading ? one : sentenceWise(bodies[0]!, one, theirs[there]!)))
}

function sentenceWise(sent: Words, level: Words, their: string): Words {
  const [ours, offers, theirs] = [sent.text, level.text, their].map(sentencesOf) as [
    string[],
    string[],
    string[],
  ]
  const [back, offered] = [pairs(ours, theirs), pairs(ours, offers)]
  const isUntouched = ours.map((one, at) => back[at] !== undefined && sameText(theirs[back[at]]!, one))
  if (!isUntouched.includes(true)) return level
  const text = ours.map((one, at) => {
    const to = offered[at]
    return isUntouched[at] || to === undefined ? one : offers[to]!
  })
  return { ...level, text: text.join(' ') }
}

/** Paragraphs that make whole sentences together: a list and what it begins with. */
function unitsOf(words: readonly Words[]): Words[][] {
  const units: Words[][] = []
  let isOpen = false
  for (const one of words) {
    if (isOpen) units.at(-1)!.push(one)
    else units.push([one])
    isOpen = !one.heading && !/[.!?]["'”’)\]]*$/.test(one.text.trim())
  }
  return units
}

function joined(unit: readonly Words[]): string {
  return unit.map(textOf).join(' ')
}

function textOf({ text }: Words): string {
  return text
}

function pairs(left: readonly string[], right: readonly string[]): (number | undefined)[] {
  const known = (list: readonly string[]) => list.map((text) => [wordsOf(text)])
  return alignParagraphs(known(left), known(right))
}
