import type { CarriedVersion } from '../carried.ts'
import type { Deed } from '../deed.ts'
import { fromWhere } from '../from-where.ts'
import type { Version } from '../version.ts'
import type { Ask } from './connect.ts'
import type { Kind } from './kind.ts'

/** Adds a version to a matter, or a vendor. */
export async function addVersion(
  step: Ask,
  record: string,
  { version, at, by, did, sha256, base, once, yaml }: CarriedVersion,
): Promise<void> {
  await step(
    'insert into clausebook.version (record, version, at, by, did, sha256, base, once, yaml) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [record, version, at, by, did, sha256, base ?? null, once ?? null, yaml],
  )
}

/**
 * Adds a line to the audit.
 *
 * @param brought when it came from another audit; without it, it is done here and now
 */
export async function addDeed(
  step: Ask,
  kind: Kind['kind'] | 'job' | 'person' | 'watch' | 'draft',
  { at, by, from, did, name, version, sha256 }: Deed,
  brought?: Date,
): Promise<void> {
  await step(
    'insert into clausebook.audit (at, by, from_where, did, kind, name, version, sha256, brought) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [at, by, from ?? null, did, kind, name, version, sha256, brought?.toISOString() ?? null],
  )
}

/** How what is done here and now is told. */
export interface ToldAs {
  now(): Date
  /** From where all is done that does not say so itself. */
  from: string | undefined
}

/** Adds a line to the audit on what is done here and now. */
export async function tellDeed(
  step: Ask,
  kind: Parameters<typeof addDeed>[1],
  { now, from }: ToldAs,
  deed: Omit<Deed, 'at' | 'from'>,
): Promise<void> {
  const where = fromWhere() ?? from
  await addDeed(step, kind, {
    ...{ ...deed, at: now().toISOString() },
    ...(where !== undefined && { from: where }),
  })
}

/** The newest first. */
export async function versionsOf(ask: Ask, record: string): Promise<Version[]> {
  const rows = await ask<Omit<Version, 'at'> & { at: Date }>(
    'select version, at, by, did, sha256 from clausebook.version where record = $1 order by version desc',
    [record],
  )
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}
