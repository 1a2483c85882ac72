import { turning } from './accounted.ts'
import { endsAsCompany } from './legal-form.ts'
import type { SaidReader } from './said.ts'

/** Small words within names, of several languages. */
const within =
  /^(?:of|and|the|for|in|on|by|at|a|an|de|la|le|les|du|des|del|della|di|da|do|dos|von|van|der|den|und|et|y|e|i|og|och|ja|to|with|as)$/

/** Where an answer points, and what it begins with then. */
const POINTS =
  /^(?:see|refer|per|cf\.?|as|ask|consult|please)\b.*\b(?:annex|appendix|attach\w*|exhibit|schedule|above|below|order form|forms?|website|web site|contract|agreement|before|agreed|discussed|usual|page|register|legal|us|me)\b/i

/** Words that answer a question of any kind, and name nothing. */
const SAYS_NOTHING =
  /^(?:(?:the |our |this |that )?(?:vendor|company|parent(?: company)?|product|service|affiliates?|name|customer|client|website)|us|we|me|ourselves|idea|comment|answer|information|confidential|to (?:be|follow)\b.*|no (?:idea|comment|answer|information|name|product)|not (?:applicable|known|sure|available|disclosed|named|yet\b.*))[.!]?$/i

/**
 * A name as its bearer writes it: whatever its words are with a legal form at its end; else words with capitals and the
 * small words within names.
 */
export const name: SaidReader = (written) => {
  const words = written.trim()
  const mark = /[?*†‡<>[\]{}\n\r☐☒☑]/u.exec(words)
  if (mark) return `“${words}” is no plain name: a person reads it`
  const tokens = words.split(/[\s,]+/).filter((token) => token !== '')
  const small = tokens.map((token) => token.toLowerCase().replace(/^[("“]+|[.)!"”]+$/g, ''))
  const company = endsAsCompany(words)
  // A capital or a digit makes a name of any word, in a name.
  const taken = tokens.find(
    (token, at) =>
      !/[\p{Lu}\p{Lo}\d]/u.test(token) &&
      !/^[&+|/–—-]$/.test(token) &&
      (turning.has(small[at]!) ||
        (company ? /^(?:or|to|we|our)$/.test(small[at]!) : !within.test(small[at]!))),
  )
  if (taken !== undefined) return `“${taken}” is no part of a name: a person reads it`
  if (company) return undefined
  const nothing = small.every((word) => turning.has(word) || within.test(word)) || SAYS_NOTHING.test(words)
  return nothing || POINTS.test(words) ? `“${words}” answers nothing: a person reads it` : undefined
}
