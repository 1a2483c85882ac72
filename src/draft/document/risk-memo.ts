import { longDate, withoutStop } from '../../in-words.ts'
import { assess, citedWords, licenseNames } from '../../matter/index.ts'
import { valueWords } from '../template/helper/print.ts'
import { citedSentence } from './cited-sentence.ts'
import { type MemoAction, memoActions } from './memo-actions.ts'
import { type MemoAgendaItem, memoAgenda } from './memo-agenda.ts'
import { type MemoDuty, memoDuties } from './memo-duties.ts'
import { memoOpen } from './memo-open.ts'
import { ownedBy } from './memo-owners.ts'
import { type MemoPast, memoPast } from './memo-past.ts'
import { type MemoQuestion, memoQuestions } from './memo-questions.ts'
import { type Exposure, exposuresOf, type MemoRisk, mapOf, memoRisks } from './memo-risks.ts'
import { shortWhere } from './memo-short-where.ts'
import { type MemoVerdict, memoVerdicts } from './memo-verdicts.ts'
import { type MemoVersions, memoVersions } from './memo-versions.ts'
import type { DocumentKind, DraftInput } from './types.ts'
import { usedLicenses } from './used-licenses.ts'

interface RiskMemoView {
  licenses: string
  several: boolean
  /** Whether it speaks of several uses. */
  apart: boolean
  verdicts: MemoVerdict[]
  actions: MemoAction[]
  /** `cells[impact-1][likelihood-1]`. */
  cells: string[][][]
  /** The risks of the uses, which the map shows. */
  own: MemoRisk[]
  /** A table for each use. */
  exposures: Exposure[]
  counted: {
    license: string
    month: string
    users: string
    threshold: string
    status: string
    where: string
  }[]
  due: MemoDuty[]
  notDue: MemoDuty[]
  /** Items of the use policy that a use has to mind. */
  policy: { use: string; says: string; where: string }[]
  /** What has been used, or not done, already. */
  past: MemoPast[]
  versions: MemoVersions | false
  /** What the texts leave open for these uses. */
  open_points: string[]
  questions: MemoQuestion[]
  /** On which no path, duty or grave risk hangs. */
  further: MemoQuestion[]
  assumptions: string[]
  /** Measures beside the first, by risk. */
  register: (MemoRisk & { measures: { what: string; who: string; by: string; evidence: string }[] })[]
  generic: { number: string; title: string; levels: string[]; where: string; measure: string }[]
  agenda: MemoAgendaItem[]
  /** Whether an answer hangs on a talk with Meta, or the client means to have one. */
  negotiates: boolean
}

/** The memo that an advisor signs: what is decided on one page, what it rests on, and the register in an annex. */
export const riskMemo: DocumentKind<RiskMemoView> = {
  id: 'risk-memo',
  title: 'Risk Memo',
  summary: 'Memo to the client: verdict, three things to do, map, exposure of each use, and the register',
  forCounsel: true,
  compact: true,
  needs: [
    'client.name',
    'models[].model',
    'models[].license',
    'models[].size',
    'models[].status',
    'negotiation.negotiable',
    'negotiation.appetite',
    'document.to',
    'document.privileged',
    'negotiation.positions',
    'contacts.legal',
    'contacts.decides',
    'contacts.models',
    'contacts.security',
    'contacts.privacy',
  ],
  reads: {
    everyTopic: true,
    judges: ['positions'],
    assessment: ['all', 'answers', 'thresholds'],
  },
  view,
}

