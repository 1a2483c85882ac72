import { Problem } from '../../problem.ts'
import type { Condition } from './types.ts'

/** One comparison of a condition: `matter.exposure` `$in` `[product, public]`. */
export interface Comparison {
  /** `matter.exposure`; within `$elemMatch` the path of the list stands before it. */
  path: string
  /** `$eq` where a value stands alone. */
  operator: string
  operand: unknown
  /** Keys that lead to it within the condition. */
  at: PropertyKey[]
}

const logical = new Set(['$and', '$or', '$nor'])
const comparing = new Set([
  '$eq',
  '$ne',
  '$in',
  '$nin',
  '$all',
  '$gt',
  '$gte',
  '$lt',
  '$lte',
  '$size',
  '$exists',
])

/**
 * The comparisons that a condition makes, in order.
 *
 * @throws Problem `condition` where it has an operator that conditions may not use ($where runs code, $regex hides
 *   what is compared) or a shape that is none
 */
export function comparisonsOf(condition: Condition): Comparison[] {
  const found: Comparison[] = []

  const query = (value: unknown, above: string, at: PropertyKey[]): void => {
    for (const [key, operand] of Object.entries(plain(value, above || 'the condition'))) {
      const here = [...at, key]
      if (logical.has(key)) {
        for (const [index, one] of list(operand, key).entries()) query(one, above, [...here, index])
      } else if (key.startsWith('$')) {
        throw wrong(`${key} cannot stand ${above === '' ? 'alone' : `under ${above}`}`)
      } else field(above === '' ? key : `${above}.${key}`, operand, here)
    }
  }

  const field = (path: string, operand: unknown, at: PropertyKey[]): void => {
    if (!isQuery(operand)) {
      found.push({ path, operator: '$eq', operand, at })
      return
    }
    for (const [key, value] of Object.entries(operand)) {
      const here = [...at, key]
      if (key === '$not') field(path, value, here)
      else if (key === '$elemMatch') isQuery(value) ? field(path, value, here) : query(value, path, here)
      else if (comparing.has(key)) found.push({ path, operator: key, operand: value, at: here })
      else throw wrong(`${path}: a condition cannot use ${key}`)
    }
  }

  query(condition, '', [])
  return found
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
