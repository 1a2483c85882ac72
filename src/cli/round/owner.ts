import { join } from 'node:path'
import { holdFolder, writeWhole } from '../../files/index.ts'
import { Problem } from '../../problem.ts'
import { dealRecord, names, openDealFolder } from './folder.ts'
import { dealYaml } from './open.ts'

/** What `clausebook round owner` can be told. */
export interface OwnerOptions {
  point?: string[]
}

/**
 * Says who leads a deal on our side, or who sees to some of its points.
 *
 * @throws Problem where there is no such point
 */
export async function setOwner(folder: string, owner: string, { point: ids }: OwnerOptions): Promise<void> {
  await dealRecord(folder)
  const held = await holdFolder(folder)
  try {
    const { record, points } = await openDealFolder(folder)
    for (const id of ids ?? [])
      if (!points.some((point) => point.id === id))
        throw new Problem(
          'point',
          `there is no point ${id} in this deal: it has ${points.map((point) => point.id).join(', ')}`,
        )
    const next = ids
      ? { ...record, owners: { ...record.owners, ...Object.fromEntries(ids.map((id) => [id, owner])) } }
      : { ...record, owner }
    await writeWhole(join(folder, names.record), dealYaml(next), { mode: 0o600 })
  } finally {
    await held.release()
  }
}
