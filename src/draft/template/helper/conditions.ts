import { Missing } from '../value.ts'

/** Whether a value counts as true in a condition. */
export function holds(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value)
}

/** Leaves out the options that Handlebars hands over last. */
function given(values: unknown[]): unknown[] {
  return values.slice(0, -1)
}

/** `(and a b …)`: false where one is false, whatever is missing. */
export function and(...values: unknown[]): unknown {
  const all = given(values)
  if (all.some((value) => !(value instanceof Missing) && !holds(value))) return false
  return all.find((value) => value instanceof Missing) ?? true
}

/** `(or a b …)`: true where one is true, whatever is missing. */
export function or(...values: unknown[]): unknown {
  const all = given(values)
  if (all.some((value) => !(value instanceof Missing) && holds(value))) return true
  return all.find((value) => value instanceof Missing) ?? false
}

/** `(not a)`. */
export function not(value: unknown): unknown {
  return value instanceof Missing ? value : !holds(value)
}

/** `(is a "b")`: the same value. */
export function is(left: unknown, right: unknown): unknown {
  if (left instanceof Missing) return left
  return right instanceof Missing ? right : left === right
}

/** `(has list "b")`: whether the list has the value. */
export function has(list: unknown, value: unknown): unknown {
  if (list instanceof Missing) return list
  return value instanceof Missing ? value : Array.isArray(list) && list.includes(value)
}

/** `(more a b)`: whether a number is greater than another. */
export function more(left: unknown, right: unknown): unknown {
  if (left instanceof Missing) return left
  return right instanceof Missing ? right : Number(left) > Number(right)
}

/** `(known fact)`: whether the matter gives it; the one question that a missing fact answers. */
export function known(value: unknown): boolean {
  return !(value instanceof Missing)
}
