import { vendorTitle } from './record.ts'
import { type KeptVendor, type Status, statuses } from './types.ts'

/** Which vendors a list shows, and in which order. */
export interface VendorFilter {
  /** Words, each of which is in its id, name, product, owner, category, models or ids. */
  find?: string
  status?: readonly Status[]
  owner?: string
  category?: string
  /** A model or license that one of its models begins with: `Llama 3.2`. */
  model?: string
  sort?: VendorOrder
}

/** By what a list is sorted. */
export const vendorOrders = ['name', 'status', 'owner', 'category', 'ends', 'renews', 'signed'] as const
export type VendorOrder = (typeof vendorOrders)[number]

/** The vendors that a filter lets through, in its order; what has no value comes last. */
export function findVendors(
  vendors: readonly KeptVendor[],
  { find = '', status, owner, category, model, sort = 'name' }: VendorFilter,
): KeptVendor[] {
  const words = plain(find).split(' ').filter(Boolean)
  const same = (one: string | undefined, other: string | undefined) =>
    other === undefined || plain(one ?? '') === plain(other)
  const key = keyOf[sort]
  return vendors
    .filter(({ id, record }) => {
      if (status && !status.includes(record.status)) return false
      if (!same(record.owner, owner) || !same(record.category, category)) return false
      const models = record.vendor.models ?? []
      if (model !== undefined && !models.some((one) => plain(one).startsWith(plain(model)))) return false
      const all = plain(
        [
          id,
          record.vendor.name,
          record.vendor.product,
          record.owner,
          record.category,
          ...models,
          ...Object.values(record.ids),
        ].join(' '),
      )
      return words.every((word) => all.includes(word))
    })
    .map((vendor) => ({ vendor, key: key(vendor), title: plain(vendorTitle(vendor.record)) }))
    .sort(
      (one, other) =>
        Number(one.key === '') - Number(other.key === '') ||
        compare(one.key, other.key) ||
        compare(one.title, other.title) ||
        compare(one.vendor.id, other.vendor.id),
    )
    .map(({ vendor }) => vendor)
}

const keyOf: Record<VendorOrder, (vendor: KeptVendor) => string> = {
  name: ({ record }) => plain(vendorTitle(record)),
  status: ({ record }) => String(statuses.indexOf(record.status)),
  owner: ({ record }) => plain(record.owner ?? ''),
  category: ({ record }) => plain(record.category ?? ''),
  ends: ({ record }) => record.term?.ends ?? '',
  renews: ({ record }) => record.term?.renews ?? '',
  signed: ({ record }) => record.dates.signed ?? '',
}

/** By their letters, the same in every language. */
export function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function plain(words: string): string {
  return words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .trim()
}

/** What is the same of two records of one vendor and product, whatever their points, capitals and accents. */
export function vendorKey({ name = '', product = '' }: { name?: string; product?: string }): string {
  const word = (words: string) => plain(words.replaceAll('.', ''))
  return `${word(name)}\n${word(product)}`
}
