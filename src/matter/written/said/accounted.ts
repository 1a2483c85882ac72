/** What the words of an answer are held against. */
export interface Vocabulary {
  /** Words, in small letters, that the question allows. */
  words: ReadonlySet<string>
  /** What is read as one: addresses, sums, days. */
  signs?: readonly RegExp[]
  /** Whether words with a capital or a digit are names of things. */
  names?: boolean
}

/** A list of words as a set: `listed('the a of')`. */
export function listed(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/))
}

/**
 * Words that take back, put off, limit or point elsewhere. English has few of them, so that a capital makes no name of
 * one; in small letters they are no more accounted for than any other word.
 */
export const turning = listed(`
  not no non none never nothing nobody nowhere neither nor without cannot except excepting exception exceptions exempt excluding
  exclude excludes excluded exclusion exclusions but unless until till only if when once where wherever whenever while whereas
  although though however otherwise instead soon later yet still already formerly former previously currently presently now then
  future next planned plan planning plans pending progress ongoing expired expiring expires lapsed withdrawn suspended terminated
  cancelled canceled revoked applied applying subject partly partially mostly mainly some several various many most any all other
  others another elsewhere anywhere everywhere worldwide global globally international maybe perhaps possibly probably might could
  would should will shall can depends usually typically generally sometimes often approximately roughly unknown unclear confirm
  confirmed tbd tba tbc see refer same ditto above below attached annex appendix exhibit schedule yes yep nope ok sure true false
  applicable n/a na self-insured uninsured insured proposed draft expected intended possible potential temporary limited-to
`)

/**
 * The first word of an answer that the question gives no room for.
 *
 * @returns undefined where every word is accounted for
 */
export function unaccountedIn(
  words: string,
  { words: allowed, signs = [], names = true }: Vocabulary,
): string | undefined {
  const rest = signs.reduce((left, sign) => left.replace(sign, ' '), words)
  const mark = /[^\p{L}\p{M}\p{N}\s.,;:()/&+#@'’‘"“”–—-]/u.exec(rest)
  if (mark) return mark[0]
  for (const token of rest.split(/[\s,;:()/&+"“”–—]+/u)) {
    const word = token.replace(/^[.'’‘-]+|[.'’‘-]+$/g, '')
    const small = word.toLowerCase()
    if (word === '' || allowed.has(small)) continue
    const isName = names && /[\p{Lu}\d]/u.test(word) && !turning.has(small)
    if (!isName) return word
  }
  return undefined
}

/** The reason of an answer with a word too many. */
export function leftOver(word: string): string {
  return `“${word}” is no word that the question gives room for: a person reads it`
}

/** `See https://…`, `pike@pike.example`, telephone numbers. */
export const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g
export const TELEPHONE = /(?<![\w.])\+?\d[\d ()/.-]{5,}\d(?![\w.]*[\p{L}])/gu
export const WEB = /(?:https?:\/\/)?(?:[a-z\d-]+\.)+[a-z]{2,}(?:\/[\w./#?=&%~+-]*)?/gi
