import { longDate, sentenceCase } from '../../in-words.ts'
import { moment } from '../../moment.ts'
import {
  byMonth,
  changeWords,
  dutyWho,
  findVendors,
  type KeptVendor,
  type Obligations,
  statuses,
  statusWords,
  termWords,
  type VendorColumn,
  type VendorFilter,
  type VendorRecord,
  type VendorVersion,
  vendorColumns,
  vendorOrders,
  vendorTitle,
} from '../../register/index.ts'
import type { ReadTable } from '../vendor-tables.ts'

/** So many vendors are on a page. */
const ofPage = 100

/** What `vendors.hbs` shows: the vendors that a filter lets through, a page of them, and what the filter may be. */
export function vendorsView(
  all: readonly KeptVendor[],
  filter: VendorFilter,
  { page, query, columns = usualColumns }: { page: number; query: string; columns?: readonly VendorColumn[] },
) {
  const found = findVendors(all, filter)
  const pages = Math.max(1, Math.ceil(found.length / ofPage))
  const at = Math.min(Math.max(1, page), pages)
  const [wanted] = filter.status ?? []
  const to = (number: number) =>
    `/vendors?${new URLSearchParams([...new URLSearchParams(query), ['page', String(number)]])}`
  return {
    filter,
    query,
    filtered: query !== '',
    total: all.length,
    count: found.length,
    counts: statuses.flatMap((status) => {
      const count = all.filter(({ record }) => record.status === status).length
      return count === 0 ? [] : [{ status, name: statusWords(status), count, here: status === wanted }]
    }),
    statuses: statuses.map((id) => ({ id, name: sentenceCase(statusWords(id)), chosen: id === wanted })),
    owners: namesOf(all, ({ record }) => record.owner, filter.owner),
    categories: namesOf(all, ({ record }) => record.category, filter.category),
    orders: vendorOrders.map((id) => ({ id, name: orderNames[id], chosen: id === (filter.sort ?? 'name') })),
    rows: found.slice((at - 1) * ofPage, at * ofPage).map(({ id, record }) => ({
      id,
      address: addressOf(id),
      name: record.vendor.name ?? id,
      product: record.vendor.product,
      cells: columns.map((column) => ({ words: shownOf[column](record), spare: spare.has(column) })),
    })),
    heads: columns.map((column) => ({ name: columnNames[column], spare: spare.has(column) })),
    columns: vendorColumns.map((id) => ({ id, name: columnNames[id], chosen: columns.includes(id) })),
    page: at,
    pages,
    before: at > 1 ? to(at - 1) : undefined,
    after: at < pages ? to(at + 1) : undefined,
  }
}

const columnNames: Record<VendorColumn, string> = {
  product: 'Product',
  models: 'Models',
  category: 'Category',
  status: 'Status',
  signed: 'Signed',
  term: 'Term',
  owner: 'Owner',
}

const usualColumns = vendorColumns.filter((column) => column !== 'category')

/** Columns for which a narrow screen has no room. */
const spare: ReadonlySet<VendorColumn> = new Set(['models', 'category', 'signed', 'owner'])

const shownOf: Record<VendorColumn, (record: VendorRecord) => string | undefined> = {
  product: ({ vendor }) => vendor.product,
  models: ({ vendor }) => (vendor.models ?? []).join(', '),
  category: ({ category }) => category,
  status: ({ status }) => statusWords(status),
  signed: ({ dates }) => dates.signed,
  term: ({ term }) => termWords(term),
  owner: ({ owner }) => owner,
}

const orderNames = {
  name: 'Name',
  status: 'Status',
  owner: 'Owner',
  category: 'Category',
  ends: 'End of the contract',
  renews: 'Renewal',
  signed: 'Day of signature',
}

function namesOf(
  all: readonly KeptVendor[],
  nameOf: (vendor: KeptVendor) => string | undefined,
  chosen: string | undefined,
) {
  const names = [...new Set(all.flatMap((one) => nameOf(one) ?? []))].sort()
  return names.map((name) => ({ name, chosen: name === chosen }))
}

/** What `vendor.hbs` shows: what is kept of a vendor, what is due, and who changed what. */
export function vendorView(
  { id, base, record }: KeptVendor,
  history: readonly VendorVersion[],
  due: Obligations,
  titles: ReadonlyMap<string, { title: string }>,
) {
  const { vendor, status, dates, term, levels, figures, files, ids } = record
  return {
    title: vendorTitle(record),
    address: addressOf(id),
    id,
    base,
    record,
    statuses: statuses.map((one) => ({
      id: one,
      name: sentenceCase(statusWords(one)),
      chosen: one === status,
    })),
    term: term ?? {},
    dates: Object.entries(dates).map(([one, day]) => ({ name: sentenceCase(statusWords(one)), day })),
    ids: Object.entries(ids).map(([name, value]) => ({ name, value })),
    models: vendor.models ?? [],
    levels: Object.entries(levels).map(([flowDown, level]) => ({
      name: titles.get(flowDown)?.title ?? flowDown,
      level: statusWords(level),
    })),
    figures: Object.entries(figures).map(([name, value]) => ({ name, value })),
    files,
    due: dueView(due),
    history: history.map(({ at, by, changes }, index) => ({
      at: moment(at),
      by,
      what:
        index === history.length - 1
          ? 'Added'
          : changes.length === 0
            ? 'Nothing changed'
            : changes.map(changeWords).join('; '),
    })),
  }
}

/** What is due, month by month, and what an event makes due. */
export function dueView({ dated, standing, undated, licenses }: Obligations) {
  const linked = <One extends { vendor?: string }>(one: One) => ({
    ...one,
    ...(one.vendor !== undefined && { address: addressOf(one.vendor) }),
  })
  return {
    months: [...byMonth(dated)].map(([month, rows]) => ({
      name: longDate(month),
      rows: rows.map((one) => ({ ...linked(one), until: one.lasts })),
    })),
    standing: standing.map(linked),
    undated: undated.map(linked),
    none: dated.length === 0,
    licenses: licenses?.duties.map((one) => ({ ...linked(one), who: dutyWho[one.by] })),
    unlicensed: licenses?.notKnown.map(linked),
  }
}

/** What `vendor-table.hbs` shows: what a table would change, row by row, and what is wrong with it. */
export function tableView({ file, rows, unread }: ReadTable) {
  const count = (state: string) => rows.filter((row) => row.state === state).length
  return {
    title: file,
    unread,
    total: rows.length,
    added: count('new'),
    changed: count('changed'),
    same: count('unchanged'),
    remarks: rows.flatMap(({ place, remarks }) => remarks.map((remark) => ({ place, remark }))),
    failed: rows.filter(({ state }) => state === 'failed'),
    fresh: rows.filter(({ state }) => state === 'new').map(({ record }) => vendorTitle(record!)),
    changes: rows
      .filter(({ state }) => state === 'changed')
      .map(({ record, changes }) => ({
        vendor: vendorTitle(record!),
        what: changes.map(changeWords).join('; '),
      })),
    keeps: count('new') + count('changed'),
  }
}

/** Where the page of a vendor is. */
export function addressOf(id: string): string {
  return `/vendors/${encodeURIComponent(id)}`
}
