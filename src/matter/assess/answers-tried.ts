import { listed } from '../../in-words.ts'
import type { Library } from '../../library/index.ts'
import { evaluate } from '../condition/evaluate.ts'
import { derivedReads } from '../derived/reads.ts'
import { dutiesUnder } from '../duty/duties-under.ts'
import { fieldOf } from '../fields.ts'
import type { Matter } from '../schema/index.ts'
import type { DutyAnswer } from '../types.ts'
import { usesOf } from '../use/uses-of.ts'
import { pathFor } from './answer.ts'
import { anyOther, type Line, lineOf, listedAnswers } from './listed-answers.ts'
import { outcomeWords } from './outcome-words.ts'
import { situationOf } from './situation.ts'
import { type Judgements, judgementsOf, unchangedFrom } from './unchanged.ts'

/** What one fact that is not known hangs on: where it is asked. */
export interface AskedIn {
  fact: string
  use: string
  license: string
}

/** Tries answers to a question: the matter is judged again with each. */
export interface Trial {
  /** The path of the use under each answer; empty where its answers cannot be listed, or lead to one path alone. */
  path(asked: AskedIn): string
  /** Whether a duty is due under each answer: `with yes: due; with no: not due`. */
  duty(asked: AskedIn, duty: DutyAnswer['duty']): string
  /** Under which answers there is a risk: `with yes`; empty where its answers cannot be listed, or do not tell it. */
  risk(asked: AskedIn, risk: string): string
}

type Situation = ReturnType<typeof situationOf>

const dueWords = { due: 'due', unclear: 'left open by the text', open: 'still open', 'not-due': 'not due' }

/** More than these are not listed in a cell. */
const most = 4

/** Answers that come to the same, in the order in which they are listed. */
interface Group {
  words: string[]
  outcome: string
}

/**
 * Answers tried on a matter, each once.
 *
 * @example
 * trialOn(matter, library).risk({ fact: 'litigation.planned', use: 'notes', license: 'llama-3.1' }, 'planned-claim') // 'with yes'
 */
export function trialOn(given: Matter, library: Library): Trial {
  const matters = new Map(usesOf(given).map(({ name, matter }) => [name, matter]))
  const bases = new Map<string, Situation>()
  const situations = new Map<string, Situation>()
  const paths = new Map<string, string>()
  const judgements = new Map<Situation, Judgements>()
  const base = ({ use, license }: AskedIn, matter: Matter): Situation => {
    const key = `${use}\n${license}`
    const known = bases.get(key) ?? situationOf(matter, license, library)
    bases.set(key, known)
    return known
  }
  const situation = (asked: AskedIn, value: unknown): Situation => {
    const { fact, use, license } = asked
    const key = JSON.stringify([fact, use, license, value])
    const matter = matters.get(use) ?? given
    const known =
      situations.get(key) ??
      (isReadAlone(fact)
        ? withFact(base(asked, matter), fact, value)
        : situationOf(
            fact.startsWith('vendors[')
              ? ofVendor(matter, base(asked, matter).matter as Matter, fact, value)
              : answered(matter, fact, value),
            license,
            library,
          ))
    situations.set(key, known)
    return known
  }
  /** What the answers come to, those that come to the same together. */
  const groups = (asked: AskedIn, outcomeOf: (value: unknown) => string): Group[] => {
    const line = lineOf(asked.fact, asked.license, library)
    if (line) return alongLine(line, outcomeOf)
    const found = new Map<string, Group>()
    for (const { words, value } of listedAnswers(asked.fact)) {
      const outcome = outcomeOf(value)
      const group = found.get(outcome) ?? { words: [], outcome }
      group.words.push(words)
      found.set(outcome, group)
    }
    return [...found.values()]
  }
  const told = (asked: AskedIn, outcomeOf: (value: unknown) => string): string => {
    const found = groups(asked, outcomeOf)
    return found.length < 2
      ? ''
      : shortened(found)
          .map(({ words, outcome }) => `with ${words}: ${outcome}`)
          .join('; ')
  }
  return {
    path: (asked) => {
      const key = JSON.stringify([asked.fact, asked.use, asked.license])
      const known =
        paths.get(key) ??
        told(asked, (value) => {
          const after = situation(asked, value)
          const before = base(asked, matters.get(asked.use) ?? given)
          const judged = judgements.get(before) ?? judgementsOf(before)
          judgements.set(before, judged)
          return outcomeWords[pathFor(after, library, unchangedFrom(before, judged, after, library))]
        })
      paths.set(key, known)
      return known
    },
    duty: (asked, kind) =>
      told(asked, (value) => {
        const standing = dutiesUnder(situation(asked, value), library).find(
          ({ duty }) => duty.answers === kind,
        )
        return dueWords[standing?.withoutRight.length === 0 ? standing.finding.status : 'not-due']
      }),
    risk: (asked, id) => {
      const { when } = library.risks.get(id)!
      const found = groups(asked, (value) =>
        evaluate(when, situation(asked, value)).holds === false ? 'none' : 'some',
      )
      if (found.length < 2) return ''
      const [having, others] = ['some', 'none'].map(
        (is) => found.find(({ outcome }) => outcome === is)!.words,
      )
      // Of many that come to the same, it is enough to name those that do not.
      const many = having!.includes(anyOther) || (having!.length > most && others!.length <= most)
      return `with ${many ? `any but ${listed(others!, 'or')}` : listed(having!, 'or')}`
    },
  }
}

