import { stat } from 'node:fs/promises'
import { Problem } from '../../problem.ts'
import type { BatchOptions, BatchRow } from '../types.ts'
import { folderRows } from './folder-rows.ts'
import { factRows } from './table-rows.ts'
import { vendorRows } from './vendor-rows.ts'

/** The rows of a batch, which may be more than memory holds. */
export interface Rows {
  /** Reads them, from the first; is told of what is not read. */
  read(unread?: (what: string) => void): AsyncGenerator<BatchRow>
  /** Names of the columns of whoever keeps the table. */
  own: readonly string[]
  /** How many there are, or that there are as many as matter. */
  count(most?: number): Promise<number>
}

/**
 * The rows of a table, of a folder of matters or of a register.
 *
 * @throws Problem where nothing can be drafted at all: the header, the folder, or no row
 */
export async function openRows(options: Omit<BatchOptions, 'output' | 'jobs'>): Promise<Rows> {
  const read = await rowsOf(options, commonFacts(options))
  // The header is read, and refused, before anything is written.
  const rows = read()
  const first = await rows.next()
  await rows.return(undefined)
  if (first.done) {
    throw new Problem('rows', 'has a header and no row: give a row for each vendor', { file: options.batch })
  }
  const isEach = options.vendors !== undefined || /\.ya?ml$/i.test(first.value.place)
  return { read, own: await ownColumns(first.value, isEach, read), count: (most) => countOf(read(), most) }
}

/**
 * The facts in common. Where they name a vendor, they are those of its own matter, and what they say of it is not
 * handed on to others: a contact or an address would come into the wrong contract.
 */
function commonFacts({ matter: given }: Pick<BatchOptions, 'matter'>): Record<string, unknown> {
  if (given === undefined) return { matter: 'Vendors' }
  const { vendor, ...matter } = given
  return vendor === undefined || vendor.name !== undefined ? matter : { ...matter, vendor }
}

async function rowsOf(
  options: Omit<BatchOptions, 'output' | 'jobs'>,
  common: Record<string, unknown>,
): Promise<Rows['read']> {
  const { batch, vendors } = options
  if (vendors) return () => vendorRows(vendors, common)
  const found = await stat(batch).catch(() => undefined)
  if (found?.isDirectory()) return () => folderRows(batch, common)
  return (unread) => factRows(batch, common, { ...options, ...(unread && { unread }) })
}

/** Names of the columns of whoever keeps the rows: a table has them in its header, the vendors of a register each their own. */
async function ownColumns(first: BatchRow, isEach: boolean, read: Rows['read']): Promise<string[]> {
  const names = new Set((first.own ?? []).map(({ name }) => name))
  if (first.own && first.facts.vendor !== undefined && isEach)
    for await (const { own } of read()) for (const { name } of own ?? []) names.add(name)
  return [...names]
}

async function countOf(rows: AsyncGenerator<BatchRow>, most = Number.POSITIVE_INFINITY): Promise<number> {
  let count = 0
  for await (const _ of rows) {
    count += 1
    if (count >= most) break
  }
  return count
}
