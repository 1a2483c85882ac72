import { evaluate } from '../condition/evaluate.ts'
import type { Condition, Situation } from '../condition/types.ts'

const signs = { true: 'yes', false: 'no', open: 'open' } as const

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
    const words = { $and: 'all of', $or: 'any of', $nor: 'none of' }[key]
    if (words !== undefined) {
      const below = (operand as Condition[]).flatMap((one) => explain(one, situation, `${indent}  `))
      return [`${indent}${sign} ${words}:`, ...below]
    }
    const asks = questions.map(({ fact, question }) => `${indent}      ask (${fact}): ${question}`)
    return [`${indent}${sign} ${key} ${asked(operand)}; it is ${factAt(key, situation)}`, ...asks]
  })
}

function asked(operand: unknown): string {
  return typeof operand === 'object' ? JSON.stringify(operand) : `is ${JSON.stringify(operand)}`
}

function factAt(path: string, situation: Situation): string {
  const [root, ...keys] = path.split('.')
  if (root === 'derived') return JSON.stringify(situation.derived[keys.join('.')]?.value ?? 'not known')
  const view: Record<string, unknown> = {
    matter: situation.matter,
    terms: situation.terms,
    license: situation.license,
  }
  const value = keys.reduce((at, key) => step(at, key), view[root!])
  return value === undefined ? (root === 'terms' ? 'not in the terms' : 'not known') : JSON.stringify(value)
}

function step(at: unknown, key: string): unknown {
  if (Array.isArray(at)) return at.map((item) => step(item, key))
  return typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined
}
