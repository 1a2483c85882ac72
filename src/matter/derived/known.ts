import type { DerivedFact, DerivedValue } from '../condition/types.ts'

/** A derived fact that is known. */
export function known(value: DerivedValue): DerivedFact {
  return { value, asks: [] }
}

/** A derived fact that hangs on facts that are not given. */
export function notKnown(...asks: string[]): DerivedFact {
  return { value: 'unknown', asks }
}

/** Whether nobody said a fact, or said that it is not known. */
export function isOpen(value: unknown): boolean {
  return value === undefined || value === 'unknown'
}

/**
 * True where one item makes it true, false where none can, and otherwise a question on those that may.
 *
 * @param items undefined where the list itself is not given
 * @param path the list's path, asked for where it is not given
 * @param judge true, false, or the keys of the item that must be known
 */
export function some<T>(
  items: T[] | undefined,
  path: string,
  judge: (item: T) => boolean | string[],
): DerivedFact {
  if (items === undefined) return notKnown(path)
  const verdicts = items.map(judge)
  if (verdicts.includes(true)) return known(true)
  const asks = verdicts.flatMap((verdict, at) =>
    Array.isArray(verdict) ? verdict.map((key) => `${path}[${at}].${key}`) : [],
  )
  return asks.length > 0 ? notKnown(...asks) : known(false)
}
