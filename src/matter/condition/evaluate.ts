import sift from 'sift'
import { type Touched, touchedBy } from './read.ts'
import type { Condition, OpenQuestion, Outcome, Situation } from './types.ts'
import { type Unknown, unknownsOf } from './unknowns.ts'

/** Completions that are tried one by one; with more, unknown facts of one kind are tried together. */
const most = 4096

/**
 * Whether a condition holds in a situation. It is `open` when the facts that are not known decide it: every
 * completion of them is tried, so that `x or not x` holds though x is unknown, and only facts that can turn the
 * outcome are asked for.
 *
 * @throws Problem `condition` for a condition that is none
 * @example
 * evaluate({ 'matter.exposure': { $in: ['product', 'public'] } }, situation).holds
 */
export function evaluate(condition: Condition, situation: Situation): Outcome {
  let known = outcomes.get(situation)
  if (!known) {
    known = new Map()
    outcomes.set(situation, known)
  }
  let outcome = known.get(condition)
  if (!outcome) {
    outcome = outcomeOf(condition, situation)
    known.set(condition, outcome)
  }
  return outcome
}

/** A document asks the same of one situation for its clauses, for what contradicts them, and for its summary. */
const outcomes = new WeakMap<Situation, Map<Condition, Outcome>>()

function outcomeOf(condition: Condition, situation: Situation): Outcome {
  const { touched, test, ofLicense, ofDerived } = readOnce(condition)
  // All parts must hold: where a known one does not, the facts need no look.
  if (ofLicense && !ofLicense({ terms: situation.terms, license: situation.license }))
    return { holds: false, questions: [] }
  for (const { name, test: holds } of ofDerived) {
    const value = situation.derived[name]?.value
    if (value !== undefined && value !== 'unknown' && !holds({ derived: { [name]: value } }))
      return { holds: false, questions: [] }
  }
  const { target, unknowns } = unknownsOf(touched, situation)
  if (unknowns.length === 0) return { holds: test(target), questions: [] }

  const dimensions =
    size(unknowns.map((one) => [one])) <= most ? unknowns.map((one) => [one]) : families(unknowns)
  const total = Math.min(size(dimensions), most)
  const results: boolean[] = []
  for (let at = 0; at < total; at += 1) {
    let rest = at
    for (const dimension of dimensions) {
      const { length } = dimension[0]!.values
      for (const one of dimension) one.try(one.values[rest % length])
      rest = Math.floor(rest / length)
    }
    results.push(test(target))
  }
  if (results.every((result) => result === results[0])) return { holds: results[0]!, questions: [] }
  return { holds: 'open', questions: distinct(deciding(dimensions, results).flat()) }
}

type Test = (value: unknown) => boolean

interface ReadCondition {
  touched: Touched[]
  test: Test
  /** The part that asks about the license alone. */
  ofLicense?: Test
  /** The parts that each ask about one derived fact. */
  ofDerived: { name: string; test: Test }[]
}

const read = new WeakMap<Condition, ReadCondition>()

/** A condition is of the library, and is asked of one matter after another: it is read the first time. */
function readOnce(condition: Condition): ReadCondition {
  let known = read.get(condition)
  if (!known) {
    const about = Object.entries(condition).filter(([path]) => /^(?:terms|license)\./.test(path))
    known = {
      touched: touchedBy(condition),
      test: testOf(condition),
      ...(about.length > 0 ? { ofLicense: testOf(Object.fromEntries(about)) } : {}),
      ofDerived: Object.entries(condition).flatMap(([path, asked]) =>
        path.startsWith('derived.')
          ? [{ name: path.slice('derived.'.length), test: testOf({ [path]: asked }) }]
          : [],
      ),
    }
    read.set(condition, known)
  }
  return known
}

/** Most conditions are decided by one of their parts: each is made ready when it is first asked. */
function testOf(condition: Condition): Test {
  let ready: Test | undefined
  return (value) => {
    ready ??= sift.createQueryTester(condition, { operations })
    return ready(value)
  }
}

const { $and, $or, $nor, $not, $elemMatch, $all, $eq, $ne, $in, $nin, $gt, $gte, $lt, $lte, $size, $exists } =
  sift
/** What a condition may ask, as {@link touchedBy} holds it to; none of them runs code. */
const operations = {
  ...{ $and, $or, $nor, $not, $elemMatch, $all },
  ...{ $eq, $ne, $in, $nin, $gt, $gte, $lt, $lte, $size, $exists },
}

/** Dimensions along which the outcome turns somewhere. */
function deciding(dimensions: Unknown[][], results: boolean[]): OpenQuestion[][] {
  let stride = 1
  return dimensions.map((dimension) => {
    const { length } = dimension[0]!.values
    const step = stride
    stride *= length
    const turns = results.some((result, at) => {
      const place = Math.floor(at / step) % length
      const next = at + step
      return place + 1 < length && next < results.length && results[next] !== result
    })
    return turns ? dimension.flatMap(({ questions }) => questions) : []
  })
}

/** Facts of the same kind in many items of a list, tried with one value for all. */
function families(unknowns: Unknown[]): Unknown[][] {
  const byFamily = new Map<string, Unknown[]>()
  for (const one of unknowns) byFamily.set(one.family, [...(byFamily.get(one.family) ?? []), one])
  return [...byFamily.values()]
}

function size(dimensions: Unknown[][]): number {
  return dimensions.reduce((product, dimension) => product * dimension[0]!.values.length, 1)
}

function distinct(questions: OpenQuestion[]): OpenQuestion[] {
  return [...new Map(questions.map((question) => [question.fact, question])).values()]
}
