const SMALL = new Set(
  'a an and as at by for from in into no not of on or per that the this to under upon with without your our its'.split(
    ' ',
  ),
)
const MOST_WORDS = 10

/** Lines set as a heading is that head nothing: a copyright, a version, a line for a signature, the name of a party and a year. */
const HEADS_NOTHING =
  /^(?:(?:portions\s+)?copyright\s*(?:©|\(c\)|\d)|©|\(c\)\s|\[[^\]]*\]$|version\s+\d[\d.]*$|(?:signature|signed|name|title|date|by|company|address|e-?mail)\s*:)/i
/** What is attached to an agreement, named at the head of its own page. */
const ATTACHED =
  /^(?:schedule|annex|exhibit|appendix|attachment|addendum)\b(?:\s+(?:\d{1,2}|[A-Z]))?(?:\s*[:.–—-]\s*\p{Lu}.*|:?)$/iu

/** Whether words may head others at all: some houses set whole clauses in the style of a heading. */
export function canHead(text: string): boolean {
  return (
    text.length <= 200 &&
    !(/[.;:,]["”’)]?$/.test(text) && text.split(' ').length > 12) &&
    !/^\[.*\]$/.test(text)
  )
}

/** Whether a line only looks like a heading: `Copyright © 2020 Acme`, `Version 1.1`, `Name: ____`. */
export function headsNothing(text: string): boolean {
  return HEADS_NOTHING.test(text)
}

/** Whether a line names what is attached: `Exhibit A`, `ADDENDUM: How to use this License`. */
export function namesAttached(text: string): boolean {
  return text.length <= 100 && ATTACHED.test(text) && !/[.;,]$/.test(text)
}

const NAMED_SO =
  /^(?:this\s+is\s+)?(?:\S+\s+){0,12}?["“‘']?(?:licen[sc]es?|agreement|terms|eula|policy|exception)["”’']?(?:\s+(?:for|of|to)\s+\S+(?:\s+\S+){0,5})?(?:,?\s*\(?(?:v\.?|version|rev\.?|edition)?\s*\d[\d.]*\)?)?(?:\s*\([^()]{1,30}\))?\s*:?$/iu

/** Whether the first line of a text names it, whatever its capitals: `alterMIME LICENSE`, `Open License v. 1.0`. */
export function isSentenceTitle(text: string): boolean {
  return (
    text.length <= 100 &&
    NAMED_SO.test(text) &&
    !/\b(?:subject to|under|distributed|licensed|shall|may|you|are|agree)\b/i.test(text)
  )
}

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
  const end =
    /^(?:[^.:]|(?<=\b\p{Lu})\.(?=\p{Lu}|\s\p{Lu}\S*\s+\p{Lu})){1,110}?(?:(?<!\.\p{Lu})\.|:)(?=\s|$)/u.exec(
      text,
    )
  if (end) {
    const heading = end[0].slice(0, -1)
    if (end[0].endsWith('.') && looksLikeHeading(heading)) return heading
    if (end[0].endsWith(':') && looksLikeHeading(heading) && end[0].length < text.length) return heading
  }
  return alone && looksLikeHeading(text) ? text : undefined
}
