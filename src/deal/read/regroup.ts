import { diffArrays } from 'diff'
import type { Line } from '../types.ts'

/** A paragraph as the reader of a PDF or a text finds it. */
export interface FoundParagraph {
  text: string
  /** Its number as printed, which Word files keep apart from the words. */
  label: string
  section: string
}

/** A word of a paragraph, and how it is known. */
interface Word {
  key: string
  text: string
  /** Number of its paragraph. */
  of: number
  /** Whether it is of the paragraph's number. */
  label?: true
}

/** A number as it is printed, with the one before a tracked change where LibreOffice shows both: `(a)`, `3.`, `c.[d.]`. */
const COUNTED = /^(?:\[?\(?[\dA-Za-z]{1,4}(?:\.\d+)*[.)\]]+){1,2}$/

/** Most words whose order is sought; a longer paper is read in the paragraphs that it has. */
const MOST_WORDS = 60_000

/**
 * Paragraphs of a file that keeps none as they were sent: a PDF breaks them at the end of a page, a text runs a heading into the
 * words below it. Where words stand as they were sent, they are parted as they were sent, and parted nowhere else; other
 * words stay in the paragraphs that they have.
 *
 * @param sent what we sent
 */
export function regrouped(sent: readonly Line[], found: readonly FoundParagraph[]): Line[] {
  const ours = sent.flatMap(({ now }, of) => wordsIn(now, of))
  const theirs = found.flatMap(({ text, label }, of) => [
    ...wordsIn(label, of).map((word): Word => ({ ...word, label: true })),
    ...wordsIn(text, of),
  ])
  const places = ours.length + theirs.length > MOST_WORDS ? [] : matched(ours, theirs)
  const gone = numbersIn(sent, ours, theirs, places)
  const groups: Word[][] = []
  let before: number | undefined
  for (const at of withoutFurniture(theirs, places, ours)) {
    if (gone.has(at)) continue
    if (before === undefined || isCut(before, at)) groups.push([])
    groups.at(-1)!.push(theirs[at]!)
    before = at
  }
  return groups.map((words, at): Line => {
    const text = words.map((word) => word.text).join(' ')
    return {
      at,
      section: found[words[0]!.of]!.section,
      now: text,
      base: text,
      original: text,
      printed: text,
      references: [],
      targets: [],
      marks: [],
      hands: [],
      pending: false,
      comments: [],
    }
  })

  function isCut(one: number, other: number): boolean {
    const [left, right] = [places[one], places[other]]
    const follows = left !== undefined && right === left + 1
    return follows ? ours[left]!.of !== ours[right]!.of : theirs[one]!.of !== theirs[other]!.of
  }
}

function wordsIn(text: string, of: number): Word[] {
  return text
    .replaceAll('\u2060', '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => ({ key: keyOf(word), text: word, of }))
}

function keyOf(text: string): string {
  const letters = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
  return letters === '' ? text : letters
}

/** Which word of ours each of theirs is, where it is one. */
function matched(ours: readonly Word[], theirs: readonly Word[]): (number | undefined)[] {
  const places: (number | undefined)[] = []
  let one = 0
  for (const { added, removed, value } of diffArrays(
    ours.map(({ key }) => key),
    theirs.map(({ key }) => key),
  )) {
    if (removed) one += value.length
    else for (let count = 0; count < value.length; count += 1) places.push(added ? undefined : one++)
  }
  return places
}

/** Words of numbers that a Word file counts and keeps apart: those that a reader told, and those that ours have before their words. */
function numbersIn(
  sent: readonly Line[],
  ours: readonly Word[],
  theirs: readonly Word[],
  places: readonly (number | undefined)[],
): Set<number> {
  const gone = new Set<number>()
  theirs.forEach(({ label, of }, at) => {
    if (!label || theirs[at - 1]?.of === of) return
    const own: number[] = []
    for (let next = at; theirs[next]?.label && theirs[next]?.of === of; next += 1) own.push(next)
    if (own.every((one) => places[one] === undefined)) for (const one of own) gone.add(one)
  })
  theirs.forEach(({ text, of }, at) => {
    const follows = places[at] !== undefined && places[at + 1] === places[at]! + 1
    if (!follows && (theirs[at - 1]?.of !== of || gone.has(at - 1)) && COUNTED.test(text)) gone.add(at)
  })
  places.forEach((place, at) => {
    if (place === undefined || places[at - 1] !== undefined) return
    const { of } = ours[place]!
    if (ours[place - 1]?.of === of) return
    const number = sent[of]!.section.split(/\s+/).map(keyOf)
    const from = at - number.length
    if (
      number.every(
        (key, index) => key !== '' && theirs[from + index]?.key === key && places[from + index] === undefined,
      )
    )
      for (let one = from; one < at; one += 1) gone.add(one)
  })
  return gone
}

/**
 * The order of their words with what a page has at its head and foot behind the paragraph that it stands in: whole lines of
 * theirs between two words that follow each other in one paragraph of ours.
 */
function withoutFurniture(
  theirs: readonly Word[],
  places: readonly (number | undefined)[],
  ours: readonly Word[],
): number[] {
  const order: number[] = []
  const held: number[] = []
  let from = 0
  while (from < theirs.length) {
    const here = places[from]
    if (here !== undefined) {
      const last = order.at(-1)
      const left = last === undefined ? undefined : places[last]
      if (left !== undefined && ours[left]!.of !== ours[here]!.of) order.push(...held.splice(0))
      order.push(from)
      from += 1
      continue
    }
    let to = from
    while (to < theirs.length && places[to] === undefined) to += 1
    const [left, right] = [places[from - 1], places[to]]
    const inOne = left !== undefined && right === left + 1 && ours[left]!.of === ours[right]?.of
    const whole = theirs[from - 1]?.of !== theirs[from]!.of && theirs[to - 1]!.of !== theirs[to]?.of
    const run = Array.from({ length: to - from }, (_, at) => from + at)
    if (inOne && whole) held.push(...run)
    else order.push(...held.splice(0), ...run)
    from = to
  }
  return [...order, ...held]
}
