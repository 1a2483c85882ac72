import { Problem } from '../../problem.ts'
import type { CarriedVersion } from '../carried.ts'
import type { Deed } from '../deed.ts'
import { baseOf, digestOf } from '../digest.ts'
import { fromWhere } from '../from-where.ts'
import { isPlainName, plainName } from '../title.ts'
import { Conflict, type Matters, NameTaken, NoSuchMatter, type OpenMatter } from '../types.ts'
import type { Ask, Database } from './connect.ts'
import type { Kind } from './kind.ts'
import { listRecords } from './list.ts'
import { addDeed, addVersion } from './rows.ts'

interface Current {
  id: string
  name: string
  version: number
  yaml: string
  sha256: string
  /** What its newest version was based on. */
  basedOn: string | null
}

/** A version that is added here and now. */
type Added = Omit<CarriedVersion, 'at' | 'sha256'>

const currentSql = `select r.id, r.name, r.version, v.yaml, v.sha256, v.base as "basedOn"
  from clausebook.record r join clausebook.version v on v.record = r.id and v.version = r.version
  where r.kind = $1`

/** Matters, or vendors, as rows: a row for the name, and one for each version that was ever saved. */
export function recordsIn({ ask, within }: Database, { kind, titleOf, now, from }: Kind): Matters {
  async function current(name: string, by: Ask = ask): Promise<Current> {
    const [found] = isPlainName(name) ? await by<Current>(`${currentSql} and r.name = $2`, [kind, name]) : []
    if (!found) throw new NoSuchMatter()
    return found
  }

  /** Nobody else saves it until this is done. */
  async function lockedAt(step: Ask, name: string, base: string | undefined): Promise<Current> {
    // What is locked is read again, as others may have left it in the meantime.
    if (isPlainName(name))
      await step('select from clausebook.record where kind = $1 and name = $2 for update', [kind, name])
    const read = await current(name, step)
    if (baseOf(read.version, read.sha256) !== base) throw new Conflict(opened(read))
    return read
  }

  async function add(step: Ask, id: string, name: string, added: Added): Promise<OpenMatter> {
    const { yaml, version, by, did } = added
    const sha256 = digestOf(yaml)
    const at = now().toISOString()
    await addVersion(step, id, { ...added, at, sha256 })
    await told(step, { at, by, did, name, version, sha256 })
    return { name, yaml, version, base: baseOf(version, sha256) }
  }

  async function follow(
    step: Ask,
    { id, name, version: before }: Current,
    added: Omit<Added, 'version'>,
  ): Promise<OpenMatter> {
    const version = before + 1
    await step('update clausebook.record set version = $2, title = $3 where id = $1', [
      id,
      version,
      titled(added.yaml),
    ])
    return add(step, id, name, { ...added, version })
  }

  async function told(step: Ask, deed: Deed): Promise<void> {
    const where = fromWhere() ?? from
    await addDeed(step, kind, { ...deed, ...(where !== undefined && { from: where }) })
  }

  function titled(yaml: string): string | null {
    return titleOf(yaml)?.replaceAll('\0', '') ?? null
  }

  async function begin(step: Ask, added: Omit<Added, 'version'>): Promise<OpenMatter> {
    const { yaml, once } = added
    const plain = plainName(titleOf(yaml) ?? '')
    for (let at = 1; ; at += 1) {
      const name = at === 1 ? plain : `${plain}-${at}`
      const [row] = await step<{ id: string }>(
        'insert into clausebook.record (kind, name, title, version, once) values ($1, $2, $3, 1, $4) on conflict do nothing returning id',
        [kind, name, titled(yaml), once ?? null],
      )
      if (row) return add(step, row.id, name, { ...added, version: 1 })
      const [same] =
        once === undefined ? [] : await step<Current>(`${currentSql} and r.once = $2`, [kind, once])
      if (same) return opened(same)
    }
  }

  return {
    list: (page) => listRecords(ask, kind, page),
    async open(name, version) {
      const read = await current(name)
      if (version === undefined) return opened(read)
      // Saved again, an old version follows the newest.
      return opened({ ...read, yaml: await wordsOf(ask, read.id, version) })
    },
    async openAll(names) {
      return (
        await ask<Current>(`${currentSql} and r.name = any($2)`, [kind, names.filter(isPlainName)])
      ).map(opened)
    },
    async versions(name) {
      const { id } = await current(name)
      const rows = await ask<{ version: number; at: Date; by: string; did: string; sha256: string }>(
        'select version, at, by, did, sha256 from clausebook.version where record = $1 order by version desc',
        [id],
      )
      return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
    },
    async save({ yaml, name, base, by, once }) {
      if (yaml.includes('\0'))
        throw new Problem('matter', 'has a sign (U+0000) that no database keeps: take it out')
      if (name === undefined) return within((step) => begin(step, { yaml, by, did: 'saved', once }))
      return within(async (step) => {
        try {
          const read = await lockedAt(step, name, base)
          return await follow(step, read, { yaml, by, did: 'saved', base })
        } catch (error) {
          if (!(error instanceof Conflict) || error.theirs.yaml !== yaml) throw error
          // The same save again, as by a double click, is no conflict.
          const read = await current(name, step)
          if (base === undefined || read.basedOn !== base) throw error
          return opened(read)
        }
      })
    },
    restore: (name, version, base, by) =>
      within(async (step) => {
        const read = await lockedAt(step, name, base)
        const yaml = await wordsOf(step, read.id, version)
        return follow(step, read, { yaml, by, did: `restored ${version}`, base })
      }),
    rename: (name, to, base, by) =>
      within(async (step) => {
        const read = await lockedAt(step, name, base)
        if (!isPlainName(to) || plainName(to) !== to.toLowerCase()) throw new NameTaken(to)
        const renamed = await follow(step, read, { yaml: read.yaml, by, did: `renamed ${name}`, base })
        const [done] = await step(
          'update clausebook.record set name = $2 where id = $1 and not exists (select from clausebook.record where kind = $3 and name = $2) returning id',
          [read.id, to, kind],
        ).catch((error: unknown) => {
          // Somebody took it in this very moment.
          if ((error as { code?: string }).code === '23505') return []
          throw error
        })
        if (!done) throw new NameTaken(to)
        return { ...renamed, name: to }
      }),
    remove: (name, base, by) =>
      within(async (step) => {
        const { id, version, sha256 } = await lockedAt(step, name, base)
        await step('delete from clausebook.record where id = $1', [id])
        const deed = { at: now().toISOString(), by, did: 'deleted', name, version: version + 1, sha256 }
        await told(step, deed)
      }),
  }
}

function opened({ name, yaml, version, sha256 }: Current): OpenMatter {
  return { name, yaml, version, base: baseOf(version, sha256) }
}

async function wordsOf(ask: Ask, id: string, version: number): Promise<string> {
  // Larger than an integer of the database, it is none of its versions.
  const [row] = await ask<{ yaml: string }>(
    'select yaml from clausebook.version where record = $1 and version::bigint = $2::numeric',
    [id, version],
  )
  if (!row) throw new NoSuchMatter()
  return row.yaml
}
