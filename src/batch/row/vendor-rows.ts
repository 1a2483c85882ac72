import type { OwnCell } from '../../matter/table.ts'
import { Problem } from '../../problem.ts'
import type { KeptVendor, VendorRecord } from '../../register/index.ts'
import type { BatchRow } from '../types.ts'

/**
 * The vendors of a register, one at a time, over the facts that they have in common.
 *
 * @throws Problem where there is none
 */
export async function* vendorRows(
  vendors: readonly KeptVendor[],
  common: Record<string, unknown>,
): AsyncGenerator<BatchRow> {
  if (vendors.length === 0) throw new Problem('batch', 'of these vendors there is none: ask for others')
  for (const { id, record } of vendors) yield vendorRow(id, record, common)
}

/** What is drafted for a vendor: its own facts over those that all have in common. */
export function vendorRow(
  place: string,
  { vendor, ids }: Pick<VendorRecord, 'vendor' | 'ids'>,
  common: Record<string, unknown>,
): BatchRow {
  return { place, facts: over(common, { vendor }), own: ownCells(ids) }
}

/** What other systems call a vendor, as the columns of whoever keeps it. */
export function ownCells(ids: VendorRecord['ids']): OwnCell[] {
  return Object.entries(ids).map(([name, words]) => ({ name, words }))
}

/** Facts over others: groups are joined key by key, all else is replaced. */
export function over(
  below: Record<string, unknown>,
  above: Record<string, unknown>,
): Record<string, unknown> {
  const joined = { ...below }
  for (const [key, value] of Object.entries(above)) {
    const under = joined[key]
    joined[key] = isGroup(under) && isGroup(value) ? over(under, value) : value
  }
  return joined
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
