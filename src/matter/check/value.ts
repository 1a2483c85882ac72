import type { Comparison } from '../condition/comparisons.ts'
import type { ValueKind } from '../condition/domain.ts'

/**
 * What is wrong with the values that a fact is compared with: such a comparison never holds.
 *
 * @returns undefined where the fact can have them
 */
export function wrongValue({ operator, operand }: Comparison, fact: ValueKind): string | undefined {
  if (operator === '$exists') return typeof operand === 'boolean' ? undefined : '$exists takes true or false'
  if (operator === '$size') return typeof operand === 'number' ? undefined : '$size takes a number'
  const many = ['$in', '$nin', '$all'].includes(operator)
  if (many && !Array.isArray(operand)) return `${operator} takes a list`
  const value = [operand].flat().find((one) => !canBe(fact, one))
  return value === undefined ? undefined : `is compared with ${JSON.stringify(value)}, but it ${told(fact)}`
}

function canBe({ kind, options = [] }: ValueKind, value: unknown): boolean {
  switch (kind) {
    case 'yes-no':
      return typeof value === 'boolean' || value === 'unknown'
    case 'choice':
      return value === 'unknown' || options.includes(String(value))
    case 'choices':
      return options.includes(String(value))
    case 'number':
      return typeof value === 'number'
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
    default:
      return typeof value === 'string' || typeof value === 'number'
  }
}

function told({ kind, options = [] }: ValueKind): string {
  if (options.length > 0) return `is ${kind === 'choices' ? 'any of' : 'one of'} ${options.join(', ')}`
  const words: Partial<Record<ValueKind['kind'], string>> = {
    'yes-no': 'is true or false',
    number: 'is a number',
    date: 'is a date such as 2024-07-23',
  }
  return words[kind] ?? 'is words'
}
