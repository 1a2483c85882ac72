import { Problem } from '../../problem.ts'
import { digestOf } from '../digest.ts'
import {
  type AskedDraft,
  type DraftPage,
  type Drafts,
  type KeptDraft,
  NoSuchDraft,
  type OpenDraft,
} from '../drafts.ts'
import { mayChange, NotYours, type Person } from '../people.ts'
import { plainName } from '../title.ts'
import { NameTaken } from '../types.ts'
import type { Ask, Database } from './connect.ts'
import { matterNumbered } from './jobs/begin.ts'
import { type ToldAs, tellDeed } from './rows.ts'

interface Row {
  id: string
  name: string
  document: string
  title: string
  matter_name: string | null
  matter_version: number | null
  vendor: string | null
  format: string
  by: string
  at: Date
  sha256: string
  sent_at: Date | null
  sent_by: string | null
}
type WholeRow = Row & { content: Buffer; record: string | null }

const columns =
  'd.id, d.name, d.document, d.title, d.matter_name, d.matter_version, d.vendor, d.format, d.by, d.at, d.sha256, d.sent_at, d.sent_by'
const wholeColumns = `${columns}, d.content, d.record::text as record`

const usual = 50

/** No list has more pages. */
const largestPage = 1_000_000

/** So many of one matter and document get names of their own; no draft looks for longer. */
const mostOfOneName = 10_000

