import type { House } from '../library/index.ts'
import type { Matter } from '../matter/index.ts'

/** A matter with what its house has it be where it says nothing itself: paper, and the currency of amounts. */
export function withHouseDefaults(matter: Matter, house: House | undefined): Matter {
  if (!house) return matter
  const { paper, currency } = house
  return {
    ...matter,
    ...(paper !== undefined && { document: { paper, ...known(matter.document, 'paper') } }),
    ...(currency !== undefined && { negotiation: { currency, ...known(matter.negotiation, 'currency') } }),
  }
}

/** A group of facts without one that is said to be unknown. */
function known<T extends object>(group: T | undefined, key: keyof T): Partial<T> {
  if (group?.[key] !== 'unknown') return group ?? {}
  const { [key]: _, ...rest } = group
  return rest as unknown as Partial<T>
}
