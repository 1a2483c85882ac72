import type { Clause } from '../../agreement/index.ts'
import { isName } from './left-over.ts'
import type { Answers } from './score.ts'
import { stretchesOf } from './stretch.ts'
import type { Unit, Units } from './unit.ts'

/** So many words at the start of two clauses are enough where they stand between the same neighbours, */
const sameStart = 5
/** or so many, where they are a third of the shorter one, */
const fewerAtStart = 4
/** or so many, where nothing else stands there in either text. */
const fewestAtStart = 3
/** So many characters of a clause are its start. */
const longestStart = 400

/**
 * Answers what stands between the same neighbours in both texts and begins with the same words, though most of its words
 * are others: “Notice of any changes …” written anew, “to make copies” with a proviso put behind it, a title in
 * place of a title. Adds to `answers`.
 */
export function matchInPlace(units: Units, answers: Answers): void {
  for (const { ones, others } of stretchesOf(units, answers)) answerStretch(ones, others, answers)
}

function answerStretch(ones: readonly Unit[], others: readonly Unit[], answers: Answers): void {
  const alone = ones.length === 1 && others.length === 1
  const there = byStart(others, alone)
  const here = byStart(ones, alone)
  for (const [start, rivals] of here) {
    const like = there.get(start) ?? []
    for (const one of rivals) {
      const answering = like.filter((other) => isLike(one, other, alone, answers))
      const [other] = answering
      if (answering.length !== 1 || !other || answers.right[other.order]! >= 0) continue
      if (rivals.filter((rival) => isLike(rival, other, alone, answers)).length !== 1) continue
      answers.left[one.order] = other.order
      answers.right[other.order] = one.order
    }
  }
}

/** Clauses by their first words; two that stand alone are looked at whatever these are. */
function byStart(units: readonly Unit[], alone: boolean): Map<string, Unit[]> {
  const starts = new Map<string, Unit[]>()
  for (const unit of units) {
    const start = alone ? '' : clauseWords(unit.clause).slice(0, fewestAtStart).join(' ')
    const known = starts.get(start)
    if (known) known.push(unit)
    else starts.set(start, [unit])
  }
  return starts
}

function isLike(one: Unit, other: Unit, alone: boolean, answers: Answers): boolean {
  if (isUnder(one, answers) !== other.parent) return false
  const [words, wording] = [clauseWords(one.clause), clauseWords(other.clause)]
  const title = one.clause.kind === 'title' || other.clause.kind === 'title'
  const shorter = Math.min(words.length, wording.length)
  if (title)
    return (
      alone &&
      isName(one.clause) &&
      isName(other.clause) &&
      3 * words.filter((word) => wording.includes(word)).length >= shorter
    )
  let same = 0
  while (same < shorter && words[same] === wording[same]) same += 1
  return (
    same >= sameStart || (same >= fewerAtStart && 3 * same >= shorter) || (alone && same >= fewestAtStart)
  )
}

/** What answers the clause above, -1 where there is none. */
function isUnder({ parent }: Unit, answers: Answers): number {
  return parent < 0 ? -1 : answers.left[parent]!
}

/** The words that a clause begins with. */
function clauseWords({ text }: Clause): string[] {
  return (
    text
      .slice(0, longestStart)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}
