import { createHash } from 'node:crypto'
import { productsByName } from '../../draft/index.ts'
import { listed } from '../../in-words.ts'
import type { OwnCell } from '../../matter/table.ts'
import { Problem } from '../../problem.ts'
import { changesOf, changeWords, vendorKey } from '../../register/index.ts'
import type { BatchRow, JoinedRow } from '../types.ts'

/** How rows are told to be of one vendor: by all that is said of it, or by a column of whoever keeps the table. */
export type Grouping = { by: 'vendor' } | { by: 'column'; column: string }

/**
 * What rows are grouped by, as it is said.
 *
 * @param said `vendor`, or a column such as `#supplier id`
 * @throws Problem where it is neither
 */
export function groupingOf(said: string, document: string): Grouping {
  if (document !== 'vendor-addendum')
    throw new Problem('usage', `--group is for vendor-addendum, not for ${document}: leave it out`)
  if (said === 'vendor') return { by: 'vendor' }
  const column = /^#\s*(\S.*)$/.exec(said)?.[1]?.trim()
  if (column !== undefined) return { by: 'column', column }
  throw new Problem(
    'usage',
    `--group ${said}: say vendor, or the column that tells vendors apart, such as "#supplier id"`,
  )
}

/** A product of a group, and its row. */
interface Member extends JoinedRow {
  models?: string[]
}

/** What is known of the rows before the first draft: no facts, so that a table may be longer than memory. */
interface Known {
  /** Rows of one addendum, by what they share. */
  groups: Map<string, Member[]>
  /** The first group of each vendor, from which the others stay apart. */
  first: Map<string, string>
  /** Groups that stay apart from the first of their vendor. */
  apart: Set<string>
}

/**
 * Rows in which several products of one vendor are one. What differs in anything else stays apart, and says in what; of a product
 * that stands there twice the first row counts.
 */
export async function* groupedRows(
  read: () => AsyncGenerator<BatchRow>,
  grouping: Grouping,
): AsyncGenerator<BatchRow> {
  const { groups, first, apart } = await known(read(), grouping)
  /** Rows whose facts others are held against. */
  const leaders = new Map<string, BatchRow>()
  const begun = new Set<string>()
  for await (const row of read()) {
    const keys = keysOf(row, grouping)
    if (!keys) {
      const without = grouping.by === 'column' && !row.problem
      yield without ? { ...row, told: `has no #${grouping.column}, and is drafted by itself` } : row
      continue
    }
    const { family, group } = keys
    const members = groups.get(group)!
    if (begun.has(group)) {
      const twin = twinOf(members, row)!
      // What is drafted with an earlier row is told there.
      if (sameModels(twin, row)) continue
      const reason = `names the product of ${twin.place} with other models: leave one of the two rows`
      yield { ...row, problem: new Problem('product', reason) }
      continue
    }
    begun.add(group)
    const isFirst = first.get(family) === group
    if (isFirst && apart.has(family)) leaders.set(family, row)
    const told = isFirst ? undefined : whyApart(leaders.get(family)!, row, grouping)
    yield { ...(members.length > 1 ? together(row, members) : row), ...(told !== undefined && { told }) }
  }
}

/**
 * Counts rows that could be one addendum, as they come.
 *
 * @returns a function that takes a row, and one that says how many there were
 */
export function couldBeGrouped(): { row(row: BatchRow): void; said(): string | undefined } {
  const products = new Map<string, string | undefined>()
  let vendors = 0
  let rows = 0
  return {
    row(row) {
      const keys = keysOf(row, { by: 'vendor' })
      if (!keys) return
      const product = productOf(row)
      const before = products.get(keys.group)
      if (before === undefined && products.has(keys.group)) rows += 1
      else if (before === undefined) products.set(keys.group, product)
      else if (before !== product) {
        vendors += 1
        rows += 2
        products.set(keys.group, undefined)
      }
    },
    said: () =>
      vendors === 0
        ? undefined
        : `${rows} rows are of ${vendors === 1 ? 'one vendor' : `${vendors} vendors`} with several products: --group vendor makes one addendum of ${vendors === 1 ? 'them' : 'those of each'}`,
  }
}

