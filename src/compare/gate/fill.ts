import type { Fill } from './match.ts'

/** A fill of more words says something of its own. */
const MOST_WORDS = 40
/** Words that bind: what has one is a term, and no name, day, place or amount. */
const BINDS = /\b(?:shall|must|may|will|agrees?|waives?|warrants?|notwithstanding|provided that)\b/
/** A sentence that ends and another that begins; not behind an abbreviation or an initial. */
const SENTENCES =
  /(?<!\b(?:Inc|Ltd|Co|Corp|LLC|No|Nos|Mr|Mrs|Ms|Dr|St|Bros|plc|vs|etc|\p{L}))[.;:!?][”"’)\]]*\s+["“(]*\p{L}/u

/** Whether a blank still stands as it did. */
export function isUnfilled({ blank, words }: Fill): boolean {
  const keys = (list: Fill['words']) => list.map(({ key }) => key).join(' ')
  return keys(blank) === keys(words)
}

/**
 * Why what stands in a blank is more than what a blank asks for: it runs on over a paragraph's end, or is a clause.
 *
 * @param text what stands there, as printed
 */
export function notOfABlank({ words }: Fill, text: string): string | undefined {
  if (words[0]?.block !== words.at(-1)?.block) return 'what stands in the blank is more than one paragraph'
  if (words.filter(({ text: word }) => /[\p{L}\p{N}]/u.test(word)).length > MOST_WORDS)
    return `what stands in the blank has more than ${MOST_WORDS} words`
  if (BINDS.test(text) || SENTENCES.test(text)) return 'what stands in the blank is a term of its own'
  return undefined
}
