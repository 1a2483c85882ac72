import type { Library } from '../../library/index.ts'
import type { Matter } from '../../matter/index.ts'
import type { AddendumForm } from './choose.ts'

/**
 * What whoever drafts an addendum is told of the choices that the matter leaves to us: the level of an older matter, and what a
 * form of Llama terms leaves out unasked.
 */
export function addendumNotices(
  { negotiation, agreement }: Matter,
  { flowDowns }: Library,
  form?: AddendumForm,
): string[] {
  const left = [...flowDowns.values()].flatMap(({ coveredBy }) => coveredBy ?? [])
  return [
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
