const SMALL = new Set(
  'a an and as at by for from in into no not of on or per the to under upon with without'.split(' '),
)
const MOST_WORDS = 10

/** Whether words are set as a heading is: each word of weight with a capital, or all in capitals. */
export function looksLikeHeading(text: string): boolean {
  if (text.length > 120 || /[.;,!?]$/.test(text)) return false
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []
  if (words.length === 0 || words.length > MOST_WORDS || !/^\p{Lu}/u.test(words[0]!)) return false
  return words.every((word) => /^[\p{Lu}\p{N}]/u.test(word) || SMALL.has(word))
}

/** A heading in capitals that ends like a sentence: `TERM AND TERMINATION.` */
export function isCapitalHeading(text: string): boolean {
  return /^[\p{Lu}\p{N}][\p{Lu}\p{N}\s,&’'/-]{2,70}[.:]$/u.test(text) && text.split(' ').length <= 8
}

/**
 * The heading that a clause's first words are, run in (`Grant of Rights. You are granted …`) or alone.
 *
 * @param text the clause's words
 * @param alone whether nothing but the heading stands on the marker's line
 */
export function runInHeading(text: string, alone: boolean): string | undefined {
  const end = /^[^.:]{1,110}?(?:\.|:)(?=\s|$)/.exec(text)
  if (end) {
    const heading = end[0].slice(0, -1)
    if (end[0].endsWith('.') && looksLikeHeading(heading)) return heading
    if (end[0].endsWith(':') && looksLikeHeading(heading) && end[0].length < text.length) return heading
  }
  return alone && looksLikeHeading(text) ? text : undefined
}
