import type { Library } from '../../library/index.ts'
import { domainOf } from '../condition/domain.ts'
import { evaluate } from '../condition/evaluate.ts'
import { dutiesUnder } from '../duty/duties-under.ts'
import { fieldOf } from '../fields.ts'
import type { Matter } from '../schema/index.ts'
import { usesOf } from '../use/uses-of.ts'
import { answerUnder } from './assess.ts'
import { outcomeWords } from './outcome-words.ts'
import { situationOf } from './situation.ts'

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
  /** Whether a duty is due under each answer. */
  duty(asked: AskedIn, duty: string): string
  /** Under which answers there is a risk: `with yes`; empty where its answers cannot be listed, or do not tell it. */
  risk(asked: AskedIn, risk: string): string
}

type Situation = ReturnType<typeof situationOf>

/** More than these are not listed in a cell. */
const most = 4

/**
 * Answers tried on a matter, each once.
 *
 * @example
 * trialOn(matter, library).risk({ fact: 'litigation.planned', use: 'notes', license: 'llama-3.1' }, 'planned-claim') // 'with yes'
 */
export function trialOn(given: Matter, library: Library): Trial {
  const matters = new Map(usesOf(given).map(({ name, matter }) => [name, matter]))
  const situations = new Map<string, Situation>()
  const paths = new Map<string, string>()
  const situation = ({ fact, use, license }: AskedIn, value: unknown): Situation => {
    const key = JSON.stringify([fact, use, license, value])
    const known =
      situations.get(key) ?? situationOf(answered(matters.get(use) ?? given, fact, value), license, library)
    situations.set(key, known)
    return known
  }
  const told = (asked: AskedIn, outcomeOf: (value: unknown) => string): string => {
    const answers = answersTo(asked.fact).map(({ words, value }) => ({ words, outcome: outcomeOf(value) }))
    const outcomes = [...new Set(answers.map(({ outcome }) => outcome))]
    if (outcomes.length < 2) return ''
    return outcomes
      .map((outcome) => {
        const words = answers.filter((one) => one.outcome === outcome).map((one) => one.words)
        return `with ${words.join(' or ')}: ${outcome}`
      })
      .join('; ')
  }
  return {
    path: (asked) => {
      const key = JSON.stringify(asked)
      const known =
        paths.get(key) ??
        told(asked, (value) => {
          const matter = answered(matters.get(asked.use) ?? given, asked.fact, value)
          return outcomeWords[answerUnder({ name: asked.use, matter }, asked.license, library).path]
        })
      paths.set(key, known)
      return known
    },
    duty: (asked, id) =>
      told(asked, (value) => {
        const standing = dutiesUnder(situation(asked, value), library).find(({ duty }) => duty.id === id)
        const due = standing?.withoutRight.length === 0 ? standing.finding.status : 'not-due'
        return due === 'due' || due === 'unclear' ? 'due' : due === 'open' ? 'still open' : 'not due'
      }),
    risk: (asked, id) => {
      const { when } = library.risks.get(id)!
      const answers = answersTo(asked.fact)
      const having = answers.filter(({ value }) => evaluate(when, situation(asked, value)).holds !== false)
      return having.length === 0 || having.length === answers.length
        ? ''
        : `with ${having.map(({ words }) => words).join(' or ')}`
    },
  }
}

/** The answers to a question, where they can be listed. */
function answersTo(fact: string): { words: string; value: unknown }[] {
  const field = fieldOf(fact)
  if (field?.kind !== 'yes-no' && field?.kind !== 'choice') return []
  const values = domainOf(field, [])
  return values.length <= most ? values.map((value) => ({ words: wordsFor(value), value })) : []
}

function wordsFor(value: unknown): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value).replaceAll('-', ' ')
}

/** The matter with a fact answered: what lies on the way to it is copied, and nothing else. */
function answered(matter: Matter, fact: string, value: unknown): Matter {
  const keys = [...fact.matchAll(/\["([^"]*)"\]|\[(\d+)\]|([^.[\]]+)/g)].map(
    ([, quoted, index, plain]) => quoted ?? (index === undefined ? plain! : Number(index)),
  )
  const [list, at] = keys
  // What an older file says under `vendor` is asked of the list.
  const older =
    list === 'vendors' && matter.vendor !== undefined && matter.vendors?.[Number(at)] === undefined
  return placed(matter, older ? ['vendor', ...keys.slice(2)] : keys, value) as Matter
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
