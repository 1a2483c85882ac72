import type { Field } from '../fields.ts'

/** What a fact or a derived fact can be. */
export type ValueKind = Pick<Field, 'kind' | 'options'>

/** More than these at once, and only single ones, none and all are tried. */
const mostSubsets = 6

/**
 * Values that stand for all that an unknown fact can have, as far as the condition can tell them apart: every option of
 * a choice; for a number or date those that it is compared with and the ones beside them; for words those compared
 * with, and one other.
 */
export function domainOf({ kind, options = [] }: ValueKind, literals: unknown[]): unknown[] {
  switch (kind) {
    case 'yes-no':
      return [true, false]
    case 'choice':
      return [...options]
    case 'choices':
    case 'texts':
      return subsets(named(literals, options))
    case 'number':
      return unique([0, ...literals.filter(isNumber).flatMap((n) => [n - 1, n, n + 1])]).filter((n) => n >= 0)
    case 'date':
      return unique(['1000-01-01', ...literals.filter(isText).flatMap((day) => [day, `${day}~`])])
    default:
      return unique([...literals.filter(isText), other])
  }
}

/** A word that no condition names. */
const other = 'something else'

/** The words compared with, and one option that is not among them. */
function named(literals: unknown[], options: readonly string[]): string[] {
  const words = unique(literals.filter(isText))
  const rest = options.length === 0 ? other : options.find((option) => !words.includes(option))
  return rest === undefined ? words : [...words, rest]
}

function subsets(words: string[]): string[][] {
  if (words.length > mostSubsets) return [[], ...words.map((word) => [word]), words]
  let sets: string[][] = [[]]
  for (const word of words) sets = sets.concat(sets.map((set) => [...set, word]))
  return sets
}

const isNumber = (value: unknown): value is number => typeof value === 'number'
const isText = (value: unknown): value is string => typeof value === 'string'
const unique = <T>(values: T[]): T[] => [...new Set(values)]
