import { Problem } from '../../problem.ts'
import { NoSuchDeal } from '../deals.ts'
import {
  type Audience,
  audienceWords,
  isPersonName,
  mayRule,
  NotYours,
  type Person,
  type SharedKind,
  type Sharing,
} from '../people.ts'
import { NoSuchMatter } from '../types.ts'
import type { Ask, Database } from './connect.ts'
import { seenSql } from './kind.ts'
import { type ToldAs, tellDeed } from './rows.ts'

interface Row {
  id: string
  name: string
  owner: string
  matter: string | null
  version: number
  sha256: string
}

/** Who sees which matters and deals. @param person who asks; left out, all of it is there and may be shared */
export function sharingIn({ ask, within, place }: Database, as: ToldAs, person?: Person): Sharing {
  async function found(step: Ask, kind: SharedKind, name: string, lock = ''): Promise<Row> {
    const values: unknown[] = [kind, name]
    const seen = seenSql(person, values)
    const [row] = name.includes('\0')
      ? []
      : await step<Row>(
          `select r.id, r.name, r.owner, r.matter, r.version, v.sha256 from clausebook.record r
           join clausebook.version v on v.record = r.id and v.version = r.version
           where r.kind = $1 and r.name = $2${seen} ${lock}`,
          values,
        )
    if (!row) throw kind === 'matter' ? new NoSuchMatter() : new NoSuchDeal(name, place)
    return row
  }

  /** Has somebody who may say so change whose it is or who sees it, with a line of the audit. */
  function change(
    kind: SharedKind,
    name: string,
    by: string,
    did: string,
    work: (step: Ask, row: Row) => Promise<unknown>,
  ): Promise<void> {
    return within(async (step) => {
      const row = await found(step, kind, name, 'for update of r')
      if (!mayRule(person, row.owner)) throw new NotYours('share')
      if (row.matter !== null)
        throw new Problem('shared', 'this deal is seen by whoever sees its matter: share that')
      await work(step, row)
      const { version, sha256 } = row
      await tellDeed(step, kind, as, { by, did, name: row.name, version, sha256 })
    })
  }

  return {
    async of(kind, name) {
      const { id, owner, matter } = await found(ask, kind, name)
      const rows = await ask<{ kind: Audience['kind']; name: string }>(
        'select kind, name from clausebook.share where record = $1 order by kind, name collate "C"',
        [matter ?? id],
      )
      const audiences = rows.map(
        (row): Audience => (row.kind === 'person' ? { kind: 'person', name: row.name } : { kind: row.kind }),
      )
      return { owner, with: audiences, mayShare: matter === null && mayRule(person, owner) }
    },
    async share(kind, name, audience, by) {
      await change(kind, name, by, `shared with ${audienceWords(audience)}`, async (step, { id }) => {
        if (audience.kind === 'person') await requirePerson(step, audience.name)
        await step(
          'insert into clausebook.share (record, kind, name) values ($1, $2, $3) on conflict do nothing',
          [id, ...rowOf(audience)],
        )
      })
    },
    unshare: (kind, name, audience, by) =>
      change(kind, name, by, `shared no more with ${audienceWords(audience)}`, (step, { id }) =>
        step('delete from clausebook.share where record = $1 and kind = $2 and name = $3', [
          id,
          ...rowOf(audience),
        ]),
      ),
    async give(kind, name, to, by) {
      await change(kind, name, by, `given to ${to}`, async (step, { id }) => {
        await requirePerson(step, to)
        await step('update clausebook.record set owner = $2 where id = $1', [id, to])
      })
    },
  }
}

/** Who it is shared with, as a row has it: kind and name. */
export function rowOf(audience: Audience): [string, string] {
  return [audience.kind, audience.kind === 'person' ? audience.name : '']
}

async function requirePerson(step: Ask, name: string): Promise<void> {
  const [found] = isPersonName(name)
    ? await step('select name from clausebook.person where name = $1', [name])
    : []
  if (!found) throw new Problem('person', 'nobody of that name may come in: write it as the sign-on does')
}