/** Groups of answers in words, the last of them all others where they are many. */
function shortened(found: readonly Group[]): { words: string; outcome: string }[] {
  const others = found.find(({ words }) => words.includes(anyOther))
  const longest = [...found].sort((a, b) => b.words.length - a.words.length)[0]
  const rest = others ?? (longest !== undefined && longest.words.length > most ? longest : undefined)
  return [...found]
    .sort((a, b) => Number(a === rest) - Number(b === rest))
    .map((group) => ({
      words: group === rest ? anyOther : listed(group.words, 'or'),
      outcome: group.outcome,
    }))
}

/** Stretches of a line that come to the same, parted where the outcome changes, to the unit. */
function alongLine({ points, value, words }: Line, outcomeOf: (value: unknown) => string): Group[] {
  const at = (point: number) => outcomeOf(value(point))
  const ends: { to: number | undefined; outcome: string }[] = []
  let [low, before] = [points[0]!, at(points[0]!)]
  for (const point of points.slice(1)) {
    const outcome = at(point)
    if (outcome !== before) {
      let [last, first] = [low, point]
      while (first - last > 1) {
        const middle = Math.floor((first + last) / 2)
        if (at(middle) === before) last = middle
        else first = middle
      }
      ends.push({ to: last, outcome: before })
    }
    ;[low, before] = [point, outcome]
  }
  ends.push({ to: undefined, outcome: before })
  const found = new Map<string, Group>()
  for (const [index, { to, outcome }] of ends.entries()) {
    const from = index === 0 ? undefined : ends[index - 1]!.to! + 1
    const group = found.get(outcome) ?? { words: [], outcome }
    group.words.push(words(from, to))
    found.set(outcome, group)
  }
  return [...found.values()]
}

/** Groups of facts that are handed to conditions as they are given, but for what is worked out from them. */
const handedOn = new Set([
  'branding',
  'contacts',
  'controls',
  'domains',
  'eu_users',
  'fine_tuning',
  'litigation',
  'near_policy_uses',
  'output_training',
  'personal_data',
  'vendors',
])

const workedFrom = new Set(Object.values(derivedReads).flat())

/** Whether conditions alone look at a fact, so that nothing that is worked out changes with it. */
function isReadAlone(fact: string): boolean {
  const known = readAlone.get(fact) ?? isOutsideAllWork(fact)
  readAlone.set(fact, known)
  return known
}

const readAlone = new Map<string, boolean>()

function isOutsideAllWork(fact: string): boolean {
  const path = fieldOf(fact)?.path.replace(/^vendors\[\]/, 'vendor') ?? fact
  return handedOn.has(fact.split(/[.[]/)[0]!) && ![...workedFrom].some((one) => isWithin(path, one))
}

/** Whether one path is the other, or within it, either way. */
function isWithin(one: string, other: string): boolean {
  const own = other.replace(/^vendors\[\]/, 'vendor')
  return one === own || one.startsWith(`${own}.`) || own.startsWith(`${one}.`) || own.startsWith(`${one}[`)
}

function withFact(base: Situation, fact: string, value: unknown): Situation {
  return { ...base, matter: answered(base.matter as Matter, fact, value) }
}

/** The matter with a fact answered: what lies on the way to it is copied, and nothing else. */
function answered(matter: Matter, fact: string, value: unknown): Matter {
  const keys = [...fact.matchAll(/\["([^"]*)"\]|\[(\d+)\]|([^.[\]]+)/g)].map(
    ([, quoted, index, plain]) => quoted ?? (index === undefined ? plain! : Number(index)),
  )
  return placed(matter, keys, value) as Matter
}

/**
 * The matter with a fact of a vendor answered, which is asked of those that have to do with the license: what an older file
 * says of the same one under `vendor` is answered as well.
 */
function ofVendor(matter: Matter, { vendors = [] }: Matter, fact: string, value: unknown): Matter {
  const [, at = '', key = ''] = /^vendors\[(\d+)\]\.(.+)$/.exec(fact) ?? []
  const { vendor } = matter
  const same = vendor !== undefined && vendors[Number(at)]?.name === vendor.name
  return answered({ ...(same ? answered(matter, `vendor.${key}`, value) : matter), vendors }, fact, value)
}

function placed(on: unknown, [key, ...rest]: (string | number)[], value: unknown): unknown {
  if (key === undefined) return value
  if (typeof key === 'number') {
    const list = Array.isArray(on) ? [...on] : []
    list[key] = placed(list[key], rest, value)
    return list
  }
  const group = typeof on === 'object' && on !== null ? (on as Record<string, unknown>) : {}
  return { ...group, [key]: placed(group[key], rest, value) }
}
