const SMALL = new Set(
  'a an and as at by for from in into no not of on or per that the this to under upon with without your our its'.split(
    ' ',
  ),
)
const MOST_WORDS = 10

/** Lines set as a heading is that head nothing: a copyright, a version, a line for a signature, the name of a party and a year. */
const HEADS_NOTHING =
  /^(?:(?:portions\s+)?copyright\s*(?:©|\(c\)|\d)|©|\(c\)\s|\[[^\]]*\]$|version\s+\d[\d.]*$|all rights reserved\b|end of (?:the )?(?:terms|license|licence|agreement|document)\b|(?:signature|signed|name|title|date|by|company|address|e-?mail|tel|telephone|phone|fax|web|website|www|url|attn|attention|author|contact)\b\.?\s*:)/i
/** What is attached to an agreement, named at the head of its own page. */
const ATTACHED =
  /^(?:schedule|annex|exhibit|appendix|attachment|addendum)\b(?:\s+(?:\d{1,2}|[A-Z]))?(?:\s*[:.–—-]\s*\p{Lu}.*|:?)$/iu

/** Words between the names of parties, however they are set: `BETWEEN:`, `and`. */
const BETWEEN_PARTIES = /^(?:(?:by and )?between|and|or|to|with|among)\b\s*:?$/i

/** `APPENDIX: How to apply this license to your work.` ends like a sentence and is a heading all the same. */
const ATTACHED_CALLED = /^\p{L}+(?: (?:\d{1,2}|[A-Z]))?:\s/u

/** Whether words stand before all sections: `THE PARTIES AGREE as follows:`. */
export function opensTerms(text: string): boolean {
  return text.endsWith(':') && /\b(?:agrees?|agreed|covenants?|resolved)\b[^.;]{0,60}:$/i.test(text)
}

const MADE =
  /^(?:this|the present) (?:[\p{L}-]+ ){0,4}(?:contract|agreement|deed|lease|addendum|licen[sc]e|indenture)\b[^.;]{0,80}\bis (?:made|dated|entered into|concluded)\b/iu

/**
 * Whether an agreement begins with these words: `THIS CONTRACT is made on … BETWEEN`. What stands before them, such as a
 * list of its schedules or notes for who fills it in, is none of its sections.
 *
 * @param next the words behind them
 */
export function beginsAgreement(text: string, next = ''): boolean {
  return MADE.test(text) && (/\bbetween\b/i.test(text) || BETWEEN_PARTIES.test(next))
}

/** Whether words may head others at all: some houses set whole clauses in the style of a heading. */
export function canHead(text: string): boolean {
  return (
    text.length <= 200 &&
    !(/[.;:,]["”’)]?$/.test(text) && text.split(' ').length > 12) &&
    !/^\[.*\]$/.test(text) &&
    !BETWEEN_PARTIES.test(text)
  )
}

/** Whether a line only looks like a heading: `Copyright © 2020 Acme`, `Version 1.1`, `Name: ____`. */
export function headsNothing(text: string): boolean {
  return HEADS_NOTHING.test(text) || BETWEEN_PARTIES.test(text)
}

/** Whether a line names what is attached: `Exhibit A`, `ADDENDUM: How to use this License`. */
export function namesAttached(text: string): boolean {
  return (
    text.length <= 100 &&
    !/[;,]$/.test(text) &&
    ((ATTACHED.test(text) && (!text.endsWith('.') || ATTACHED_CALLED.test(text))) ||
      (/^\p{L}+ (?:\d{1,2}|[A-Z]) /u.test(text) && headsPart(text) && looksLikeHeading(text)))
  )
}

/** Whether a line is one of an address: `Bristol, BS2 0EL`, `Level 5, 48 Quay Road`. */
export function isAddress(text: string): boolean {
  if (/\d{3}[\s.-]\d{3}/.test(text)) return true
  return (
    /,/.test(text) &&
    /\d/.test(text) &&
    !/\b(?:version|licen[cs]e|section|schedule|article)\b|\bv\d/i.test(text)
  )
}

/** Whether a heading begins a part of its own, into which no section above reaches: `Part II`, `Annex A`, `Schedule`. */
export function headsPart(text: string): boolean {
  return /^(?:part|chapter|title|book|schedule|annex|exhibit|appendix|attachment|addendum)\b/i.test(text)
}

const NAMED_SO =
  /^(?:this\s+is\s+)?(?:\S+\s+){0,12}?["“‘']?(?:licen[sc]es?|agreement|terms|eula|policy|exception)["”’']?(?:\s+(?:for|of|to)\s+\S+(?:\s+\S+){0,5})?(?:\s*\(["“][^()]{1,20}["”]\))?(?:,?\s*(?:[-–—]\s*)?\(?(?:v\.?|version|rev\.?|edition)?\s*\d[\d.]*\)?)?(?:\s*\([^()]{1,30}\))?\s*:?$/iu

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
  if (text.length > 120 || /(?:[.;,!?]|\b(?:and|or))$/i.test(text)) return false
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []
  if (words.length === 0 || words.length > MOST_WORDS || !/^\p{Lu}/u.test(words[0]!)) return false
  return words.every((word) => /^[\p{Lu}\p{N}]/u.test(word) || SMALL.has(word))
}

/** What sections of agreements are called, in any letters. */
const SUBJECT =
  /\b(?:acceptance|access|amendments?|application|arbitration|assignment|audits?|changes|charges|claims|compliance|conditions|confidential(?:ity)?|consideration|copyright|damages|data|definitions?|deliver(?:y|ables)|disclaimers?|disputes?|distribution|duration|effect|export|fees|force majeure|general|governing|grants?|indemni(?:ty|ties|fication)|infringement|insurance|intellectual|interpretation|jurisdiction|law|liability|licen[cs]es?|limitations?|maintenance|miscellaneous|modifications?|notices?|obligations?|ownership|parties|patents?|payment|personal|preamble|price|privacy|purpose|redistribution|remed(?:y|ies)|restrictions?|rights?|scope|security|services?|severability|sublicensing|support|survival|taxes|termination|terms?|trademarks?|transfer|updates|usage|use|waiver|warrant(?:y|ies))\b/i

/**
 * Whether a line on its own is worded as a heading in the letters of a sentence is: `No warranty`, `Limitation of liability`.
 * What stands around it must tell that it is one.
 */
export function isSentenceHeading(text: string): boolean {
  return (
    text.length <= 60 &&
    /^\p{Lu}[\p{L}'’-]*(?: (?:[\p{L}'’-]+|&)){0,6}:?$/u.test(text) &&
    SUBJECT.test(text) &&
    !/\b(?:be|you|we|i|it|this|that|all|by|under|and|or|the|of|for|to|with|in):?$/i.test(text) &&
    !/\b(?:is|are|was|were|has|have|shall|must|may|will|can|see|thanks?|please|signed|hereby|following)\b/i.test(
      text,
    )
  )
}

/** Whether a line on its own announces recitals: `BACKGROUND`, `Whereas:`. */
export function announcesRecitals(text: string): boolean {
  return /^(?:recitals?|background|whereas|preamble|preliminary statements?|witnesseth)\s*[:,.]?$/i.test(text)
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
