import { plainNumber } from '../paper.ts'
import type { CoherencePassage, CoherenceRule } from '../types.ts'

const list =
  /(?:\b(?:Sections?|Articles?|Clauses?|paragraphs?|sections)\b[^;]{0,200}?\b(?:shall |will )?survive\b|following (?:sections|provisions|clauses|paragraphs)[^.;]{0,80}\bsurviv)/i

/** What a party relies on after the end, by what a clause does. */
const lasting: [RegExp, string][] = [
  [/\b(?:indemnif|indemnity|hold harmless)/i, 'an indemnity'],
  [
    /\b(?:releases? (?:you|the|each|Licensee|Customer)|will not bring a claim|covenants? not to sue)/i,
    'a release',
  ],
  [/\b(?:shall|will|must) (?:keep|hold|treat|maintain)\b[^.]{0,120}\bconfiden/i, 'a duty of confidentiality'],
  [
    /\b(?:is and will be the owner|you own|retains? (?:all )?ownership|shall own|as between [^.]{0,60}\bown)/i,
    'who owns what',
  ],
]

/** The clause on what survives lists numbers, and a clause that has to outlive the agreement is not among them. */
export const survival: CoherenceRule = (papers) =>
  papers.flatMap((paper) => {
    const lists = paper.passages.filter(({ text }) => list.test(text))
    if (lists.length === 0) return []
    const words = lists.map(({ text }) => text).join(' ')
    if (
      /by (?:its|their) (?:nature|terms?|express terms)|that says that it survives|intended to survive|should survive|reasonably (?:be )?expected|expressly or by implication/i.test(
        words,
      )
    )
      return []
    const named = new Set(
      [...words.matchAll(/\d+(?:\.\w+)*(?:\(\w+\))*/g)].map(([number]) => plainNumber(number).toLowerCase()),
    )
    return paper.passages
      .filter((passage) => passage.ours !== '' && !lists.includes(passage))
      .flatMap((passage) => {
        const what = lasting.find(([pattern]) => pattern.test(passage.ours))?.[1]
        if (what === undefined || survivesItself(passage) || isNamed(passage, named)) return []
        return [
          {
            rule: 'survival',
            paper: paper.name,
            place: passage.place,
            reason: `${what} stands here, and ${lists[0]!.place}, which lists what survives, leaves it out`,
            counsel: true,
          },
        ]
      })
  })

function survivesItself({ text }: CoherencePassage): boolean {
  return (
    /\bsurviv(?:es|e|al)\b/i.test(text) ||
    /\bafter (?:the )?(?:termination|end|expiry|expiration)\b/i.test(text)
  )
}

function isNamed({ number }: CoherencePassage, named: ReadonlySet<string>): boolean {
  const parts = plainNumber(number).toLowerCase().split('.')
  return parts.some((_, at) => named.has(parts.slice(0, at + 1).join('.')))
}
