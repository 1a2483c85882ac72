import { saidSchema, standing } from '../said.ts'
import { type Decisions, NoSuchMatter } from '../types.ts'
import type { Ask, Database } from './connect.ts'

/** What persons decided of papers, a row for each word. */
export function decisionsIn({ ask, within }: Database, now: () => Date): Decisions {
  const idOf = async (by: Ask, matter: string): Promise<string> => {
    const [row] = await by<{ id: string }>(
      `select id from clausebook.record where kind = 'matter' and name = $1`,
      [matter],
    )
    if (!row) throw new NoSuchMatter()
    return row.id
  }
  return {
    async list(matter, vendor) {
      const rows = await ask<{ at: Date; said: unknown; withdrawn: string | null }>(
        'select at, signed, vendor, said, withdrawn from clausebook.decision where record = $1 and vendor = $2 order by id',
        [await idOf(ask, matter), vendor],
      )
      const lines = rows.map(({ at, said, withdrawn, ...row }) =>
        saidSchema.parse({
          ...row,
          at: at.toISOString(),
          ...(said !== null && { said }),
          ...(withdrawn !== null && { withdrawn }),
        }),
      )
      return standing(lines, vendor)
    },
    add: (matter, vendor, all, by) =>
      within(async (step) => {
        const id = await idOf(step, matter)
        const [row] = await step<{ batch: string }>(`select nextval('clausebook.decision_batch') as batch`)
        for (const one of all) {
          await step(
            'insert into clausebook.decision (record, batch, at, signed, vendor, said, withdrawn) values ($1, $2, $3, $4, $5, $6, $7)',
            [
              id,
              row!.batch,
              now().toISOString(),
              by,
              vendor,
              'said' in one ? JSON.stringify(one.said) : null,
              'withdrawn' in one ? one.withdrawn : null,
            ],
          )
        }
      }),
  }
}
