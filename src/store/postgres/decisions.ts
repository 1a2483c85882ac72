import { mayChange, NotYours, type Person } from '../people.ts'
import { saidSchema, standing } from '../said.ts'
import { type Decisions, NoSuchMatter } from '../types.ts'
import type { Ask, Database } from './connect.ts'
import { seenSql } from './kind.ts'

/** What persons decided of papers, a row for each word. @param person who asks; left out, all matters are there */
export function decisionsIn({ ask, within }: Database, now: () => Date, person?: Person): Decisions {
  const found = async (by: Ask, matter: string): Promise<{ id: string; owner: string }> => {
    const values: unknown[] = [matter]
    const seen = seenSql(person, values)
    const [row] = await by<{ id: string; owner: string }>(
      `select r.id, r.owner from clausebook.record r where r.kind = 'matter' and r.name = $1${seen}`,
      values,
    )
    if (!row) throw new NoSuchMatter()
    return row
  }
  return {
    async list(matter, vendor) {
      const rows = await ask<{ at: Date; said: unknown; withdrawn: string | null }>(
        'select at, signed, vendor, said, withdrawn from clausebook.decision where record = $1 and vendor = $2 order by id',
        [(await found(ask, matter)).id, vendor],
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
        const { id, owner } = await found(step, matter)
        if (!mayChange(person, owner)) throw new NotYours('decide')
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
