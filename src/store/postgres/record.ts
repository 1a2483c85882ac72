import type { CarriedVersion } from '../carried.ts'
import type { Deed } from '../deed.ts'
import { baseOf, digestOf } from '../digest.ts'
import { fromWhere } from '../from-where.ts'
import { mayChange, mayRule, NotYours } from '../people.ts'
import { Conflict, NoSuchMatter, type OpenMatter } from '../types.ts'
import type { Ask, Database } from './connect.ts'
import { type Kind, seenSql } from './kind.ts'
import { addDeed, addVersion } from './rows.ts'

/** A record with its newest version. */
export interface Current {
  id: string
  name: string
  owner: string
  version: number
  yaml: string
  sha256: string
  /** What its newest version was based on. */
  basedOn: string | null
  /** The matter that a deal is of. */
  matter: string | null
}

/** A version that is added here and now. */
export type Added = Omit<CarriedVersion, 'at' | 'sha256'>

export const currentSql = `select r.id, r.name, r.owner, r.version, v.yaml, v.sha256, v.base as "basedOn", r.matter
  from clausebook.record r join clausebook.version v on v.record = r.id and v.version = r.version
  where r.kind = $1`

/** What saving comes to for every kind of record: its row is locked, its base looked at, a version and a line of the audit added. */
export interface RecordRows {
  /** @throws NoSuchMatter */
  current(name: string, by?: Ask): Promise<Current>
  /** Nobody else saves it until the step is done. @throws Conflict where it is based on another version */
  lockedAt(step: Ask, name: string, base: string | undefined): Promise<Current>
  /** A row for a new name, which is whose who makes it. @returns undefined where it is taken */
  begun(
    step: Ask,
    name: string,
    begun: { yaml: string; by: string; once?: string | undefined },
  ): Promise<string | undefined>
  add(step: Ask, id: string, name: string, added: Added): Promise<OpenMatter>
  /** Adds a version behind the newest. @throws NotYours */
  follow(step: Ask, current: Current, added: Omit<Added, 'version'>): Promise<OpenMatter>
  /** Deletes it with all its versions. @throws NotYours */
  remove(step: Ask, current: Current, by: string): Promise<void>
}

export function recordRows(
  { ask }: Pick<Database, 'ask'>,
  { kind, titleOf, isName, now, from, person }: Kind,
): RecordRows {
  async function current(name: string, by: Ask = ask): Promise<Current> {
    const values: unknown[] = [kind, name]
    const seen = seenSql(person, values)
    const [found] = isName(name) ? await by<Current>(`${currentSql} and r.name = $2${seen}`, values) : []
    if (!found) throw new NoSuchMatter()
    return found
  }

  /** Nobody else saves it until this is done. */
  async function lockedAt(step: Ask, name: string, base: string | undefined): Promise<Current> {
    // What is locked is read again, as others may have left it in the meantime.
    const values: unknown[] = [kind, name]
    const seen = seenSql(person, values)
    if (isName(name))
      await step(
        `select from clausebook.record r where r.kind = $1 and r.name = $2${seen} for update`,
        values,
      )
    const read = await current(name, step)
    if (baseOfRow(read) !== base) throw new Conflict(opened(read))
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
    { id, name, owner, version: before }: Current,
    added: Omit<Added, 'version'>,
  ): Promise<OpenMatter> {
    if (!mayChange(person, owner)) throw new NotYours('change')
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

  return {
    current,
    lockedAt,
    async begun(step, name, { yaml, by, once }) {
      const [row] = await step<{ id: string }>(
        'insert into clausebook.record (kind, name, title, version, once, owner) values ($1, $2, $3, 1, $4, $5) on conflict do nothing returning id',
        [kind, name, titled(yaml), once ?? null, by],
      )
      if (row && (kind === 'matter' || kind === 'deal'))
        await step(`insert into clausebook.share (record, kind) values ($1, 'counsel')`, [row.id])
      return row?.id
    },
    add,
    follow,
    async remove(step, { id, name, owner, version, sha256 }, by) {
      if (!mayRule(person, owner)) throw new NotYours('delete')
      await step('delete from clausebook.record where id = $1', [id])
      await told(step, { at: now().toISOString(), by, did: 'deleted', name, version: version + 1, sha256 })
    },
  }
}

/** As whoever saves it again has seen it. */
export function opened({ name, yaml, version, sha256 }: Current): OpenMatter {
  return { name, yaml, version, base: baseOf(version, sha256) }
}

export function baseOfRow({ version, sha256 }: Pick<Current, 'version' | 'sha256'>): string {
  return baseOf(version, sha256)
}
