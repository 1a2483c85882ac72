import type { Library } from './types.ts'

/**
 * A library with other parts in place of some of its own. The rest is still read when it is first asked for, which a spread
 * would do at once.
 */
export function withParts(library: Library, parts: Partial<Library>): Library {
  const copy = { ...parts }
  for (const name of Object.keys(library) as (keyof Library)[])
    if (!Object.hasOwn(parts, name))
      Object.defineProperty(copy, name, { enumerable: true, configurable: true, get: () => library[name] })
  // Every part is there, its own or the library's.
  return copy as Library
}
