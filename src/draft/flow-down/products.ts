import type { Matter } from '../../matter/index.ts'
import { Problem } from '../../problem.ts'

/** A product of an addendum that covers several. */
export interface AddendumProduct {
  /** `Tidewater Claims`. */
  name: string
  /** By which its schedule is referred to: the same while the product has its name. */
  id: string
  /** Its models as they are named; left out, those of the matter count. */
  models?: string[]
}

/**
 * The products of a vendor that one addendum covers, by their names: a table and the register have them in orders of their own, and
 * the numbers of schedules are those of the paper that was signed.
 *
 * @returns none where it covers one, as most do
 * @throws Problem where two have one name
 * @example
 * productsOf(matter).map(({ name }) => name) // ['Tidewater Claims', 'Tidewater Letters']
 */
export function productsOf(matter: Matter): AddendumProduct[] {
  const products = matter.vendor?.products ?? []
  if (products.length === 0) return []
  if (products.length === 1)
    throw new Problem(
      'products',
      'vendor.products names one product: write vendor.product and vendor.models',
      {
        fact: 'vendor.products',
      },
    )
  const taken = new Map<string, string>()
  const found = products.map(({ product, models }, at): AddendumProduct => {
    const fact = `vendor.products[${at}].product`
    if (product === undefined)
      throw new Problem('products', `needs the fact ${fact}: an addendum for several products names each`, {
        fact,
      })
    const id = `product-${words(product) || at + 1}`
    const before = taken.get(id)
    if (before !== undefined)
      throw new Problem('products', `${fact}: ${product} is named twice (${before}): leave one of the two`, {
        fact,
      })
    taken.set(id, product)
    return { name: product, id, ...(models && { models }) }
  })
  return productsByName(found, ({ name }) => name)
}

/** Products in the order in which an addendum has them. */
export function productsByName<Product>(
  products: readonly Product[],
  nameOf: (product: Product) => string,
): Product[] {
  return products
    .map((product) => ({ product, key: words(nameOf(product)) }))
    .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
    .map(({ product }) => product)
}

/** Letters and digits alone; those of other scripts by their numbers. */
function words(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .replace(/[^a-z0-9-]/g, (letter) => letter.codePointAt(0)!.toString(16))
}
