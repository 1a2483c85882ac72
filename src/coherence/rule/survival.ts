import { durationsIn } from '../../reading/duration.ts'
import { remembered } from '../../reading/remembered.ts'
import { sentencesOf } from '../../reading/sentences.ts'
import { plainNumber } from '../paper.ts'
import { type Lasting, lastingIn, lastingNames } from '../reading/lasting.ts'
import { ofPassage } from '../reading/of-passage.ts'
import type { CoherencePassage, CoherenceRule } from '../types.ts'
import { shown } from '../words.ts'

const list =
  /(?:\b(?:Sections?|Articles?|Clauses?|paragraphs?|sections)\b[^;]{0,200}?\b(?:shall |will )?survive\b|following (?:sections|provisions|clauses|paragraphs)[^.;]{0,80}\bsurviv)/i

/** What bounds a duty is none: `Your liability under Section 5.c is limited to …`. */
const bounds = /\b(?:limited to|not exceed|no more than|capped|at most|maximum)\b/i
const headingAlone = /^[^.]{0,60}\bindemnit(?:y|ies)\.$/i

/** A duty for a time behind the end: it is owed only if it outlives the paper. */
const after =
  /\b(?:after|following|beyond|from)\b(?: the)?(?: (?:end|termination|expiry|expiration|close)\b|\s*[,.;]|$)/i
const forTime = /\bfor\s+(?:at least |up to |a further |a period of |another |not less than )?$/i
const duty =
  /\b(?:shall|must|will|keeps?|maintains?|provides?|allows?|grants?|gives?|holds?|lets?|continues?|remains?|supports?)\b/i
/** Words that let everything survive which is meant to. */
const all =
  /by (?:its|their) (?:nature|terms?|express terms)|intended to survive|should survive|reasonably (?:be )?expected|expressly or by implication/i

/** The clause on what survives lists numbers, and a clause that has to outlive the agreement is not among them. */
export const survival: CoherenceRule = (papers) =>
  papers.flatMap((paper) => {
    const lists = paper.passages.filter(isList)
    if (lists.length === 0) return []
    const words = lists
      .flatMap(({ text }) => sentencesOf(text).filter((sentence) => /\bsurviv/i.test(sentence)))
      .join(' ')
    if (all.test(words)) return []
    const named = new Set(
      [...words.matchAll(/\d+(?:\.\w+)*(?:\(\w+\))*/g)].map(([number]) => plainNumber(number).toLowerCase()),
    )
    return paper.passages
      .filter((passage) => passage.ours !== '' && !lists.includes(passage))
      .flatMap((passage) => {
        const { kind, what } = lastsIn(passage)
        if (what === undefined || survivesItself(passage, kind) || isNamed(passage, named)) return []
        if (kind !== undefined && namedByKind[kind]?.test(words)) return []
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

const isList = ofPassage(({ text }) => list.test(text))

/** What of a passage has to outlive the paper, of which kind and in words. */
const lastsIn = ofPassage(({ ours }): { kind?: Lasting | undefined; what?: string | undefined } => {
  const sentences = sentencesOf(ours).filter(
    (sentence) => !bounds.test(sentence) && !headingAlone.test(sentence),
  )
  const kind = sentences.map(lastingIn).find((one) => one !== undefined)
  return { kind, what: kind === undefined ? runsOn(sentences) : lastingNames[kind] }
})

/** “all obligations of Meta as to confidentiality” names what survives by what it is. */
const namedByKind: Partial<Record<Lasting, RegExp>> = {
  confidentiality: /\b(?:obligations?|dut(?:y|ies)|undertakings?)\b[^.;]{0,80}\bconfiden/i,
  indemnity: /\b(?:obligations?|dut(?:y|ies)|undertakings?)\b[^.;]{0,80}\bindemni/i,
  release: /\breleases?\b/i,
}

function runsOn(sentences: readonly string[]): string | undefined {
  const found = sentences.find(isOwedAfter)
  return found === undefined ? undefined : `a duty that runs after the end (“${shown(found)}”)`
}

const isOwedAfter = remembered(
  (sentence: string) =>
    duty.test(sentence) &&
    durationsIn(sentence).some(
      ({ index, said }) =>
        forTime.test(sentence.slice(0, index)) &&
        after.test(sentence.slice(index + said.length, index + said.length + 24)),
    ),
)

function survivesItself({ text }: CoherencePassage, kind: Lasting | undefined): boolean {
  return (
    /\bsurviv(?:es|e|al)\b/i.test(text) ||
    (kind !== undefined && /\bafter (?:the )?(?:termination|end|expiry|expiration)\b/i.test(text))
  )
}

function isNamed({ number }: CoherencePassage, named: ReadonlySet<string>): boolean {
  const parts = plainNumber(number).toLowerCase().split('.')
  return parts.some((_, at) => named.has(parts.slice(0, at + 1).join('.')))
}
