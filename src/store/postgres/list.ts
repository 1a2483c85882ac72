import type { ListedMatter, MatterList, MatterPage } from '../types.ts'
import type { Ask } from './connect.ts'
import { type Kind, seenSql } from './kind.ts'

const usual = 50

/** Words of a name or a title, by the index of words; a part of a name by a look at all names. */
const foundSql = ` and ($2 = '' or r.words @@ websearch_to_tsquery('simple', $2) or position(lower($2) in lower(r.name)) > 0)`

/**
 * A page in the order of names. The names of the page are found in the index alone, from the nearer end, before a row is
 * read: a late page costs little more than the first.
 */
export async function listRecords(
  ask: Ask,
  { kind, person }: Pick<Kind, 'kind' | 'person'>,
  { page = 1, size = usual, find = '' }: MatterPage = {},
): Promise<MatterList> {
  const found = find.replaceAll('\0', '')
  const values: unknown[] = found === '' ? [kind] : [kind, found]
  const where = `r.kind = $1${found === '' ? '' : foundSql}${seenSql(person, values)}`
  const [counted] = await ask<{ total: number }>(
    `select count(*)::int as total from clausebook.record r where ${where}`,
    values,
  )
  const { total } = counted!
  const pages = Math.max(1, Math.ceil(total / size))
  const at = Math.min(Math.max(1, Math.trunc(page) || 1), pages)
  const before = (at - 1) * size
  const fromEnd = before > total / 2
  const rest = Math.max(0, total - before - size)
  const rows = await ask<Omit<ListedMatter, 'at'> & { at: Date }>(
    `select r.name, coalesce(r.title, r.name) as title, v.at, v.by, r.version as versions
     from (select r.id from clausebook.record r where ${where} order by r.name ${fromEnd ? 'desc' : 'asc'}
       limit ${fromEnd ? total - before - rest : size} offset ${fromEnd ? rest : before}) shown
     join clausebook.record r on r.id = shown.id
     join clausebook.version v on v.record = r.id and v.version = r.version
     order by r.name`,
    values,
  )
  const matters = rows.map((row) => ({ ...row, at: row.at.toISOString() }))
  return { matters, total, page: at, pages }
}
