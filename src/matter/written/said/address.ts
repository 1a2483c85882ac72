import { listed, turning } from './accounted.ts'
import type { SaidReader } from './said.ts'

/** Words of sentences; small words of addresses are of any language, and cannot be listed. */
const sentence = listed(
  'we our us you your it its is are was be been being to as from by from moving move moves relocating has have had do does via mail e-mail email online web website registered-office old new or before after customer customers same please send ask contact',
)

/** A postal address: a number, or parts between commas or on lines, and no words of a sentence. */
export const address: SaidReader = (said) => {
  const mark = /[?*†‡<>[\]{}☐☒☑]/u.exec(said)
  if (mark) return `“${mark[0]}” is no part of an address: a person reads it`
  // `No. 7 Quay Street` is a number.
  const tokens = said
    .replace(/\bNo\.?\s*(?=\d)/gi, '')
    .split(/[\s,;()]+/)
    .map((token) => token.replace(/\.$/, ''))
  const taken = tokens.find(
    (token) =>
      !/^\p{Lu}/u.test(token) && (turning.has(token.toLowerCase()) || sentence.has(token.toLowerCase())),
  )
  if (taken !== undefined) return `“${taken}” is no part of an address: a person reads it`
  // A sentence may begin with a capital.
  const first = tokens[0]?.toLowerCase() ?? ''
  const placed = /\p{Lu}/u.test(said) && /\d|[,\n]/.test(said.trim())
  return placed && !turning.has(first) && !sentence.has(first)
    ? undefined
    : `“${said.trim()}” is no address: a person reads it`
}
