import type { VendorKinds } from './vendor-kinds.ts'

type Condition = Record<string, unknown>

/** `{ $trait: hosts }` in a condition on a kind of vendor; a list asks for any of its traits. */
const operator = '$trait'

/**
 * A condition with the traits that it asks for put into kinds: `{ $trait: hosts }` becomes `{ $in: [managed-api, saas] }`,
 * so that whoever adds a kind says once which traits it has, and no condition names it.
 *
 * @param unknown told of each trait that there is none of, with the keys that lead to it
 * @param named told of each kind that the condition names itself, with the keys that lead to it
 */
export function withTraits(
  condition: Condition,
  { vendorKinds, vendorTraits }: VendorKinds,
  unknown: (trait: string, at: PropertyKey[]) => void = () => {},
  named: (kind: string, at: PropertyKey[]) => void = () => {},
): Condition {
  const having = (wanted: string[]) =>
    [...vendorKinds.values()].filter(({ traits }) => wanted.some((one) => traits[one])).map(({ id }) => id)

  const replace = (value: unknown, at: PropertyKey[]): unknown => {
    if (Array.isArray(value)) return value.map((item, index) => replace(item, [...at, index]))
    if (typeof value === 'string' && vendorKinds.has(value) && at.some(isKind)) named(value, at)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => {
        if (key !== operator) return [key, replace(item, [...at, key])]
        const wanted = [item].flat().map(String)
        for (const trait of wanted) if (!vendorTraits.has(trait)) unknown(trait, [...at, key])
        return ['$in', having(wanted)]
      }),
    )
  }
  return replace(condition, []) as Condition
}

/** `matter.vendor.kind`, and `kind` within the items of `matter.vendors`. */
function isKind(key: PropertyKey): boolean {
  return /(?:^|\.)kind$/.test(String(key))
}
