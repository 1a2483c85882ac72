import { grouped } from '../../in-words.ts'
import { evaluate } from '../condition/evaluate.ts'
import type { Condition, Situation } from '../condition/types.ts'
import { derivedFacts } from '../derived/definitions.ts'
import { askedWords } from './asked.ts'

const signs = { true: 'yes', false: 'no', open: 'open' } as const
const groups: Record<string, string> = { $and: 'all of', $or: 'any of', $nor: 'none of' }

/**
 * A condition with the facts filled in, a line each: whether it holds, what it asks, and what the fact is.
 *
 * @returns lines of plain text, indented under `all of`, `any of` and `none of`
 */
export function explain(condition: Condition, situation: Situation, indent = ''): string[] {
  const entries = Object.entries(condition)
  if (entries.length === 0) return [`${indent}yes   always`]
  return entries.flatMap(([key, operand]) => {
    const { holds, questions } = evaluate({ [key]: operand }, situation)
    const sign = signs[String(holds) as keyof typeof signs].padEnd(5)
    const words = groups[key]
    if (words !== undefined) {
      const below = (operand as Condition[]).flatMap((one) => together(one, situation, `${indent}  `))
      return [`${indent}${sign} ${words}:`, ...below]
    }
    const asks = questions.map(({ fact, question }) => `${indent}      ask (${fact}): ${question}`)
    return [`${indent}${sign} ${named(key)} ${askedWords(operand)}; it ${factAt(key, situation)}`, ...asks]
  })
}

/** One of the conditions of a group; where it asks for several things, they stand together. */
function together(condition: Condition, situation: Situation, indent: string): string[] {
  if (Object.keys(condition).length < 2) return explain(condition, situation, indent)
  return explain({ $and: Object.entries(condition).map(([key, one]) => ({ [key]: one })) }, situation, indent)
}

/** A derived fact says what it means. */
function named(path: string): string {
  const means = path.startsWith('derived.') ? derivedFacts[path.slice('derived.'.length)]?.means : undefined
  return means === undefined ? path : `${path} (${means})`
}

function factAt(path: string, situation: Situation): string {
  const [root, ...keys] = path.split('.')
  if (root === 'derived') return factWords(situation.derived[keys.join('.')]?.value)
  const view: Record<string, unknown> = {
    matter: situation.matter,
    terms: situation.terms,
    license: situation.license,
  }
  const value = keys.reduce((at, key) => step(at, key), view[root!])
  return value === undefined && root === 'terms' ? 'is not in the terms' : factWords(value)
}

/** Facts as a person reads them; things with facts of their own are only counted. */
function factWords(value: unknown): string {
  if (!Array.isArray(value)) return `is ${shown(value)}`
  if (value.length === 0) return 'is an empty list'
  if (value.some((item) => typeof item === 'object')) return `is a list of ${value.length}`
  return `lists ${value.map(shown).join(', ')}`
}

function shown(value: unknown): string {
  if (value === undefined || value === 'unknown') return 'not known'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'number' ? grouped(value) : String(value)
}

function step(at: unknown, key: string): unknown {
  if (Array.isArray(at)) return at.map((item) => step(item, key))
  return typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined
}
