import { Problem } from '../../problem.ts'
import { mayRule, NotYours } from '../people.ts'
import { isPlainName, plainName } from '../title.ts'
import { Conflict, type Matters, NameTaken, NoSuchMatter, type OpenMatter } from '../types.ts'
import { removeBelongings } from './belongings.ts'
import type { Ask, Database } from './connect.ts'
import { type Kind, seenSql } from './kind.ts'
import { listRecords } from './list.ts'
import { type Added, type Current, currentSql, opened, recordRows } from './record.ts'
import { versionsOf } from './rows.ts'

/** So many of one title get names of their own; no save looks for longer. */
const mostOfOneTitle = 1000

/** Matters, or vendors, as rows: a row for the name, and one for each version that was ever saved. */
export function recordsIn(database: Database, whole: Kind): Matters {
  const { ask, within } = database
  const { kind, titleOf, isName, person } = whole
  const { current, lockedAt, begun, add, follow, remove } = recordRows(database, whole)

  async function begin(step: Ask, added: Omit<Added, 'version'>): Promise<OpenMatter> {
    const { yaml, by, once } = added
    const plain = plainName(titleOf(yaml) ?? '')
    for (let at = 1; at <= mostOfOneTitle; at += 1) {
      const name = at === 1 ? plain : `${plain}-${at}`
      const id = await begun(step, name, { yaml, by, once })
      if (id !== undefined) return add(step, id, name, { ...added, version: 1 })
      const same = once === undefined ? undefined : await savedOnce(step, once)
      if (same) return opened(same)
    }
    throw new NameTaken(plain)
  }

  /** What came of the same save before. @throws NoSuchMatter where it is not there any more for whoever asks */
  async function savedOnce(step: Ask, once: string): Promise<Current | undefined> {
    const values: unknown[] = [kind, once]
    // No other name helps where the save was done and went to somebody else since: first whether it was done.
    const [done] = await step('select id from clausebook.record where kind = $1 and once = $2', [kind, once])
    if (!done) return undefined
    const seen = seenSql(person, values)
    const [same] = await step<Current>(`${currentSql} and r.once = $2${seen}`, values)
    if (!same) throw new NoSuchMatter()
    return same
  }

  return {
    list: (page) => listRecords(ask, whole, page),
    async open(name, version) {
      const read = await current(name)
      if (version === undefined) return opened(read)
      // Saved again, an old version follows the newest.
      return opened({ ...read, yaml: await wordsOf(ask, read.id, version) })
    },
    async names() {
      const values: unknown[] = [kind]
      const seen = seenSql(person, values)
      const rows = await ask<{ name: string }>(
        `select r.name from clausebook.record r where r.kind = $1${seen} order by r.name`,
        values,
      )
      return rows.map(({ name }) => name)
    },
    async openAll(names) {
      const values: unknown[] = [kind, names.filter(isName)]
      const seen = seenSql(person, values)
      return (await ask<Current>(`${currentSql} and r.name = any($2)${seen}`, values)).map(opened)
    },
    async versions(name) {
      const { id } = await current(name)
      return versionsOf(ask, id)
    },
    async save({ yaml, name, base, by, once, did = 'saved' }) {
      if (yaml.includes('\0'))
        throw new Problem('matter', 'has a sign (U+0000) that no database keeps: take it out')
      if (name === undefined) return within((step) => begin(step, { yaml, by, did, once }))
      return within(async (step) => {
        try {
          const read = await lockedAt(step, name, base)
          return await follow(step, read, { yaml, by, did, base })
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
        if (!mayRule(person, read.owner)) throw new NotYours('rename')
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
        const read = await lockedAt(step, name, base)
        await remove(step, read, by)
        if (kind === 'matter') await removeBelongings(step, whole, read.id, by)
      }),
  }
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
