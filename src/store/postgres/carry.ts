import { Problem } from '../../problem.ts'
import type { AnyDecision } from '../../review/index.ts'
import type { Carried, CarriedVersion } from '../carried.ts'
import type { KeptDeed } from '../deed.ts'
import type { Ask } from './connect.ts'
import { addFiles, belongs, filesOf } from './deals.ts'
import type { Kind } from './kind.ts'
import { addVersion } from './rows.ts'

/** So many rows are read at a time. */
const atOnce = 100

/** All matters, vendors or deals of a database in the order of their names. */
export async function* carriedOut(ask: Ask, kind: Kind['kind']): AsyncGenerator<Carried> {
  let after = ''
  for (;;) {
    const rows = await ask<{ id: string; name: string }>(
      'select id, name from clausebook.record where kind = $1 and name > $2 order by name limit $3',
      [kind, after, atOnce],
    )
    for (const { id, name } of rows)
      yield { name, ...(await keptOf(ask, id)), ...(kind === 'deal' && { files: await filesOf(ask, id) }) }
    const last = rows.at(-1)
    if (!last) return
    after = last.name
  }
}

async function keptOf(ask: Ask, id: string): Promise<Omit<Carried, 'name'>> {
  const versions = await ask<Omit<CarriedVersion, 'at'> & { at: Date }>(
    'select version, yaml, at, by, did, sha256, base, once from clausebook.version where record = $1 order by version',
    [id],
  )
  const rows = await ask<{
    batch: string
    at: Date
    signed: string
    vendor: string
    said: AnyDecision | null
    withdrawn: string | null
  }>(
    'select batch, at, signed, vendor, said, withdrawn from clausebook.decision where record = $1 order by id',
    [id],
  )
  const batches = new Map<string, Carried['decisions'][number]>()
  for (const { batch, at, signed, vendor, said, withdrawn } of rows) {
    const lines = batches.get(batch) ?? []
    lines.push({
      at: at.toISOString(),
      signed,
      vendor,
      ...(said !== null && { said }),
      ...(withdrawn !== null && { withdrawn }),
    })
    batches.set(batch, lines)
  }
  return {
    versions: versions.map((row) => ({ ...row, at: row.at.toISOString() })),
    decisions: [...batches.values()],
  }
}

/**
 * Takes one matter, vendor or deal in with all that is kept of it.
 *
 * @throws Problem where there is one of its name
 */
export async function carryIn(
  step: Ask,
  { kind, titleOf }: Pick<Kind, 'kind' | 'titleOf'>,
  { name, versions, decisions, files }: Carried,
): Promise<void> {
  const newest = versions.at(-1)!
  if (versions.some(({ yaml }) => yaml.includes('\0')))
    throw new Problem('store', `the ${kind} ${name} has a sign (U+0000) that no database keeps: take it out`)
  const [row] = await step<{ id: string }>(
    'insert into clausebook.record (kind, name, title, version, once, owner) values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning id',
    [kind, name, titleOf(newest.yaml) ?? null, newest.version, versions[0]?.once ?? null, versions[0]!.by],
  )
  if (!row)
    throw new Problem(
      'name-taken',
      `there is a ${kind} ${name} already: nothing was taken in; rename the one or the other`,
    )
  for (const version of versions) await addVersion(step, row.id, version)
  if (files) await addFiles(step, row.id, name, files)
  if (kind === 'matter' || kind === 'deal')
    await step(`insert into clausebook.share (record, kind) values ($1, 'counsel')`, [row.id])
  if (kind === 'deal') await belongs(step, row.id, newest.yaml)
  for (const batch of decisions) {
    const [next] = await step<{ number: string }>(`select nextval('clausebook.decision_batch') as number`)
    for (const { at, signed, vendor, said, withdrawn } of batch) {
      await step(
        'insert into clausebook.decision (record, batch, at, signed, vendor, said, withdrawn) values ($1, $2, $3, $4, $5, $6, $7)',
        [row.id, next!.number, at, signed, vendor, said ? JSON.stringify(said) : null, withdrawn ?? null],
      )
    }
  }
}

/**
 * The audit of a database, the oldest first, many lines at a time.
 *
 * @param kind of what alone
 * @param name of which alone
 */
export async function* deedsOf(
  ask: Ask,
  kind?: Kind['kind'] | 'job' | 'draft' | 'person' | 'watch',
  name?: string,
): AsyncGenerator<KeptDeed[]> {
  let after = '0'
  for (;;) {
    const rows = await ask<
      Omit<KeptDeed, 'at' | 'from' | 'brought'> & {
        id: string
        at: Date
        from_where: string | null
        brought: Date | null
      }
    >(
      `select id, at, by, from_where, did, kind, name, version, sha256, brought from clausebook.audit
       where id > $1 and ($2::text is null or kind = $2) and ($4::text is null or name = $4) order by id limit $3`,
      [after, kind ?? null, atOnce * 10, name ?? null],
    )
    const last = rows.at(-1)
    if (!last) return
    yield rows.map(({ id: _, at, from_where: from, brought, ...row }) => ({
      ...row,
      at: at.toISOString(),
      ...(from !== null && { from }),
      ...(brought !== null && { brought: brought.toISOString() }),
    }))
    after = last.id
  }
}
