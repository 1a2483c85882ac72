import { listed, longDate } from '../../in-words.ts'
import type { ImpactCase } from '../../library/index.ts'
import { citedWords, licenseNames, licensesInUse, mergeFindings } from '../../matter/index.ts'
import { Problem } from '../../problem.ts'
import { valueWords } from '../template/helper/print.ts'
import { type MemoAgendaItem, memoAgenda } from './memo-agenda.ts'
import { casesInWords, type MemoCase, type MemoDuty, memoCases, memoDuties } from './memo-duties.ts'
import { type MemoFindings, memoFindings } from './memo-findings.ts'
import { memoOpen } from './memo-open.ts'
import { type MemoPast, memoPast } from './memo-past.ts'
import { bottomLine, type MemoPath, memoPaths } from './memo-path.ts'
import { usesUnderLicenses } from './memo-uses.ts'
import { type MemoVersions, memoVersions } from './memo-versions.ts'
import type { DocumentKind, DraftInput } from './types.ts'

interface RiskMemoView extends MemoFindings {
  licenses: string
  several: boolean
  bottomLine: string
  paths: MemoPath[]
  /** The counts, where the bottom line does not say all of them. */
  counted: {
    license: string
    month: string
    users: string
    threshold: string
    margin: string
    status: string
  }[]
  duties: MemoDuty[]
  /** How the client uses the models: `internal use alone, on premises`. */
  uses: string[]
  cases: MemoCase[]
  /** What has been used, or not done, already. */
  past: MemoPast[]
  /** What the texts leave open for these uses. */
  open_points: string[]
  versions: MemoVersions | false
  agenda: MemoAgendaItem[]
  assumptions: string[]
  texts: { title: string; sha256: string; read: string }[]
}

/** The memo that an advisor signs. */
export const riskMemo: DocumentKind<RiskMemoView> = {
  id: 'risk-memo',
  title: 'Risk Memo',
  summary: 'Memo to the client: license path, risks with citations, duties, agenda and open questions',
  marking: 'Privileged and confidential',
  needs: [
    'client.name',
    'models[].model',
    'models[].license',
    'models[].size',
    'models[].status',
    'negotiation.negotiable',
    'negotiation.appetite',
    'document.to',
    'negotiation.positions',
  ],
  reads: {
    judges: ['duties', 'rights', 'positions'],
    assessment: ['all', 'cases', 'thresholds'],
    everyTopic: true,
  },
  view,
}

function view(input: DraftInput): RiskMemoView {
  const { library, matter, assessment } = input
  const licenses = licensesInUse(matter, library)
  if (!assessment || licenses.length === 0) {
    throw new Problem(
      'no-license',
      'the matter names no model of a license that the library knows: give models[].license, for example llama-3.1',
      { fact: 'models[0].license' },
    )
  }
  const { cases, thresholds } = assessment
  const merged = mergeFindings(assessment.findings, library)
  const findings = memoFindings(merged, assessment, library)
  return {
    ...findings,
    licenses: licenseNames(licenses, library.licenses),
    several: licenses.length > 1,
    bottomLine: bottomLine(merged, assessment, library).join(' '),
    paths: memoPaths(assessment, library),
    counted: (findings.short ? [] : thresholds).map(
      ({ license, month, users, threshold, margin, status }) => ({
        license: library.licenses.get(license)!.name,
        month: month === undefined ? 'not stated' : longDate(month),
        users: users === undefined ? 'not known' : valueWords(users),
        threshold: valueWords(threshold),
        margin: margin === undefined ? 'not known' : valueWords(margin),
        status,
      }),
    ),
    duties: memoDuties(input, licenses),
    uses: usesInWords(input, cases),
    cases: memoCases(input),
    past: memoPast(assessment, library),
    open_points: memoOpen(assessment, library, findings.short),
    versions: memoVersions(library, licenses, matter, assessment) ?? false,
    agenda: memoAgenda(matter, assessment, library, licenses),
    assumptions: assumptionsOf(input, findings.short),
    texts: textsOf(input, licenses),
  }
}

/** How the models are used; of several uses each by itself. */
function usesInWords(input: DraftInput, cases: readonly ImpactCase[]): string[] {
  if (input.uses === undefined) return casesInWords(cases)
  return [
    usesUnderLicenses(input)
      .map(({ name, cases: own }) => `${name}: ${listed(casesInWords(own))}`)
      .join('; '),
  ]
}

/** What the count takes as given, and where it could matter what the text leaves open, each with its section. */
function assumptionsOf({ assessment, library }: DraftInput, short: boolean): string[] {
  const all = assessment?.thresholds ?? []
  const thresholds = short ? all.filter(({ status }) => status !== 'below') : all
  const warnings = new Set(thresholds.flatMap(({ warnings: own }) => own))
  const open = new Map<string, Parameters<typeof citedWords>[0]>()
  for (const { statement, citations } of thresholds.flatMap(({ leftOpen }) => leftOpen))
    open.set(statement, [...(open.get(statement) ?? []), ...citations])
  return [
    ...warnings,
    ...[...open].map(
      ([statement, citations]) =>
        `${statement.replace(/\.$/, '')} (${citedWords(citations, library.licenses)}).`,
    ),
  ]
}

function textsOf({ library, texts = [] }: DraftInput, licenses: readonly string[]): RiskMemoView['texts'] {
  return licenses.flatMap((id) => {
    const license = library.licenses.get(id)!
    return license.texts.map(({ title, pin, kind }) => {
      const here = texts.find((one) => one.license.id === id && one.text.kind === kind)
      const read = !here ? 'pinned' : here.matches === 'neither' ? 'another text is here' : 'read here'
      return { title, sha256: here?.sha256 ?? pin.sha256, read }
    })
  })
}
