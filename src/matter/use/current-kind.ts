import type { Library } from '../../library/index.ts'
import type { Matter } from '../schema/index.ts'

/**
 * The matter with the kind of its vendor as it is called today: where the client is the vendor, `reseller` was the one that
 * sells its product on, and is a seller that the client buys from now.
 *
 * @example
 * withCurrentKind({ matter: 'A', role: 'vendor', vendor: { kind: 'reseller' } }, library).vendor.kind // 'own-reseller'
 */
export function withCurrentKind<M extends Pick<Matter, 'role' | 'vendor'>>(
  matter: M,
  { vendorKinds }: Pick<Library, 'vendorKinds'>,
): M {
  const { role, vendor } = matter
  if (role !== 'vendor' || vendor?.kind === undefined) return matter
  const current = [...vendorKinds.values()].find(({ formerly }) => formerly === vendor.kind)
  return current === undefined ? matter : { ...matter, vendor: { ...vendor, kind: current.id } }
}
