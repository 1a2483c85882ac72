import { listed, withinSentence } from '../../in-words.ts'
import type { Library } from '../../library/index.ts'
import {
  type AskedIn,
  type Assessment,
  citedWords,
  licenseNames,
  type Matter,
  mergeFindings,
  openOnce,
  outcomeWords,
  trialOn,
} from '../../matter/index.ts'
import { innermost } from './innermost.ts'
import { shortWhere } from './memo-short-where.ts'

/** A fact that is not known, and what it would change. */
export interface MemoQuestion {
  question: string
  /** `notes, under Llama 3.1: with yes: not usable for this; with no: go`, `with yes, there is the risk: Planned claim`. */
  changes: string
  where: string
  /** Whether it hangs on the uses and not on every use of a model. */
  own: boolean
}

type Citations = Parameters<typeof citedWords>[0]

interface Asked {
  question: string
  /** What its answers turn, and for what: `with yes: not usable for this` for `notes, under Llama 3.1`. */
  turns: Map<string, Set<string>>
  /** Risks, with how grave they are and where they are asked about. */
  adds: Map<string, { short: string; level: string; asked?: AskedIn }>
  citations: Citations
  own: boolean
}

/**
 * Each fact that is not known once, with what it would change; what turns a path first, then what most hangs on. Answers that can
 * be listed, or lie on a line, are tried: the matter is judged again with each.
 *
 * @param matter as it was given
 */
export function memoQuestions(assessment: Assessment, library: Library, matter: Matter): MemoQuestion[] {
  const trial = trialOn(matter, library)
  const asked = new Map<string, Asked>()
  const several = new Set(assessment.answers.map(({ use }) => use)).size > 1
  const of = (use: string, license: string | undefined) => {
    const name = license === undefined ? '' : licenseNames([license], library.licenses)
    if (!several) return name === '' ? use : name
    return name === '' ? use : `${use}, under ${name}`
  }
  const about = (fact: string, question: string): Asked => {
    const one = asked.get(fact) ?? { question, turns: new Map(), adds: new Map(), citations: [], own: false }
    asked.set(fact, one)
    return one
  }
  for (const { use, license, unless, questions, duties } of assessment.answers) {
    for (const { outcome, questions: own, citations } of unless)
      for (const { fact, question } of own) {
        const one = about(fact, question)
        const tried = license === undefined ? '' : trial.path({ fact, use, license })
        turn(one, tried === '' ? `may become: ${outcomeWords[outcome]}` : tried, of(use, license))
        one.citations.push(...citations)
      }
    for (const { fact, question } of questions) {
      const one = about(fact, question)
      if (one.turns.size > 0) continue
      const tried = license === undefined ? '' : trial.path({ fact, use, license })
      turn(one, tried === '' ? 'cannot be decided without it' : tried, of(use, license))
    }
    for (const { duty, title, questions: own, citations } of duties)
      for (const { fact, question } of own) {
        const one = about(fact, question)
        const tried = license === undefined ? '' : trial.duty({ fact, use, license }, duty)
        const name = withinSentence(title)
        if (tried === '') turn(one, '', `whether ${name} is due`)
        else turn(one, tried, `${name} for ${of(use, license)}`)
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
        ...[...turns].map(([what, whose]) => `${listed([...whose])}${what === '' ? '' : `: ${what}`}`),
        ...triedRisks(adds, trial),
      ].join('; '),
      where: shortWhere(citedWords(innermost(citations), library.licenses)),
    }))
}

function turn({ turns }: Asked, what: string, whose: string): void {
  const before = turns.get(what) ?? new Set()
  turns.set(what, before.add(whose))
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
