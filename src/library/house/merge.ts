import type { MarkdownSource } from '../front-matter.ts'

/**
 * A house's file over the library's of the same name: keys that it gives stand in place of the library's, also those within a
 * group of keys; a list and a condition are taken whole; a key left blank takes the library's away. Text of its own stands in
 * place of the library's, which is then `covered`.
 *
 * @returns the whole, in which every value has the place of the file that it is from
 */
export function mergedOver<S extends MarkdownSource>(library: MarkdownSource, house: S): S {
  return {
    ...house,
    data: merged(library.data, house.data ?? {}),
    given: house.data,
    at: (path: PropertyKey[] = []) => (isIn(house.data, path) ? house : library).at(path),
    ...(house.body === '' ? { body: library.body, bodyLine: library.bodyLine } : { covered: library }),
  }
}

type Group = Record<string, unknown>

function merged(under: unknown, over: unknown): unknown {
  if (!isGroup(under) || !isGroup(over)) return over
  const entries = new Map(Object.entries(under))
  for (const [key, value] of Object.entries(over)) {
    if (value === null) entries.delete(key)
    else entries.set(key, key === 'when' ? value : merged(entries.get(key), value))
  }
  return Object.fromEntries(entries)
}

/** Whether the first keys of a path, as far as both files can have them, stand in the house's file. */
function isIn(data: unknown, path: PropertyKey[]): boolean {
  let at = data
  for (const key of path) {
    if (!isGroup(at)) return true
    if (!Object.hasOwn(at, key)) return false
    at = at[String(key)]
  }
  // A path that ends in a group of both is told at the house's, which is what changed.
  return true
}

function isGroup(value: unknown): value is Group {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
