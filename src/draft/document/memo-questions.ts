import { withinSentence } from '../../in-words.ts'
import type { Library } from '../../library/index.ts'
import { type Assessment, citedWords, mergeFindings, openOnce, outcomeWords } from '../../matter/index.ts'
import { shortWhere } from './memo-short-where.ts'

/** A fact that is not known, and what it would change. */
export interface MemoQuestion {
  question: string
  /** `notes: then a separate license is needed`, `adds “Suit over Llama”, up to critical`. */
  changes: string
  where: string
  /** Whether it hangs on the uses and not on every use of a model. */
  own: boolean
}

type Citations = Parameters<typeof citedWords>[0]

interface Asked {
  question: string
  turns: Set<string>
  adds: Map<string, string>
  citations: Citations
  own: boolean
}

/** Each fact that is not known once, with what it would change; what turns a path first, then what most hangs on. */
export function memoQuestions(assessment: Assessment, library: Library): MemoQuestion[] {
  const asked = new Map<string, Asked>()
  const about = (fact: string, question: string): Asked => {
    const one = asked.get(fact) ?? { question, turns: new Set(), adds: new Map(), citations: [], own: false }
    asked.set(fact, one)
    return one
  }
  for (const { use, unless, questions, duties } of assessment.answers) {
    for (const { outcome, questions: own, citations } of unless)
      for (const { fact, question } of own) {
        const one = about(fact, question)
        one.turns.add(`${use} may become: ${outcomeWords[outcome]}`)
        one.citations.push(...citations)
      }
    for (const { fact, question } of questions) {
      const one = about(fact, question)
      if (one.turns.size === 0) one.turns.add(`${use} cannot be decided without it`)
    }
    for (const { title, questions: own, citations } of duties)
      for (const { fact, question } of own) {
        const one = about(fact, question)
        one.turns.add(`whether ${withinSentence(title)} is due`)
        one.citations.push(...citations)
      }
  }
  for (const { risk, inherent, questions, citations } of openOnce(
    mergeFindings(
      assessment.findings.filter(({ status }) => status === 'open'),
      library,
    ),
  ))
    for (const { fact, question } of questions) {
      const one = about(fact, question)
      const { short, generic } = library.risks.get(risk)!
      // The places of the gravest are enough: the others are told with their risk.
      if (one.citations.length === 0) one.citations.push(...citations)
      if (!one.adds.has(short)) one.adds.set(short, inherent === undefined ? '' : ` (${inherent.level})`)
      one.own ||= !generic && (inherent?.level === 'critical' || inherent?.level === 'high')
    }
  return [...asked.values()]
    .sort((a, b) => b.turns.size - a.turns.size || b.adds.size - a.adds.size)
    .map(({ question, turns, adds, citations, own }) => ({
      question,
      own: own || turns.size > 0,
      changes: [
        ...turns,
        ...(adds.size === 0
          ? []
          : [`whether there is the risk: ${[...adds].map((one) => one.join('')).join(', ')}`]),
      ].join('; '),
      where: shortWhere(citedWords(citations, library.licenses)),
    }))
}
