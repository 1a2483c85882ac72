import { join } from 'node:path'
import { distance } from 'fastest-levenshtein'
import type { License, LicenseText } from '../library/types.ts'
import { Problem } from '../problem.ts'
import type { TextName } from './types.ts'

/** `llama-2` for the agreement, `llama-2/use-policy` for the policy. */
export function textId(license: License, text: LicenseText): string {
  return text.kind === 'agreement' ? license.id : `${license.id}/${text.kind}`
}

/** Every pinned text, in the order of the licenses. */
export function pinnedTexts(licenses: ReadonlyMap<string, License>): TextName[] {
  return [...licenses.values()].flatMap((license) =>
    license.texts.map((text) => ({ id: textId(license, text), license, text })),
  )
}

/**
 * What a text's id names, or undefined where it is the id of no license, so that it may be a file.
 *
 * @throws Problem where the license is known but has no such text
 */
export function findText(id: string, licenses: ReadonlyMap<string, License>): TextName | undefined {
  const [, licenseId = '', kind = 'agreement', variant] =
    /^([^/@]+)(?:\/([^/@]+))?(?:@([\w-]+))?$/.exec(id.trim().toLowerCase()) ?? []
  const license = licenses.get(licenseId)
  if (!license) return undefined
  const text = license.texts.find((one) => one.kind === kind)
  if (!text) {
    const known = license.texts.map(({ kind: one }) => `${license.id}/${one}`).join(' and ')
    throw new Problem('unknown-text', `${license.id} has no ${kind}; its texts are ${known}`)
  }
  const name = { id: textId(license, text), license, text }
  if (variant === undefined) return name
  const attached = license.texts.some((one) => one.attached?.kind === kind)
  if (!/^local-[1-9]\d*$/.test(variant) && !(variant === 'agreement' && attached)) {
    throw new Problem(
      'unknown-text',
      `${name.id} has no copy named ${variant}: accepted changes are named local-1, local-2 …`,
    )
  }
  return { ...name, id: `${name.id}@${variant}`, variant }
}

/**
 * What a text's id names.
 *
 * @throws Problem with the nearest id where there is no such license
 */
export function nameText(id: string, licenses: ReadonlyMap<string, License>): TextName {
  const name = findText(id, licenses)
  if (name) return name
  const near = pinnedTexts(licenses)
    .map((one) => ({ id: one.id, far: distance(one.id, id.toLowerCase()) }))
    .sort((a, b) => a.far - b.far)[0]
  const hint =
    near && near.far <= 3 ? `did you mean ${near.id}?` : `the licenses are ${[...licenses.keys()].join(', ')}`
  throw new Problem('unknown-license', `${id} is no license of the library: ${hint}`)
}

/** The file of a text in the store: `llama-2/license.txt`, `llama-2/use-policy@local-1.md`. */
export function fileOf(folder: string, { license, text, variant }: TextName): string {
  const suffix = variant?.startsWith('local-') ? `@${variant}` : ''
  const inAgreement = text.kind === 'agreement' || variant === 'agreement'
  return join(folder, license.id, inAgreement ? `license${suffix}.txt` : `use-policy${suffix}.md`)
}
