import { Problem } from '../../problem.ts'
import type { Condition } from './types.ts'

/** A path that a condition looks at, and what it compares it with. */
export interface Touched {
  /** `matter.exposure`; within `$elemMatch` the path of the list stands before it. */
  path: string
  literals: unknown[]
  /** It asks whether the fact is known: by `$exists` or by the word unknown. Then not knowing is an answer. */
  asksIfKnown: boolean
}

const logical = new Set(['$and', '$or', '$nor'])
const comparing = new Set(['$eq', '$ne', '$in', '$nin', '$all', '$gt', '$gte', '$lt', '$lte', '$size'])

/**
 * The paths that a condition touches.
 *
 * @throws Problem `condition` where it has an operator that conditions may not use ($where runs code, $regex hides
 *   what is compared) or a shape that is none
 */
export function touchedBy(condition: Condition): Touched[] {
  const touched = new Map<string, Touched>()
  const note = (path: string, literals: unknown[], asksIfKnown: boolean) => {
    const one = touched.get(path) ?? { path, literals: [], asksIfKnown: false }
    one.literals.push(...literals)
    one.asksIfKnown ||= asksIfKnown || literals.includes('unknown')
    touched.set(path, one)
  }

  const query = (value: unknown, above: string): void => {
    for (const [key, operand] of Object.entries(plain(value, above || 'the condition'))) {
      if (logical.has(key)) for (const one of list(operand, key)) query(one, above)
      else if (key.startsWith('$'))
        throw wrong(`${key} cannot stand ${above === '' ? 'alone' : `under ${above}`}`)
      else field(above === '' ? key : `${above}.${key}`, operand)
    }
  }

  const field = (path: string, operand: unknown): void => {
    if (!isQuery(operand)) {
      note(path, [operand].flat(), false)
      return
    }
    for (const [key, value] of Object.entries(operand)) {
      if (key === '$not') field(path, value)
      else if (key === '$elemMatch') isQuery(value) ? field(path, value) : query(value, path)
      else if (key === '$exists') note(path, [], true)
      else if (comparing.has(key)) note(path, [value].flat(), false)
      else throw wrong(`${path}: a condition cannot use ${key}`)
    }
  }

  query(condition, '')
  return [...touched.values()]
}

/** `{ $in: [...] }`, and not a value or a further path. */
function isQuery(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const keys = Object.keys(value)
  return keys.length > 0 && keys.every((key) => key.startsWith('$') && !logical.has(key))
}

function plain(value: unknown, where: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>
  }
  throw wrong(`${where} must be keys with values`)
}

function list(value: unknown, operator: string): unknown[] {
  if (Array.isArray(value)) return value
  throw wrong(`${operator} takes a list of conditions`)
}

function wrong(reason: string): Problem {
  return new Problem('condition', reason)
}
