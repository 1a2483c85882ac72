import { meaningsOf, termsOf } from '../definitions.ts'
import { ofPassage } from '../reading/of-passage.ts'
import type { CoherenceRule } from '../types.ts'

/** Terms whose meaning a contract gives, so that the same word in small letters beside them is a slip. */
const contractual =
  /^(?:affiliate|subsidiary|confidential information|effective date|business day|end user|authorized user|personal data|customer data|deliverable|work product|service level|trade secret information|model weights|monthly active user)s?$/i

/** A defined term in small letters in words of ours: `affiliates` beside “Affiliate”. */
export const lowerCase: CoherenceRule = (papers) => {
  const meanings = papers
    .flatMap(meaningsOf)
    .filter(({ term }) => contractual.test(term) && /^\p{Lu}/u.test(term))
  const small = new Set(
    papers.flatMap((paper) => [...termsOf(paper)].filter((term) => /^\p{Ll}/u.test(term)).map(stem)),
  )
  return meanings.flatMap((meaning) => {
    if (small.has(stem(meaning.term))) return []
    const word = stem(meaning.term).replace(/y$/, '(?:y|ies)')
    const pattern = new RegExp(`(?<![\\p{L}“‘-])${word}s?(?![\\p{L}-])`, 'u')
    return papers.flatMap(({ name, passages }) =>
      passages.flatMap((passage) => {
        const found = pattern.exec(unquoted(passage))
        return found
          ? [
              {
                rule: 'lower-case-term',
                paper: name,
                place: passage.place,
                reason: `“${found[0]}” stands beside “${meaning.term}”, which ${meaning.place} of ${meaning.paper} defines: whether it is the same is open`,
                counsel: false,
              },
            ]
          : []
      }),
    )
  })
}

/** Without what is quoted, and without what is said to be meant as another paper means it. */
const unquoted = ofPassage(({ ours }) =>
  ours
    .replace(/[“‘][^“”‘’]{0,400}[”’]/g, '')
    .split(/(?<=[.;])\s/)
    .filter((part) => !/\b(?:within|in) the (?:meaning|sense) of\b/i.test(part))
    .join(' '),
)

function stem(term: string): string {
  return term.toLowerCase().replace(/ies$/, 'y').replace(/s$/, '')
}
