import { plainNumber } from '../paper.ts'
import type { CoherencePassage, CoherenceRule } from '../types.ts'
import { sentencesOf } from '../words.ts'

const list =
  /(?:\b(?:Sections?|Articles?|Clauses?|paragraphs?|sections)\b[^;]{0,200}?\b(?:shall |will )?survive\b|following (?:sections|provisions|clauses|paragraphs)[^.;]{0,80}\bsurviv)/i

/** What a party relies on after the end, by what a clause does. */
const lasting: [RegExp, string][] = [
  [
    /\bindemnif|\bindemnity|\bhold(?:s|ing)? [^.;]{0,60}\bharmless|\bdefends? [^.;]{0,80}\b(?:claim|action|suit)|\b(?:reimburse|compensate)s? [^.;]{0,80}\b(?:claim|loss)|\bmakes? [^.;]{0,40}\bwhole\b/i,
    'an indemnity',
  ],
  [
    /\breleases? (?:you|the|each|every|all|any|licensee|customer)\b|\breleases? [^.;]{0,60}\bfrom (?:all|any|every|each)\b[^.;]{0,40}\b(?:claim|liabilit)|\bwaives? [^.;]{0,40}\bclaims?\b|\b(?:will|shall|may) not (?:bring|assert|raise) [^.;]{0,30}\bclaim|\b(?:will|shall|may) not sue\b|\bnot to (?:sue|assert)\b|\bdischarged? [^.;]{0,30}\bfrom\b[^.;]{0,30}\bliabilit/i,
    'a release',
  ],
  [
    /\b(?:shall|will|must) (?:keep|hold|treat|maintain)\b[^.]{0,120}\b(?:confiden|secret|secrecy)|\b(?:shall|will|must|may) not (?:disclose|reveal)\b|\bneither [^.;]{0,30}\b(?:may|shall|will)? ?disclose/i,
    'a duty of confidentiality',
  ],
  [
    /\b(?:is and will be the owner|you own|retains? (?:all )?ownership|shall own|as between [^.]{0,60}\bown)|\b(?:title|ownership|rights?)\b[^.;]{0,60}\bvests?\b|\bbelongs? to\b|\b(?:is|are|remains?) the (?:sole )?property of\b/i,
    'who owns what',
  ],
]

/** What bounds a duty is none: `Your liability under Section 5.c is limited to …`. */
const bounds = /\b(?:limited to|not exceed|no more than|capped|at most|maximum)\b/i
const headingAlone = /^[^.]{0,60}\bindemnit(?:y|ies)\.$/i

/** The clause on what survives lists numbers, and a clause that has to outlive the agreement is not among them. */
export const survival: CoherenceRule = (papers) =>
  papers.flatMap((paper) => {
    const lists = paper.passages.filter(({ text }) => list.test(text))
    if (lists.length === 0) return []
    const words = lists
      .flatMap(({ text }) => sentencesOf(text).filter((sentence) => /\bsurviv/i.test(sentence)))
      .join(' ')
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
        const words = sentencesOf(passage.ours).filter(
          (sentence) => !bounds.test(sentence) && !headingAlone.test(sentence),
        )
        const what = lasting.find(([pattern]) => words.some((sentence) => pattern.test(sentence)))?.[1]
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
