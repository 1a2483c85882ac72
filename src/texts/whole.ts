import { type GivenText, type OpenGivenOptions, openGiven } from './given.ts'
import { findText, nameText } from './name.ts'
import type { TextStore } from './types.ts'

/** A text that a person named, with the use policy of a license that is named as a whole. */
export interface WholeText extends GivenText {
  policy?: GivenText
  /** The copy of the policy that is published behind the agreement. */
  attachedPolicy?: GivenText
}

/**
 * Opens what a person names to compare: `llama-2` is a license, its agreement and its use policy; `llama-2/agreement`,
 * `llama-2/use-policy` and a file are what they say.
 *
 * @throws Problem where a name is neither, or a file cannot be read
 */
export async function openWhole(
  store: TextStore,
  names: readonly string[],
  options: OpenGivenOptions,
): Promise<WholeText[]> {
  const parts = names.map((name) => [name, ...besidesOf(name, store.licenses)])
  const opened = await openGiven(store, parts.flat(), options)
  let at = 0
  return parts.map(([name = '', ...besides]): WholeText => {
    const own = opened[at]!
    const [policy, attachedPolicy] = besides.map((_, place) => opened[at + 1 + place])
    at += 1 + besides.length
    const id = own.known && isAgreementAlone(name) ? `${own.id}/agreement` : own.id
    return { ...own, id, ...(policy && { policy }), ...(attachedPolicy && { attachedPolicy }) }
  })
}

/**
 * The id of what is named to be compared, as the library writes it: `llama-2`, `llama-2/agreement`.
 *
 * @throws Problem with the nearest id where there is no such text
 */
export function nameWhole(name: string, licenses: TextStore['licenses']): string {
  const { id } = nameText(name, licenses)
  return isAgreementAlone(name) ? `${id}/agreement` : id
}

/** The ids of the texts that a name stands for. */
export function textsOfWhole(name: string, licenses: TextStore['licenses']): string[] {
  return [nameText(name, licenses).id, ...besidesOf(name, licenses)]
}

/** `llama-2/agreement`: the agreement without its use policy. */
function isAgreementAlone(name: string): boolean {
  return /^[^/@]+\/agreement$/i.test(name.trim())
}

/** The other texts of a license that is named without one of its texts. */
function besidesOf(name: string, licenses: TextStore['licenses']): string[] {
  const found = /[/@]/.test(name) ? undefined : findText(name, licenses)
  const kinds = found?.license.texts.filter(({ kind }) => kind === 'use-policy') ?? []
  if (!found || kinds.length === 0) return []
  const policy = `${found.license.id}/use-policy`
  return [policy, ...(found.text.attached?.kind === 'use-policy' ? [`${policy}@agreement`] : [])]
}
