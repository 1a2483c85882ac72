import { withinSentence } from '../../in-words.ts'
import type { Library } from '../../library/index.ts'
import {
  type Assessment,
  citedWords,
  type Matter,
  mergeFindings,
  openOnce,
  outcomeWords,
} from '../../matter/index.ts'
import { type AskedIn, trialOn } from './answers-tried.ts'
import { innermost } from './innermost.ts'
import { shortWhere } from './memo-short-where.ts'

/** A fact that is not known, and what it would change. */
export interface MemoQuestion {
  question: string
  /** `notes, with yes: separate license; with no: go`, `the risk “Suit over Llama” (critical) with yes`. */
  changes: string
  where: string
  /** Whether it hangs on the uses and not on every use of a model. */
  own: boolean
}

type Citations = Parameters<typeof citedWords>[0]

interface Asked {
  question: string
  turns: Set<string>
  /** Risks, with how grave they are and where they are asked about. */
  adds: Map<string, { short: string; level: string; asked?: AskedIn }>
  citations: Citations
  own: boolean
}

/**
 * Each fact that is not known once, with what it would change; what turns a path first, then what most hangs on. Of those
 * that hang on the uses, answers that can be listed are tried: the matter is judged again with each.
 *
 * @param matter as it was given
 */
export function memoQuestions(assessment: Assessment, library: Library, matter: Matter): MemoQuestion[] {
  const trial = trialOn(matter, library)
  const asked = new Map<string, Asked>()
  const about = (fact: string, question: string): Asked => {
    const one = asked.get(fact) ?? { question, turns: new Set(), adds: new Map(), citations: [], own: false }
    asked.set(fact, one)
    return one
  }
  for (const { use, license, unless, questions, duties } of assessment.answers) {
    for (const { outcome, questions: own, citations } of unless)
      for (const { fact, question } of own) {
        const one = about(fact, question)
        const tried = license === undefined ? '' : trial.path({ fact, use, license })
        one.turns.add(tried === '' ? `${use} may become: ${outcomeWords[outcome]}` : `${use}, ${tried}`)
        one.citations.push(...citations)
      }
    for (const { fact, question } of questions) {
      const one = about(fact, question)
      if (one.turns.size === 0) one.turns.add(`${use} cannot be decided without it`)
    }
    for (const { duty, title, questions: own, citations } of duties)
      for (const { fact, question } of own) {
        const one = about(fact, question)
        const tried = license === undefined ? '' : trial.duty({ fact, use, license }, duty)
        one.turns.add(
          tried === ''
            ? `whether ${withinSentence(title)} is due`
            : `${withinSentence(title)} for ${use}, ${tried}`,
        )
        one.citations.push(...citations)
      }
  }
  const open = assessment.findings.filter(({ status }) => status === 'open')
  for (const { risk, inherent, questions, citations } of openOnce(mergeFindings(open, library)))
    for (const { fact, question } of questions) {
      const one = about(fact, question)
      const { short, generic } = library.risks.get(risk)!
      // The places of the gravest are enough: the others are told with their risk.
      if (one.citations.length === 0) one.citations.push(...citations)
      if (!one.adds.has(risk)) {
        const level = inherent === undefined ? '' : ` (${inherent.level})`
        const found = open.find(
          (each) => each.risk === risk && each.questions.some((own) => own.fact === fact),
        )
        one.adds.set(risk, { short, level, ...(found ? { asked: { ...found, fact } } : {}) })
      }
      one.own ||= !generic && (inherent?.level === 'critical' || inherent?.level === 'high')
    }
  return [...asked.values()]
    .sort((a, b) => b.turns.size - a.turns.size || b.adds.size - a.adds.size)
    .map(({ question, turns, adds, citations, own }) => ({
      question,
      own: own || turns.size > 0,
      changes: [
        ...turns,
        ...(own || turns.size > 0 ? triedRisks(adds, trial) : [...openRisks([...adds.values()])]),
      ].join('; '),
      where: shortWhere(citedWords(innermost(citations), library.licenses)),
    }))
}

type Adds = Asked['adds']

/** `with yes the risk of Suit over Llama (critical)`, those of the same answers together. */
function triedRisks(adds: Adds, trial: ReturnType<typeof trialOn>): string[] {
  const groups = new Map<string, string[]>()
  const untried: { short: string; level: string }[] = []
  for (const [risk, { short, level, asked }] of adds) {
    const answers = asked === undefined ? '' : trial.risk(asked, risk)
    if (answers === '') untried.push({ short, level })
    else groups.set(answers, [...(groups.get(answers) ?? []), `${short}${level}`])
  }
  return [
    ...[...groups].map(([answers, risks]) => `${answers}, there is the risk: ${risks.join(', ')}`),
    ...openRisks(untried),
  ]
}

function openRisks(risks: readonly { short: string; level: string }[]): string[] {
  return risks.length === 0
    ? []
    : [`whether there is the risk: ${risks.map(({ short, level }) => `${short}${level}`).join(', ')}`]
}
