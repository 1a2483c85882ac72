import { diffWords } from '../../compare/index.ts'
import { sentencesOf } from '../../reading/sentences.ts'
import { likeness } from '../../texts/nearness.ts'
import { alignParagraphs } from '../read/align.ts'
import { sameText, wordsOf } from '../read/fold.ts'
import { withNumbersOf } from './only-numbers.ts'

/** A paragraph of a point. */
interface Words {
  text: string
  heading?: boolean
}

/**
 * The words of a level for a point of which they changed a part: what came back as we sent it stays, paragraph by paragraph,
 * sentence by sentence, and where they changed a number alone all but the number, since what they took is nothing to give away.
 * What the level has no words of its own for goes back as it was sent, and so does what they changed of a list that the level says
 * in a paragraph: its words stand in no place of a list.
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
  const their = back.map((there) => (there === undefined ? undefined : theirs[there]!))
  const isUntouched = sent.map((one, at) => their[at] !== undefined && sameText(their[at], one.text))
  const isOurs = sent.map((one, at) => their[at] !== undefined && isOursStill(one.text, their[at]))
  if (!sent.some(({ heading }, at) => !heading && isOurs[at])) return offeredWhole(sent, level, theirs)
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
    // Of a list of which nothing is left, what the level says in its place.
    if (!isAlike && !unit.some((_, at) => isOurs[start + at])) {
      words.push(...other.map((one) => withoutSaid(one, kept)))
      continue
    }
    unit.forEach((one, at) => {
      const came = their[start + at]
      if (isUntouched[start + at]) words.push(one)
      else if (!isAlike)
        words.push(
          came === undefined
            ? one
            : { ...one, text: withNumbersOf(one.text, joined(other), came) ?? one.text },
        )
      else if (came === undefined) words.push(withoutSaid(other[at]!, kept))
      else words.push(withoutSaid(sentenceWise(one, other[at]!, came), kept))
    })
  }
  return words
}

/** How like a paragraph or a sentence is to ours where most of it is ours. */
const OURS = 0.6

function isOursStill(ours: string, theirs: string): boolean {
  return likeness(wordsOf(ours), wordsOf(theirs)) >= OURS
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
  const came = ours.map((_, at) => (back[at] === undefined ? undefined : theirs[back[at]]!))
  if (!came.some((one, at) => one !== undefined && isOursStill(ours[at]!, one))) return level
  const text = ours.map((one, at) => {
    const [to, now] = [offered[at], came[at]]
    if (now !== undefined && sameText(now, one)) return one
    if (to === undefined) return now === undefined ? one : (withNumbersOf(one, level.text, now) ?? one)
    if (now === undefined) return offers[to]!
    const numbered = withNumbersOf(one, offers[to]!, now)
    if (numbered !== undefined) return numbered
    return isOursStill(one, now) && !givesThereAlone(one, offers[to]!, now) ? one : offers[to]!
  })
  return { ...level, text: text.join(' ') }
}

/** Whether a level gives nothing of a sentence of ours but where they changed it: then its own sentence answers theirs. */
function givesThereAlone(ours: string, level: string, theirs: string): boolean {
  const places = (other: string) => {
    let at = 0
    return diffWords(ours, other).flatMap(({ op, text }) => {
      const from = at
      if (op !== 'insert') at += text.length
      return op === 'equal' ? [] : [{ from, to: at }]
    })
  }
  const asked = places(theirs)
  const near = 2
  return places(level).every(({ from, to }) =>
    asked.some((one) => from <= one.to + near && to >= one.from - near),
  )
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
