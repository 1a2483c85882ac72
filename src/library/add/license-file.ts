import { stringify } from 'yaml'
import type { License } from '../types.ts'

/** `license.yaml` of a new license, with what a person has to fill in marked. */
export function licenseFileOf({ releasedAs, texts, ...license }: License): string {
  const { id, title, name, version, released, parties, extends: parent, slots } = license
  const yaml = stringify({
    id,
    title,
    name,
    version,
    ...(released && { released, released_as: releasedAs }),
    parties,
    ...(parent && { extends: parent }),
    slots,
    texts: texts.map(({ kind, title: textTitle, pin }) => ({ kind, title: textTitle, pin })),
  })
  return yaml
    .replaceAll(
      /^( +)repository: TODO\/TODO$/gm,
      '$1repository: TODO/TODO # TODO: owner/name of the public repository',
    )
    .replaceAll(
      /^( +)commit: "?0{40}"?$/gm,
      `$1commit: "${'0'.repeat(40)}" # TODO: the commit that was checked`,
    )
    .replaceAll(/^( +)path: TODO$/gm, '$1path: TODO # TODO: path of the file there')
}
