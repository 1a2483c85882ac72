import { type CuePlace, type FlowDown, figureWords, type Level, levelsDown } from '../../library/index.ts'
import { type Duration, durationsIn } from '../../reading/duration.ts'
import { moneyIn } from '../../reading/money.ts'
import type { FiguresCompared, Sentence } from '../types.ts'

type Figure = FlowDown['figures'][string]

/** A time as it counts when it is held against a limit in another unit. */
interface Time {
  days: number
  business: boolean
}

/** A number of theirs, as it is said, and the best level that it keeps. */
interface Held {
  said: string
  /** Where it stands in the words that were read. */
  index: number
  level: Level | undefined
  /** Whether its words say one number and its figures another. */
  torn?: true
}

/**
 * Holds the lengths of time or the amounts of a sentence against a figure of ours at each level.
 *
 * @param currency what our amounts are in; others are not turned into it
 * @param place of the words that give the point
 * @returns the best level that it keeps, and both sides for the report; undefined where the sentence has no such number
 */
export function measured(
  figure: Figure,
  currency: string,
  { text, tokens, referred }: Sentence,
  { from, to }: CuePlace,
): { keeps?: Level; torn?: true; foreign?: true; compared: FiguresCompared } | undefined {
  const own = heldIn(figure, currency, text)
  // What stands among the words that give the point, or next to them, is of it: the rest may be of another duty.
  const start = tokens[from]?.from ?? 0
  const end = tokens[to - 1]?.to ?? text.length
  // Behind a semicolon it is of another thought.
  const apart = ({ index, said }: Held) =>
    text.slice(Math.min(index + said.length, end), Math.max(index, start)).includes(';')
  const away = (one: Held) =>
    Math.max(0, start - one.index - one.said.length, one.index - end) + (apart(one) ? text.length : 0)
  const nearest = Math.min(...own.map(away))
  const near = own.filter((one) => away(one) <= Math.max(nearest, 1))
  const all = near.length > 0 ? near : referred.flatMap((words) => heldIn(figure, currency, words))
  const best = [...all].sort((a, b) => rank(a.level) - rank(b.level))[0]
  if (!best) return foreignIn(figure, currency, text)
  return {
    ...(best.level && { keeps: best.level }),
    ...(best.torn && { torn: best.torn }),
    compared: { term: figure.term, theirs: best.said, held: true, ours: oursOf(figure, currency) },
  }
}

/** An amount that is in another currency than ours. */
function foreignIn(
  figure: Figure,
  currency: string,
  text: string,
): { foreign: true; compared: FiguresCompared } | undefined {
  const [said] = figure.unit === 'money' ? moneyIn(text).map((one) => one.said) : []
  if (said === undefined) return undefined
  return {
    foreign: true,
    compared: { term: figure.term, theirs: said, held: false, ours: oursOf(figure, currency) },
  }
}

function heldIn(figure: Figure, ours: string, text: string): Held[] {
  const level = (keeps: (limit: number) => boolean) =>
    levelsDown.find((each) => figure[each] !== undefined && keeps(figure[each]))
  const { unit, stricter } = figure
  if (unit === 'times') return []
  if (unit === 'money')
    return moneyIn(text)
      .filter(({ currency }) => currency === ours)
      .map(({ amount, said, index }, at, all) => {
        const torn = [all[at - 1], all[at + 1]].find(
          (other) => other && other.amount !== amount && inBrackets(text, { said, index }, other),
        )
        if (torn) return { said: `${said} and ${torn.said}`, index, level: undefined, torn: true }
        return {
          said,
          index,
          level: level((limit) => (stricter === 'less' ? amount <= limit : amount >= limit)),
        }
      })
  return durationsIn(text.replaceAll(/\bsame day\b/gi, '1 day')).map((one) => ({
    said: one.said,
    index: one.index,
    level: one.torn ? undefined : level((limit) => keeps(timeOf(one), unit, stricter, limit)),
    ...(one.torn && { torn: one.torn }),
  }))
}

interface Said {
  said: string
  index: number
}

/** Whether one of two numbers says the other again in brackets: `one million dollars (US$1,000,000)`. */
function inBrackets(text: string, one: Said, other: Said): boolean {
  const [first, second] = [one, other].sort((a, b) => a.index - b.index) as [Said, Said]
  return /^[.,]?\s*\($/.test(text.slice(first.index + first.said.length, second.index))
}

function rank(level: Level | undefined): number {
  return level === undefined ? levelsDown.length : levelsDown.indexOf(level)
}

/** Whether the best level that a number keeps is good for a level, where that has a figure. */
export function isKept({ ours }: FiguresCompared, keeps: Level | undefined, level: Level): boolean {
  if (ours[level] === undefined) return true
  return keeps !== undefined && levelsDown.indexOf(keeps) <= levelsDown.indexOf(level)
}

export function oursOf(figure: Figure, currency: string): Partial<Record<Level, string>> {
  return Object.fromEntries(
    levelsDown.flatMap((level) =>
      figure[level] === undefined ? [] : [[level, figureWords(figure, figure[level], currency)]],
    ),
  )
}

function timeOf({ days, unit, said }: Duration): Time {
  // Eight working hours are a working day.
  if (unit === 'hour' && /\b(?:business|working)\b/i.test(said)) return { days: days * 3, business: true }
  return { days, business: unit === 'business day' }
}

const inDays: Record<Exclude<Figure['unit'], 'times' | 'money'>, number> = {
  hours: 1 / 24,
  days: 1,
  'business-days': 1,
  months: 30,
  years: 365,
}

/** Whether a length keeps to a limit: compared by length, where business days may have a weekend in between. */
function keeps(time: Time, unit: keyof typeof inDays, stricter: Figure['stricter'], limit: number): boolean {
  const ours: Time = {
    days: limit * inDays[unit],
    business: unit === 'business-days',
  }
  const slack = 1.03
  if (time.business === ours.business)
    return stricter === 'less' ? time.days <= ours.days * slack : time.days * slack >= ours.days
  // Five business days are a week; of fewer than that a weekend may lie between.
  const theirDays = time.business
    ? stricter === 'less' && time.days < 5
      ? time.days + 2
      : time.days * 1.4
    : time.days
  const ourDays = ours.business ? ours.days * 1.4 : ours.days
  return stricter === 'less' ? theirDays <= ourDays * slack : theirDays * slack >= ourDays
}
