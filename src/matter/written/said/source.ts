import { leftOver, listed, unaccountedIn, WEB } from './accounted.ts'
import type { SaidReader } from './said.ts'

const words = listed(`
  the a an of on in at from and with by via through directly download downloaded obtained received taken licensed official site website
  page repository repo hub account organization organisation published weights model models file files copy copies each all checked
  check verified verify compared against digest digests checksum checksums hash hashes signature signatures signed sha sha256 sha-256
  md5 its their publisher our cloud provider hosted managed service form request link after before use loading load release card`)

/** From whom weights are, and how they were checked: somebody or an address is named. */
export const source: SaidReader = (said) => {
  const left = unaccountedIn(said, { words, signs: [WEB] })
  if (left !== undefined) return leftOver(left)
  const named = said
    .replace(/^\p{L}+/u, (first) => (words.has(first.toLowerCase()) ? '' : first))
    .replace(/SHA|MD5/g, '')
  return /\p{Lu}/u.test(named) || new RegExp(WEB.source, 'i').test(said)
    ? undefined
    : `“${said.trim()}” names no source: a person reads it`
}
