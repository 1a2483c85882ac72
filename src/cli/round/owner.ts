import { Problem } from '../../problem.ts'
import type { DatabaseOptions } from '../database.ts'
import { keptDeal } from './kept.ts'
import { dealYaml } from './open.ts'
import { withDeal } from './place.ts'

/** What `clausebook round owner` can be told. */
export interface OwnerOptions extends DatabaseOptions {
  point?: string[]
}

/**
 * Says who leads a deal on our side, or who sees to some of its points.
 *
 * @throws Problem where there is no such point
 */
export async function setOwner(deal: string, owner: string, options: OwnerOptions): Promise<void> {
  const { point: ids } = options
  await withDeal(deal, options, ({ shown, hold }) =>
    hold(async (held) => {
      const { record, points } = await keptDeal(held, shown)
      for (const id of ids ?? [])
        if (!points.some((point) => point.id === id))
          throw new Problem(
            'point',
            `there is no point ${id} in this deal: it has ${points.map((point) => point.id).join(', ')}`,
          )
      const next = ids
        ? { ...record, owners: { ...record.owners, ...Object.fromEntries(ids.map((id) => [id, owner])) } }
        : { ...record, owner }
      const did = ids ? `${ids.join(', ')} seen to by ${owner}` : `led by ${owner}`
      await held.save({ yaml: dealYaml(next), did })
    }),
  )
}
