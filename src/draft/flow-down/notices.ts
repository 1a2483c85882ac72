import type { Library } from '../../library/index.ts'
import type { Matter } from '../../matter/index.ts'
import type { AddendumForm } from './choose.ts'

/**
 * What whoever drafts an addendum is told of the choices that the matter leaves to us: the level of an older matter, and what a
 * form of Llama terms leaves out unasked.
 */
export function addendumNotices(
  { negotiation, agreement, vendor }: Matter,
  { flowDowns }: Library,
  form?: AddendumForm,
): string[] {
  const products = vendor?.products?.length ?? 0
  const left = [...flowDowns.values()].flatMap(({ coveredBy }) => coveredBy ?? [])
  return [
    ...(products > 1
      ? [
          `one addendum for ${products} products: each clause goes for each of them, and limits of liability that it states are counted for each by itself; those of the master agreement and the sums of insurance are not multiplied`,
        ]
      : []),
    ...(negotiation?.relation === undefined
      ? [
          `negotiation.relation is not given: the clauses keep the level that negotiation.appetite gives, ${negotiation?.appetite === 'high' ? 'fallback' : 'preferred'}; say ours, balanced or theirs (unknown counts as balanced, which is fallback)`,
        ]
      : []),
    ...(form === 'terms' && agreement?.covers === undefined
      ? [
          `agreement.covers is not given: this form leaves out ${[...new Set(left)].map((one) => one.replaceAll('-', ' ')).join(', ')}; say which of them the master agreement has`,
        ]
      : []),
  ]
}

/**
 * What is told of a kind of vendor whose name had another meaning: that an older matter is read by it, or that a matter which
 * does not say who the client is may mean it.
 *
 * @param written the kind as the matter has it
 */
export function kindNotices({ role, vendor }: Matter, { vendorKinds }: Library, written?: string): string[] {
  const kind = vendor?.kind
  if (written !== undefined && kind !== undefined && written !== kind)
    return [
      `vendor.kind ${written} is read as ${kind}, since the client is the vendor (role: vendor): write ${kind}; ${written} is one that the client buys from`,
    ]
  const renamed = [...vendorKinds.values()].find(({ formerly }) => formerly === kind)
  if (kind === undefined || renamed === undefined || role === 'customer') return []
  return [
    `vendor.kind ${kind} is read as one that the client buys from, since the matter does not say that the client is the vendor: write role: customer, or role: vendor and ${renamed.id} if it sells the client’s product on`,
  ]
}
