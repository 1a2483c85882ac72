import type { Library } from '../../library/index.ts'
import { levelOfClause, type Matter } from '../../matter/index.ts'
import { worded } from '../flow-down/choose.ts'
import { figureOf } from '../flow-down/figures.ts'

/**
 * What clauses of our addendum give us, as our own staff is told it, at the levels whose words the matter takes.
 *
 * @param ids of flow-downs
 * @returns `has a vendor tell us within 24 hours …; it lets a vendor suspend …`; empty where all are left out
 */
export function clausesTold(ids: readonly string[], matter: Matter, library: Library): string {
  const told = ids.flatMap((id) => {
    const flowDown = library.flowDowns.get(id)
    const level = levelOfClause(matter, id)
    if (flowDown === undefined || level === 'off') return []
    const own = worded(flowDown, level)
    return (
      flowDown.told[own]?.replaceAll(
        /\{([a-z-]+)\}/g,
        (slot, key) => figureOf(flowDown, key, own, matter) ?? slot,
      ) ?? []
    )
  })
  return told.map((words, at) => (at === 0 ? words : `it ${words}`)).join('; ')
}