async function known(rows: AsyncGenerator<BatchRow>, grouping: Grouping): Promise<Known> {
  const found: Known = { groups: new Map(), first: new Map(), apart: new Set() }
  for await (const row of rows) {
    const keys = keysOf(row, grouping)
    if (!keys) continue
    const { family, group } = keys
    const members = found.groups.get(group) ?? []
    const twin = twinOf(members, row)
    if (!twin) members.push(memberOf(row))
    else if (sameModels(twin, row))
      members.push({ ...memberOf(row), told: `is the product of ${twin.place} once more, and counts once` })
    found.groups.set(group, members)
    const first = found.first.get(family)
    if (first === undefined) found.first.set(family, group)
    else if (first !== group) found.apart.add(family)
  }
  return found
}

/** What a row shares with others of its vendor, and with those of its addendum; undefined where it stands alone. */
function keysOf(
  { facts, own = [], problem }: BatchRow,
  grouping: Grouping,
): { family: string; group: string } | undefined {
  const vendor = Object(facts.vendor) as Record<string, unknown>
  const { product, models: _, products, ...shared } = vendor
  if (problem || typeof vendor.name !== 'string' || typeof product !== 'string' || products !== undefined)
    return undefined
  if (grouping.by === 'vendor')
    return {
      family: digestOf(vendorKey({ name: vendor.name })),
      group: digestOf([{ ...facts, vendor: shared }, own]),
    }
  const id = idOf(own, grouping.column)
  if (id === '') return undefined
  return { family: digestOf(id), group: digestOf([{ ...facts, vendor: shared }, id]) }
}

function idOf(own: readonly OwnCell[], column: string): string {
  return own.find(({ name }) => name.toLowerCase() === column.toLowerCase())?.words.trim() ?? ''
}

function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64')
}

function memberOf({ place, facts, own = [] }: BatchRow): Member {
  const { product, models } = facts.vendor as { product: string; models?: string[] }
  return { place, product, own, ...(models !== undefined && { models }) }
}

function productOf(row: BatchRow): string {
  return vendorKey({ product: memberOf(row).product })
}

function twinOf(members: readonly Member[], row: BatchRow): Member | undefined {
  const key = productOf(row)
  return members.find(({ product, told }) => told === undefined && vendorKey({ product }) === key)
}

function sameModels({ models = [] }: Member, row: BatchRow): boolean {
  const own = memberOf(row).models ?? []
  return JSON.stringify([...models].sort()) === JSON.stringify([...own].sort())
}

/** A row with the products of those that share its facts. */
function together(row: BatchRow, members: readonly Member[]): BatchRow {
  const { models: _, ...vendor } = row.facts.vendor as Record<string, unknown>
  const named = productsByName(
    members.filter(({ told }) => told === undefined),
    ({ product }) => product,
  )
  const joined = members.slice(1).map(({ models: _, ...one }) => one)
  if (named.length === 1) return { ...row, with: joined }
  const products = named.map(({ product, models }) => ({ product, ...(models && { models }) }))
  const all = [...new Set(named.flatMap(({ models = [] }) => models))]
  return {
    ...row,
    facts: {
      ...row.facts,
      vendor: {
        ...vendor,
        product: listed(named.map(({ product }) => product)),
        // Of a product without models, those of the matter count.
        ...(members.every(({ models }) => models) && { models: all }),
        products,
      },
    },
    with: joined,
  }
}

/** Why a row is not in the addendum of an earlier one of its vendor. */
function whyApart(leader: BatchRow, row: BatchRow, grouping: Grouping): string {
  const plain = ({ facts }: BatchRow) => {
    const { product: _, models: __, ...vendor } = facts.vendor as Record<string, unknown>
    return { ...facts, vendor }
  }
  const facts = changesOf(plain(leader), plain(row)).map(changeWords)
  const columns =
    grouping.by === 'vendor'
      ? changesOf(ownOf(leader), ownOf(row)).map((change) =>
          changeWords({ ...change, path: `#${change.path}` }),
        )
      : []
  const hint =
    facts.length === 0 && columns.length > 0
      ? '; if it is the same vendor all the same, say which column tells vendors apart, such as --group "#supplier id"'
      : ''
  return `is not in one addendum with ${leader.place}, which differs: ${[...facts, ...columns].join('; ')}${hint}`
}

function ownOf({ own = [] }: BatchRow): Record<string, string> {
  return Object.fromEntries(own.map(({ name, words }) => [name, words]))
}
