import { type Library, resolveModel } from '../../library/index.ts'
import { Problem } from '../../problem.ts'
import { licensesInUse } from '../derived/models.ts'
import type { Matter } from '../schema/index.ts'
import { withCurrentKind } from './current-kind.ts'

type Vendor = NonNullable<Matter['vendors']>[number]

/**
 * The vendors of a matter: `vendors` is the list. What an older file says under `vendor` of one of them is said of it; one
 * that is not in the list joins it, unless it buys from the client.
 */
export function vendorsOf(
  matter: Pick<Matter, 'vendors' | 'vendor' | 'role'>,
  library: Pick<Library, 'vendorKinds'>,
): Vendor[] | undefined {
  const { vendors, vendor } = withCurrentKind(matter, library)
  const { vendorKinds } = library
  if (vendor === undefined || vendorKinds.get(vendor.kind ?? '')?.traits['sells-on']) return vendors
  const same = (one: Vendor) =>
    vendor.name === undefined ? (vendors ?? []).length === 1 : one.name === vendor.name
  if (!vendors?.some(same)) return [...(vendors ?? []), vendor]
  return vendors.map((one) => (same(one) ? { ...one, ...vendor } : one))
}

/**
 * The matter for a document about one vendor: its facts are those of the list, with what an older file says of it under
 * `vendor`.
 *
 * @param name which one; left out, it is that of `vendor`, or the only one of the list
 * @throws Problem `vendor` where no vendor has that name
 * @example
 * vendorChosen(matter, 'Tidewater Software, Inc.').vendor
 */
export function vendorChosen(matter: Matter, name?: string): Matter {
  const { vendors = [], vendor } = matter
  const listed =
    name === undefined
      ? vendor === undefined
        ? vendors.length === 1
          ? vendors[0]
          : undefined
        : vendors.find((one) => vendor.name !== undefined && one.name === vendor.name)
      : vendors.find((one) => one.name === name)
  if (name !== undefined && listed === undefined && vendor?.name !== name) {
    const names = [...vendors, ...(vendor ? [vendor] : [])].flatMap((one) => one.name ?? [])
    const known = names.length === 0 ? 'the matter names none' : `there is ${[...new Set(names)].join('; ')}`
    throw new Problem('vendor', `--vendor ${name}: no vendor of the matter has that name: ${known}`)
  }
  const own = vendor !== undefined && (name === undefined || vendor.name === name) ? vendor : undefined
  // The same matter where nothing is added: what is worked out of it is worked out once.
  return listed === undefined && own === vendor ? matter : { ...matter, vendor: { ...listed, ...own } }
}

/**
 * The matter with the vendors that matter under a license: one whose models are all of other licenses in use has nothing to
 * do with this one.
 */
export function withVendors(matter: Matter, license: string, library: Library): Matter {
  const all = vendorsOf(matter, library)
  if (all === undefined) return matter
  const used = licensesInUse(matter, library)
  const vendors = all.filter(({ models = [] }) => {
    const licenses = models.map((name) => {
      const found = resolveModel(name, library)
      return found.known ? found.license : undefined
    })
    return (
      licenses.length === 0 ||
      licenses.some((one) => one === undefined || one === license || !used.includes(one))
    )
  })
  return { ...matter, vendors }
}
