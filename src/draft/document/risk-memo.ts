import { citedWords, licenseNames, licensesInUse, mergeFindings } from '../../matter/index.ts'
import { Problem } from '../../problem.ts'
import { wordsOf } from '../template/helper/print.ts'
import { longDate } from '../template/helper/words.ts'
import { type MemoAgendaItem, memoAgenda } from './memo-agenda.ts'
import { casesInWords, type MemoCase, type MemoDuty, memoCases, memoDuties } from './memo-duties.ts'
import { type MemoFindings, memoFindings } from './memo-findings.ts'
import { memoOpen } from './memo-open.ts'
import { type MemoPast, memoPast } from './memo-past.ts'
import { bottomLine, type MemoPath, memoPaths } from './memo-path.ts'
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
    'role',
    'client.name',
    'client.short_name',
    'client.principal_place_of_business',
    'client.affiliates[].country',
    'client.affiliates[].uses_models',
    'models[].model',
    'models[].license',
    'models[].size',
    'models[].inputs',
    'models[].since',
    'models[].purpose',
    'models[].status',
    'exposure',
    'deployment',
    'cloud_provider',
    'service_provider',
    'access',
    'weights_recipients',
    'fine_tuning.done',
    'fine_tuning.data',
    'output_training.done',
    'output_training.models[].name',
    'output_training.models[].base',
    'output_training.models[].distributed',
    'output_training.models[].named_llama',
    'reach.monthly_active_users',
    'reach.monthly_active_users.{}.users',
    'reach.monthly_active_users.{}.months',
    'reach.planned_users',
    'reach.affiliates_complete',
    'domains',
    'near_policy_uses',
    'personal_data',
    'eu_users',
    'controls.moderation',
    'controls.logging',
    'controls.filtering',
    'controls.ai_disclosure',
    'controls.known_dangers_disclosure',
    'controls.training',
    'controls.internal_policy',
    'controls.model_register',
    'controls.agreement_copy',
    'controls.notice_file',
    'controls.built_with_display',
    'controls.model_naming',
    'controls.access_control',
    'controls.weights_security',
    'controls.dataset_provenance',
    'controls.policy_watch',
    'controls.version_review',
    'controls.contractor_flow_down',
    'controls.vendor_flow_down',
    'controls.incident_plan',
    'controls.exit_plan',
    'controls.professional_review',
    'controls.insurance',
    'controls.records',
    'branding.uses_meta_marks',
    'branding.open_source_claim',
    'litigation.against_meta',
    'litigation.over_llama_ip',
    'litigation.planned',
    'vendors[].name',
    'vendors[].product',
    'vendors[].kind',
    'vendor.name',
    'vendor.product',
    'vendor.kind',
    'negotiation.negotiable',
    'negotiation.appetite',
    'negotiation.deadline',
    'negotiation.owner',
    'document.author',
    'document.to',
    'document.date',
    'document.version',
    'document.status',
    'document.paper',
  ],
  reads: {
    judges: ['risks', 'duties', 'positions'],
    facts: ['attribution-notice.notice_text', 'built-with-display.display_text', 'model-naming.name_element'],
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
        users: users === undefined ? 'not known' : wordsOf(users),
        threshold: wordsOf(threshold),
        margin: margin === undefined ? 'not known' : wordsOf(margin),
        status,
      }),
    ),
    duties: memoDuties(matter, library, licenses, cases),
    uses: casesInWords(cases),
    cases: memoCases(library, licenses, cases),
    past: memoPast(assessment, library),
    open_points: memoOpen(assessment, library, findings.short),
    versions: memoVersions(library, licenses, matter, assessment) ?? false,
    agenda: memoAgenda(matter, assessment, library, licenses),
    assumptions: assumptionsOf(input, findings.short),
    texts: textsOf(input, licenses),
  }
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
