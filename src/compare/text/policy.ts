import { type Agreement, separateAgreements } from '../../agreement/index.ts'

/**
 * Splits a use policy off the agreement that it is attached to, as it is split off an official text, so that a file
 * of both compares with a license of both.
 *
 * @returns the agreement, unless the file is a use policy and nothing else; and the policy, where there is one
 */
export function policyApart(agreement: Agreement): { own?: Agreement; policy?: Agreement } {
  const parts = separateAgreements(agreement)
  const at = parts.findIndex(({ title }) => isPolicyTitle(title))
  const policy = parts[at]
  if (!policy) return { own: agreement }
  if (parts.length === 1) return { policy }
  // What stands behind the policy stays with the agreement, with the paths that it had.
  const from = parts.slice(0, at).reduce((sum, { children }) => sum + children.length, 0)
  const children = agreement.children.filter(
    (_, place) => place < from || place >= from + policy.children.length,
  )
  const title = at === 0 ? (parts[1]?.title ?? '') : agreement.title
  return { own: { ...agreement, title, children }, policy }
}

/** `Meta Llama 3 Acceptable Use Policy`, `Prohibited Use Policy`. */
function isPolicyTitle(title: string): boolean {
  return /\buse policy\b/i.test(title)
}
