import { Problem } from '../../problem.ts'
import { type Provenance, readProvenance } from '../../provenance/index.ts'
import type { DealPlace } from '../../store/index.ts'
import { sha256Of } from '../../texts/index.ts'
import { type DatabaseOptions, databaseOf, withDatabase } from '../database.ts'
import { largest, names, recordOf } from '../round/kept.ts'
import { actor, withDeal } from '../round/place.ts'

/**
 * What a document was made of, as the deal has it in which it was sent: that which is named, or any of the database that has the
 * document to the byte.
 *
 * @returns undefined where no deal is named, and none has it
 * @throws Problem where the deal that is named has none
 */
export async function madeInDeal(
  bytes: Uint8Array,
  { deal, database }: DatabaseOptions & { deal?: string },
): Promise<Provenance | undefined> {
  const sha256 = sha256Of(bytes)
  if (deal !== undefined) {
    const made = await withDeal(deal, { ...(database !== undefined && { database }) }, (place) =>
      madeIn(place, sha256),
    )
    if (made) return made
    throw new Problem(
      'record',
      'has no record of what its document was made of: only round open --record of a document that was drafted with --record keeps one',
      { file: deal },
    )
  }
  const address = databaseOf({ database }, { option: '', value: undefined })
  if (address === undefined) return undefined
  return withDatabase(address, async ({ deals }) => {
    for (const name of await deals.having(sha256)) {
      const made = await madeIn(deals.place(name, actor()), sha256)
      if (made) return made
    }
    return undefined
  })
}

/** That of the round in which the document was sent; of one that was altered since, that of the only one. */
async function madeIn({ open, shown }: DealPlace, sha256: string): Promise<Provenance | undefined> {
  const kept = await open()
  const { rounds } = recordOf(kept, shown)
  const all = rounds.flatMap(({ sent, made }, at) =>
    made === undefined ? [] : [{ sent, made, round: at + 1 }],
  )
  const found = all.find(({ sent }) => sent.sha256 === sha256) ?? (all.length === 1 ? all[0] : undefined)
  if (!found) return undefined
  const file = names.made(found.round)
  const content = await kept.file(file, largest.json)
  if (sha256Of(content) !== found.made)
    throw new Problem('deal', 'was changed since the deal was given it: put back the file that was kept', {
      file: `${shown}/${file}`,
    })
  return readProvenance(new TextDecoder().decode(content), `${shown}/${file}`)
}
