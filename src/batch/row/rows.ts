import { stat } from 'node:fs/promises'
import { Problem } from '../../problem.ts'
import type { BatchOptions, BatchRow } from '../types.ts'
import { folderRows } from './folder-rows.ts'
import { couldBeGrouped, groupedRows, groupingOf } from './grouped.ts'
import { factRows } from './table-rows.ts'
import { vendorRows } from './vendor-rows.ts'

/** The rows of a batch, which may be more than memory holds. */
export interface Rows {
  /** Reads them, from the first; is told, a line each, of what is not read, and of rows that could be one addendum. */
  read(tell?: (line: string) => void): AsyncGenerator<BatchRow>
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
  const own = await ownColumns(first.value, isEach, read)
  const all = options.group === undefined ? read : groupedBy(options.group, options, own, read)
  return {
    own,
    count: (most) => countOf(all(), most),
    read: (tell) =>
      told(all, tell, options.group === undefined && options.document === 'vendor-addendum', options.batch),
  }
}

/** The same rows, with what there is to tell of all of them. */
async function* told(
  read: Reading,
  tell: ((line: string) => void) | undefined,
  isOpen: boolean,
  batch: string,
): AsyncGenerator<BatchRow> {
  if (!tell) {
    yield* read()
    return
  }
  const could = couldBeGrouped()
  for await (const row of read((what) => tell(`${batch}: ${what} is not read`))) {
    if (isOpen) could.row(row)
    yield row
  }
  const said = could.said()
  if (said !== undefined) tell(`${batch}: ${said}`)
}

/** @throws Problem where the rows have no column of that name */
function groupedBy(
  said: string,
  { document, batch }: Pick<BatchOptions, 'document' | 'batch'>,
  own: readonly string[],
  read: Reading,
): Reading {
  const grouping = groupingOf(said, document)
  const column = grouping.by === 'column' ? grouping.column.toLowerCase() : undefined
  if (column !== undefined && !own.some((name) => name.toLowerCase() === column)) {
    const there =
      own.length === 0 ? 'there is none of that kind' : `there is ${own.map((name) => `#${name}`).join(', ')}`
    throw new Problem('usage', `--group ${said}: no column of that name: ${there}`, { file: batch })
  }
  return (unread) => groupedRows(() => read(unread), grouping)
}

/** Reads rows, from the first. */
type Reading = (unread?: (what: string) => void) => AsyncGenerator<BatchRow>

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
): Promise<Reading> {
  const { batch, vendors } = options
  if (vendors) return () => vendorRows(vendors, common)
  const found = await stat(batch).catch(() => undefined)
  if (found?.isDirectory()) return () => folderRows(batch, common)
  return (unread) => factRows(batch, common, { ...options, ...(unread && { unread }) })
}

/** Names of the columns of whoever keeps the rows: a table has them in its header, the vendors of a register each their own. */
async function ownColumns(first: BatchRow, isEach: boolean, read: Reading): Promise<string[]> {
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
