import { productsByName } from '../draft/index.ts'
import { listed } from '../in-words.ts'
import { vendorKey } from './find.ts'
import type { KeptVendor, VendorFile, VendorRecord } from './types.ts'

/** What a file may be said to be that is no addendum which was signed. */
const noAddendum = new Set(['vendor-amendment', 'vendor-questionnaire'])

/**
 * The products of vendors that were signed in one file, each list in the order of the register: an addendum for several products is
 * one contract. One that stands alone is a list of one.
 *
 * @example
 * signedTogether(vendors).map((some) => some.map(({ id }) => id)) // [['tidewater-claims', 'tidewater-letters'], ['gamma']]
 */
export function signedTogether(vendors: readonly KeptVendor[]): KeptVendor[][] {
  const lists: KeptVendor[][] = []
  /** Lists of one vendor and day, which are few. */
  const near = new Map<string, KeptVendor[][]>()
  for (const vendor of vendors) {
    const { status, vendor: facts, dates } = vendor.record
    const signed = status === 'signed' || status === 'ended'
    const key = `${vendorKey({ name: facts.name ?? '' })}\n${dates.signed ?? ''}`
    const known = near.get(key) ?? []
    const list = signed
      ? known.find((some) => some.some(({ record }) => isOneContract(record, vendor.record)))
      : undefined
    if (list) {
      list.push(vendor)
      continue
    }
    const alone = [vendor]
    lists.push(alone)
    if (signed) near.set(key, [...known, alone])
  }
  return lists
}

/** Whether the addendum of one is a file of the other too: a master agreement that both keep is none. */
function isOneContract(one: VendorRecord, other: VendorRecord): boolean {
  const [first, second] = [addendumOf(one), addendumOf(other)]
  const has = ({ files }: VendorRecord, file: VendorFile | undefined) =>
    file !== undefined && files.some(({ sha256, is = '' }) => sha256 === file.sha256 && !noAddendum.has(is))
  return has(other, first) || has(one, second)
}

/** The addendum that was signed: what is said to be it, or else the last file that is not said to be anything. */
function addendumOf({ files }: VendorRecord): VendorFile | undefined {
  for (const is of ['signed', 'vendor-addendum', undefined]) {
    const some = files.filter((file) => file.is === is)
    const last = some.reduce<VendorFile | undefined>(
      (latest, file) => (latest && (latest.on ?? '') > (file.on ?? '') ? latest : file),
      undefined,
    )
    if (last) return last
  }
  return undefined
}

/** A vendor as one contract has it, with the products of which it is. */
export interface Contract {
  vendor: KeptVendor
  of: readonly KeptVendor[]
  /** Why it is told by itself, though it was signed with others. */
  apart?: string
}

/**
 * Vendors as what is due under their contracts is told of them: products that were signed in one file are one, with the names of
 * all, unless what is kept of them differs.
 */
export function byContract(vendors: readonly KeptVendor[]): Contract[] {
  return signedTogether(vendors).flatMap((some): Contract[] => {
    const [first, ...others] = some as [KeptVendor, ...KeptVendor[]]
    if (others.length === 0) return [{ vendor: first, of: some }]
    if (others.some(({ record }) => termsOf(record) !== termsOf(first.record)))
      return some.map((vendor) => ({
        vendor,
        of: [vendor],
        apart: `Signed in one file with ${listed(some.filter(({ id }) => id !== vendor.id).map(({ id }) => id))}, of which something else is kept: each is told by itself`,
      }))
    return [{ vendor: { ...first, record: joined(some) }, of: some }]
  })
}

/** What must be the same of all for what is due to be told once. */
function termsOf({ vendor, status, dates, term, levels, figures }: VendorRecord): string {
  const sorted = (group: object) => Object.entries(group).sort(([one], [other]) => (one < other ? -1 : 1))
  const { signed, ended } = dates
  return JSON.stringify([
    vendor.kind,
    status,
    signed,
    ended,
    sorted(term ?? {}),
    sorted(levels),
    sorted(figures),
  ])
}

function joined(some: readonly KeptVendor[]): VendorRecord {
  const [first] = some
  const records = some.map(({ record }) => record)
  const owners = [...new Set(records.flatMap(({ owner }) => owner ?? []))]
  return {
    ...first!.record,
    ...(owners.length > 0 && { owner: listed(owners) }),
    vendor: { ...first!.record.vendor, ...productsIn(records) },
  }
}

/** The products of several records, as the facts of one vendor have them. */
export function productsIn(records: readonly Pick<VendorRecord, 'vendor'>[]): {
  product: string
  models: string[]
  products: { product: string; models: string[] }[]
} {
  const products = productsByName(
    records.map(({ vendor: { product = '', models = [] } }) => ({ product, models })),
    ({ product }) => product,
  )
  return {
    product: listed(products.map(({ product }) => product)),
    models: [...new Set(products.flatMap(({ models }) => models))],
    products,
  }
}