function view(input: DraftInput): RiskMemoView {
  const { library, matter, assessment = assess(input.given ?? matter, library) } = input
  const licenses = usedLicenses(input).map(({ id }) => id)
  const risks = memoRisks(assessment, library)
  const own = risks.filter(({ generic }) => !generic)
  const duties = memoDuties(assessment.answers, library)
  const questions = memoQuestions(assessment, library, input.given ?? matter)
  const first = ({ mitigations: [one] }: MemoRisk) => {
    if (!one) return ''
    const { what, who, by } = ownedBy(one, input)
    return `${what} ${who}, ${by}.`
  }
  return {
    licenses: licenseNames(licenses, library.licenses),
    several: licenses.length > 1,
    apart: new Set(assessment.answers.map(({ use }) => use)).size > 1,
    verdicts: memoVerdicts(assessment, library),
    actions: memoActions(input, assessment.answers, risks),
    cells: mapOf(own),
    own,
    exposures: exposuresOf(own, assessment, library, first),
    counted: assessment.thresholds.map(({ license, month, users, threshold, status, leftOpen }) => ({
      license: library.licenses.get(license)!.name,
      month: month === undefined ? 'not stated' : longDate(month),
      users: users === undefined ? 'not known' : valueWords(users),
      threshold: valueWords(threshold),
      status: counts[status],
      where: citedWords(
        leftOpen.flatMap(({ citations }) => citations),
        library.licenses,
      ),
    })),
    due: duties.filter(({ due }) => due),
    notDue: duties.filter(({ due }) => !due),
    policy: policyOf(input),
    past: memoPast(assessment, library),
    versions: memoVersions(library, input.given ?? matter, assessment) ?? false,
    open_points: memoOpen(assessment, library),
    questions: questions.filter(({ own: ofUses }) => ofUses),
    further: questions.filter(({ own: ofUses }) => !ofUses),
    assumptions: assumptionsOf(input),
    register: own.map((risk) => ({
      ...risk,
      measures: risk.mitigations.map((one) => ({ ...ownedBy(one, input), evidence: one.evidence })),
    })),
    generic: risks
      .filter(({ generic }) => generic)
      .map((risk) => ({ ...risk, where: shortWhere(risk.where), measure: first(risk) })),
    agenda: memoAgenda(matter, assessment, library, licenses),
    negotiates:
      matter.negotiation?.negotiable !== undefined ||
      assessment.paths.some(({ outcome }) => outcome !== 'go' && outcome !== 'go-with-duties'),
  }
}

const counts = {
  below: 'below',
  above: 'above',
  open: 'left open by the text',
  'not-known': 'not known',
}

/** Items of the use policy that a use has to mind, those of several uses once. */
function policyOf({ assessment, library }: DraftInput): RiskMemoView['policy'] {
  const answers = assessment?.answers ?? []
  const found = new Map<string, { uses: Set<string>; citations: Parameters<typeof citedWords>[0] }>()
  for (const { use, policy } of answers)
    for (const { says, citations } of policy) {
      const one = found.get(says) ?? { uses: new Set(), citations: [] }
      one.uses.add(use)
      one.citations.push(...citations)
      found.set(says, one)
    }
  const all = new Set(answers.map(({ use }) => use)).size
  return [...found].map(([says, { uses, citations }]) => ({
    use: all > 1 ? `${[...uses].join(', ')}: ` : '',
    says: withoutStop(says),
    where: shortWhere(citedWords(citations, library.licenses)),
  }))
}

/** What the count takes as given, and where it could matter what the text leaves open, each with its section. */
function assumptionsOf({ assessment, library }: DraftInput): string[] {
  const thresholds = (assessment?.thresholds ?? []).filter(({ status }) => status !== 'below')
  const warnings = (assessment?.thresholds ?? []).flatMap(({ warnings: own, leftOpen }) =>
    own.map((words): [string, Parameters<typeof citedWords>[0]] => [
      words,
      leftOpen.flatMap(({ citations }) => citations),
    ]),
  )
  const open = new Map<string, Parameters<typeof citedWords>[0]>()
  const told = [
    ...warnings,
    ...thresholds.flatMap(({ leftOpen }) =>
      leftOpen.map(({ statement, citations }): [string, typeof citations] => [statement, citations]),
    ),
  ]
  for (const [words, citations] of told) open.set(words, [...(open.get(words) ?? []), ...citations])
  return [...open].map(([words, citations]) => citedSentence(words, citedWords(citations, library.licenses)))
}
