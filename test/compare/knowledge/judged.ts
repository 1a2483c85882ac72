import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { type Clause, clausesOf, parseAgreement } from '../../../src/agreement/index.ts'
import { leastConfidence, showerOf } from '../../../src/compare/knowledge/classifier.ts'
import { confidenceOf, type Evidence, type Reliability } from '../../../src/compare/knowledge/reliability.ts'
import { packageRoot } from '../../../src/home.ts'
import type { Library, TextKind } from '../../../src/library/index.ts'

const shared = join(packageRoot(), '..', 'shared')

/** Why the judged licenses are left out, or undefined where their texts are here. */
export const judgedMissing = existsSync(join(shared, 'model-licenses'))
  ? undefined
  : 'the licenses of other houses are not here: ../shared/model-licenses'

/** What a reader finds in one clause. */
interface Row {
  /** The fewest words that find the clause. */
  at: string
  /** Where it stands, as printed. */
  cites: string
  /** Our topics that it answers. */
  topics?: string[]
  /** Topics that a reader would not object to, and not miss. */
  also?: string[]
}

/** A license of another house, and what a reader finds in its clauses. */
export interface JudgedLicense {
  name: string
  /** The folder of ../shared that it is in. */
  folder: string
  clauses: { clause: Clause; topics: Set<string>; also: Set<string> }[]
  /** Rows that no clause was found for. */
  lost: string[]
}

/** A topic that was told of a clause. */
export interface Answer {
  license: string
  topic: string
  document: TextKind
  evidence: Evidence
  right: boolean
  /** The clause's first words. */
  start: string
}

/** What a reader finds and what was shown, license by license. */
export interface Judged {
  license: JudgedLicense
  answers: Answer[]
  /** Topics that a reader finds. */
  wanted: { topic: string; document: TextKind; shown?: Evidence; start: string }[]
}

/** The licenses of test/fixtures/judged with their texts in ../shared. */
export function judgedLicenses(folder: string): JudgedLicense[] {
  const tables = join(packageRoot(), 'test/fixtures/judged', folder)
  return readdirSync(tables)
    .sort()
    .map((file) => {
      const name = file.replace('.yaml', '')
      const rows = parse(readFileSync(join(tables, file), 'utf8')) as Row[]
      const source = readFileSync(join(shared, folder, `${name}.txt`), 'utf8')
      return readJudged(name, folder, source, rows)
    })
}

function readJudged(name: string, folder: string, source: string, rows: Row[]): JudgedLicense {
  const clauses = clausesOf(parseAgreement(source)).map((clause) => ({
    clause,
    topics: new Set<string>(),
    also: new Set<string>(),
  }))
  const lost: string[] = []
  for (const { at, topics = [], also = [] } of rows) {
    const found = clauses.find(({ clause }) => clause.text.includes(at))
    if (!found) lost.push(at)
    for (const topic of topics) found?.topics.add(topic)
    for (const topic of also) found?.also.add(topic)
  }
  return { name, folder, clauses, lost }
}

/** Holds what the classifier sees in each clause against what a reader finds there. */
export function judge(library: Library, licenses: JudgedLicense[]): Judged[] {
  const show = showerOf(library)
  const documentOf = (topic: string) => library.topics.get(topic)!.document
  return licenses.map((license) => {
    const answers: Answer[] = []
    const wanted: Judged['wanted'] = []
    for (const { clause, topics, also } of license.clauses) {
      // Every title names its agreement: that is no guess, and not counted.
      if (clause.kind === 'title') continue
      const start = clause.text.slice(0, 60)
      const shown = show({ heading: clause.heading ?? '', text: clause.text })
      for (const { topic, evidence } of shown) {
        const right = topics.has(topic) || also.has(topic)
        answers.push({ license: license.name, topic, document: documentOf(topic), evidence, right, start })
      }
      for (const topic of topics) {
        const found = shown.find((one) => one.topic === topic)
        wanted.push({ topic, document: documentOf(topic), start, ...(found && { shown: found.evidence }) })
      }
    }
    return { license, answers, wanted }
  })
}

/** How often each kind of evidence was right. */
export function learnedFrom(judged: readonly Judged[]): Reliability {
  const learned: Reliability = {}
  for (const { evidence, right } of judged.flatMap(({ answers }) => answers)) {
    const known = learned[evidence] ?? { told: 0, right: 0 }
    learned[evidence] = { told: known.told + 1, right: known.right + (right ? 1 : 0) }
  }
  return learned
}

/** One answer that was told, with the confidence that the other licenses give it. */
export interface Told extends Answer {
  confidence: number
}

/** What is told of one license's topics of one kind of text. */
export interface ToldOfLicense {
  license: string
  document: TextKind
  told: Told[]
  /** How many topics a reader finds in its clauses, and how many of these are told. */
  wanted: number
  found: number
}

/** What is told of each license, by what is given as learned, or else by what was learned from the others. */
export function toldOf(judged: readonly Judged[], learned?: Reliability): ToldOfLicense[] {
  return judged.flatMap((one) => {
    const reliable = learned ?? learnedFrom(judged.filter((other) => other !== one))
    const isTold = (evidence: Evidence) => confidenceOf(evidence, reliable) >= leastConfidence
    return (['agreement', 'use-policy'] as const).map((document): ToldOfLicense => {
      const wanted = one.wanted.filter((want) => want.document === document)
      return {
        license: one.license.name,
        document,
        told: one.answers
          .filter((answer) => answer.document === document && isTold(answer.evidence))
          .map((answer) => ({ ...answer, confidence: confidenceOf(answer.evidence, reliable) })),
        wanted: wanted.length,
        found: wanted.filter(({ shown }) => shown && isTold(shown)).length,
      }
    })
  })
}

/** The bands of confidence, and how many of the answers in each were right. */
export function bandsOf(told: readonly Told[]): { from: number; to: number; told: number; right: number }[] {
  return [0.5, 0.7, 0.9].map((from, at) => {
    const to = [0.7, 0.9, 1][at]!
    const inBand = told.filter(({ confidence }) => confidence >= from && (confidence < to || to === 1))
    return { from, to, told: inBand.length, right: inBand.filter(({ right }) => right).length }
  })
}