/** Drafts as rows, as somebody sees them: those of matters that he sees, and his own of none. */
export function draftsIn(
  { ask, within }: Database,
  { now, from, person }: ToldAs & { person?: Person | undefined },
): Drafts {
  /** The condition that leaves what somebody sees, to be put behind others. */
  function seen(values: unknown[]): string {
    if (!person) return ''
    values.push(person.name, person.role === 'counsel')
    const at = values.length
    // No record has the number 0, so that nothing else is shared.
    return ` and clausebook.seen($${at - 1}, $${at}, 0, d.by, d.matter)`
  }

  async function told(step: Ask, { name, sha256 }: Pick<Row, 'name' | 'sha256'>, by: string, did: string) {
    await tellDeed(step, 'draft', { now, from }, { by, did, name, version: 1, sha256 })
  }

  /** Nobody else changes it until the step is done. @throws NoSuchDraft, NotYours */
  async function own(step: Ask, name: string, what: string): Promise<Row> {
    const values: unknown[] = [plain(name)]
    const [row] = await step<Row>(
      `select ${columns} from clausebook.draft d where d.name = $1${seen(values)} for update`,
      values,
    )
    if (!row) throw new NoSuchDraft()
    if (!mayChange(person, row.by)) throw new NotYours(what)
    return row
  }

  /** A name that nobody has: that of the first, or of one behind it. */
  async function freeName(step: Ask, base: string): Promise<string> {
    // Of two that look for a name at once, the second waits.
    await step('select pg_advisory_xact_lock(hashtextextended($1, 4180))', [`draft ${base}`])
    const [last] = await step<{ count: number }>(
      `select coalesce(max(case when name = $1 then 1 else substring(name from length($1) + 2)::int end), 0)::int as count
       from clausebook.draft where name = $1 or (name like $2 and substring(name from length($1) + 2) ~ '^[0-9]{1,6}$')`,
      [base, `${base.replaceAll('_', '\\_')}-%`],
    )
    const count = last!.count + 1
    if (count > mostOfOneName) throw new NameTaken(base)
    return count === 1 ? base : `${base}-${count}`
  }

  /** @throws NoSuchMatter where it is gone */
  async function idOf(step: Ask, matter: AskedDraft['matter']): Promise<string | null> {
    if (!matter) return null
    const { name } = matter
    return matterNumbered(step, { number: await matterNumbered(step, { name }) })
  }

  return {
    keep: (asked) =>
      within(async (step) => {
        const { document, title, matter, vendor, format, content, record, by } = asked
        const sha256 = digestOf(content)
        const number = await idOf(step, matter)
        const values: unknown[] = [sha256, document, number, by]
        const [same] = await step<Row>(
          `select ${columns} from clausebook.draft d
           where d.sha256 = $1 and d.document = $2 and d.matter is not distinct from $3 and (d.matter is not null or d.by = $4)
           order by d.id desc limit 1`,
          values,
        )
        if (same) return keptOf(same)
        const name = await freeName(step, plainName(`${title} ${vendor ?? ''} ${document}`))
        const [row] = await step<Row>(
          `insert into clausebook.draft as d
             (name, document, title, matter, matter_name, matter_version, vendor, format, by, at, sha256, record, content)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning ${columns}`,
          [
            ...[name, document, title, number, matter?.name ?? null, matter?.version ?? null],
            ...[vendor ?? null, format, by, now().toISOString(), sha256, record ?? null, content],
          ],
        )
        await told(step, row!, by, 'drafted')
        return keptOf(row!)
      }),
    async list({ page = 1, size = usual, find = '' }: DraftPage = {}) {
      const values: unknown[] = [Math.min(Math.max(1, Math.trunc(page) || 1), largestPage), size]
      const words = plain(find).replaceAll('-', ' ').trim()
      if (words !== '') values.push(words)
      const where = `true${words === '' ? '' : ` and d.words @@ websearch_to_tsquery('simple', $3)`}${seen(values)}`
      // Counted and read in one question: at a list that is short the way to the database takes longest. The page is found by the
      // index alone before a row is read.
      const rows = await ask<{ total: number; page: number } & (Row | { id: null })>(
        `with counted as (select count(*)::int as total from clausebook.draft d where ${where}),
           at as (select total, least($1::int, greatest(1, ceil(total / $2::numeric))::int) as page from counted)
         select at.total, at.page, shown.* from at left join lateral (
           select ${columns} from (select d.id from clausebook.draft d where ${where} order by d.id desc
             limit $2::int offset (select (page - 1) * $2::int from at)) one
           join clausebook.draft d on d.id = one.id) shown on true
         order by shown.id desc`,
        values,
      )
      const { total, page: at } = rows[0]!
      const drafts = rows.flatMap(({ total: _, page: __, ...row }) => (row.id === null ? [] : [keptOf(row)]))
      return { drafts, total, page: at, pages: Math.max(1, Math.ceil(total / size)) }
    },
    async open(name) {
      const values: unknown[] = [plain(name)]
      const [row] = await ask<WholeRow>(
        `select ${wholeColumns} from clausebook.draft d where d.name = $1${seen(values)}`,
        values,
      )
      if (!row) throw new NoSuchDraft()
      return openOf(row)
    },
    async having(sha256) {
      const values: unknown[] = [plain(sha256)]
      const rows = await ask<WholeRow>(
        `select ${wholeColumns} from clausebook.draft d where d.sha256 = $1${seen(values)} order by d.id desc`,
        values,
      )
      return rows.map(openOf)
    },
    sent: (name, by) =>
      within(async (step) => {
        const row = await own(step, name, 'send')
        if (row.sent_at) throw new Problem('draft', `${row.name} was sent before, as ${row.sent_by} says`)
        const [sent] = await step<Row>(
          `update clausebook.draft d set sent_at = $2, sent_by = $3 where d.id = $1 returning ${columns}`,
          [row.id, now().toISOString(), by],
        )
        await told(step, row, by, 'sent')
        return keptOf(sent!)
      }),
    remove: (name, by) =>
      within(async (step) => {
        const row = await own(step, name, 'delete')
        if (row.sent_at) throw new Problem('draft', `${row.name} was sent, and what was sent stays`)
        await step('delete from clausebook.draft where id = $1', [row.id])
        await told(step, row, by, 'removed')
      }),
  }
}

function keptOf({
  id: _,
  matter_name,
  matter_version,
  vendor,
  at,
  sent_at,
  sent_by,
  ...row
}: Row): KeptDraft {
  return {
    ...row,
    ...(matter_name !== null && { matter: { name: matter_name, version: matter_version ?? 0 } }),
    ...(vendor !== null && { vendor }),
    at: at.toISOString(),
    ...(sent_at && { sent: { at: sent_at.toISOString(), by: sent_by ?? '' } }),
  }
}

function openOf({ content, record, ...row }: WholeRow): OpenDraft {
  return { ...keptOf(row), content, ...(record !== null && { record }) }
}

function plain(words: string): string {
  return words.replaceAll('\0', '')
}
