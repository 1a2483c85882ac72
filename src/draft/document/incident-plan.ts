import { withoutStop } from '../../in-words.ts'
import type { License } from '../../library/index.ts'
import {
  casesOf,
  evaluate,
  licenseNames,
  licensesInUse,
  type Matter,
  modelsOf,
  narrowCite,
  situationOf,
} from '../../matter/index.ts'
import { factsOf } from '../facts.ts'
import { type Markdown, type Missing, markdown } from '../template/value.ts'
import { clausesTold } from './clauses-told.ts'
import { type ReportChannel, reportChannels } from './incident-channels.ts'
import { shortWhere } from './memo-short-where.ts'
import { type SameLaw, sameLaw } from './same-law.ts'
import { type Silent, silentOn } from './silent-on.ts'
import { staffContacts } from './staff-contacts.ts'
import type { DocumentKind, DraftInput } from './types.ts'
import { usedLicenses } from './used-licenses.ts'
import { runsUnder, usesWhere } from './uses-where.ts'

interface IncidentPlanView {
  company: unknown
  names: string
  contacts: Record<string, unknown>
  /** What the licenses say, question by question. */
  law: { question: string; answers: SameLaw[] }[]
  /** Each use with its models and licenses, where there are several. */
  uses: { use: string; models: string; licenses: string }[]
  /** `uses`: which it can befall, where it is not each. */
  kinds: { title: string; uses: string; stop: string; decides: string; tell: string; cite: string }[]
  channels: ReportChannel[]
  /** Where copies may be, from the terms on deletion. */
  copies: { words: Markdown; cite: string }[]
  fineTuned: unknown
  /** In which uses, where it is not each. */
  fineTunedUses: string
  offeredUses: string
  /** What the licenses are silent on, with the sections of those that are; none where each of them says it. */
  noTimeToDelete: Silent | false
  noTimeToCure: Silent | false
  noTimeToReport: Silent | false
  dangersCite: string
  deletionCite: string
  /** Whether others meet what the models do; a blank where it is not known. */
  offered: boolean | Missing
  vendors: { name: unknown; product: unknown; contact: unknown }[]
  /** What our addendum gives us when a vendor has an incident. */
  addendum: string
  flowDown: boolean
  exitPlan: boolean
  provider: string
}

const silences = ['time-to-delete', 'time-to-cure', 'time-to-report'] as const
/** The clauses of our addendum that say what a vendor does in an incident. */
const clauses = ['incidents', 'suspension'] as const

/** What must be known in the first hour, and the topic that answers it. */
const questions: [question: string, topic: string][] = [
  ['Does a breach end the license, and is there time to mend it?', 'termination'],
  ['What has to stop, and what has to be deleted?', 'deletion'],
  ['Which lawsuits of ours end the license?', 'litigation-termination'],
  ['Whose claims do we pay for?', 'indemnity'],
  ['What outlasts the license?', 'survival'],
]

/** What to do when something goes wrong with the models, in hours, days and a week. */
export const incidentPlan: DocumentKind<IncidentPlanView> = {
  id: 'incident-plan',
  title: 'Incident Plan',
  summary: 'Who does what when the license or its policy is broken: first hour, first day, first week',
  compact: true,
  marking: 'Confidential',
  needs: [
    'client.name',
    'client.incident_contact',
    'models[].model',
    'models[].license',
    'exposure',
    'cloud_provider',
    'service_provider',
    'fine_tuning.done',
    'controls.exit_plan',
    'contacts.models',
    'contacts.legal',
    'contacts.security',
    'contacts.privacy',
    'contacts.communications',
    'contacts.decides',
    'vendors[].name',
    'vendors[].product',
    'vendor.name',
    'vendor.product',
    'client.short_name',
    'vendor.incident_contact',
    'models[].size',
    'models[].status',
    'negotiation.positions',
    'negotiation.appetite',
    'negotiation.relation',
    'negotiation.figures[].figure',
    'negotiation.figures[].is',
    'negotiation.currency',
    'controls.vendor_flow_down',
  ],
  reads: {
    judges: ['incidents'],
    assessment: ['cases'],
    topics: [...questions.map(([, topic]) => topic), 'known-dangers', 'reporting'],
    silences,
    flowDowns: clauses,
  },
  view,
}

function view(input: DraftInput): IncidentPlanView {
  const { matter, library } = input
  const licenses = usedLicenses(input)
  const facts = factsOf(matter) as Record<'client', Record<string, unknown>> & {
    exposure: unknown
  }
  const cite = (...topics: string[]) => narrowCite(licenses, library, ...topics)
  const silent = (id: (typeof silences)[number]) => silentOn(id, licenses, library)
  return {
    company: matter.client?.short_name ?? facts.client.name,
    names: licenseNames(
      licenses.map(({ id }) => id),
      library.licenses,
    ),
    contacts: staffContacts(matter),
    law: questions.map(([question, topic]) => ({
      question,
      answers: sameLaw(licenses, library, topic, { silent: true }),
    })),
    uses: usesTold(input),
    kinds: kindsOf(licenses, input),
    channels: reportChannels(licenses, library),
    copies: copiesOf(input, licenses),
    fineTuned: matter.fine_tuning?.done === true,
    fineTunedUses: usesWhere(input, ({ matter: own }) => own.fine_tuning?.done === true),
    noTimeToDelete: silent('time-to-delete'),
    noTimeToCure: silent('time-to-cure'),
    noTimeToReport: silent('time-to-report'),
    dangersCite: cite('known-dangers'),
    deletionCite: cite('deletion'),
    offered: typeof facts.exposure === 'string' ? facts.exposure !== 'internal' : (facts.exposure as Missing),
    offeredUses: usesWhere(input, ({ matter: own }) => own.exposure !== 'internal'),
    vendors: vendorsOf(matter),
    addendum: clausesTold(clauses, matter, library),
    flowDown: matter.controls?.vendor_flow_down === 'yes',
    exitPlan: matter.controls?.exit_plan === 'yes',
    provider: matter.cloud_provider ?? matter.service_provider ?? '',
  }
}

function usesTold({ uses = [], library }: DraftInput): IncidentPlanView['uses'] {
  return uses.flatMap(({ name, matter }) => {
    const own = licensesInUse(matter, library)
    if (own.length === 0) return []
    const models = modelsOf(matter, library).flatMap(({ name: model, status }) =>
      model === undefined || status === 'retired' ? [] : [model],
    )
    return [{ use: name, models: models.join(', '), licenses: licenseNames(own, library.licenses) }]
  })
}

/** The kinds that can befall the client under one of its licenses; one that hangs on an unknown fact is in. */
function kindsOf(licenses: License[], input: DraftInput): IncidentPlanView['kinds'] {
  const { matter, uses = [{ name: '', matter }], library } = input
  // Facts of one use say nothing of another, so that each is judged by itself, under its own licenses.
  const situations = uses.flatMap((use) =>
    licenses
      .filter((license) => uses.length === 1 || runsUnder(use, [license], library))
      .map((license) => ({
        use: use.name,
        license,
        situation: situationOf(use.matter, license.id, library),
      })),
  )
  return [...library.incidents.values()].flatMap(({ title, when, stop, decides, tell, cites }) => {
    const having = situations.filter(({ situation }) => evaluate(when, situation).holds !== false)
    const under = licenses.filter((license) => having.some((one) => one.license === license))
    if (under.length === 0) return []
    const own = new Set(having.map(({ use }) => use))
    const cite = narrowCite(under, library, ...cites.map(({ topic }) => topic))
    const names = licenseNames(
      under.map(({ id }) => id),
      library.licenses,
    )
    const told = usesWhere(input, ({ name }) => own.has(name))
    return [{ title, uses: told, stop, decides, tell, cite: shortWhere(cite) || `${names}, no such clause` }]
  })
}

/** What the terms on deletion say of places like the client's, each with its section. */
function copiesOf(input: DraftInput, licenses: License[]): IncidentPlanView['copies'] {
  const { assessment, library } = input
  const cases = (assessment?.cases ?? []).filter((one) => one !== 'internal' && one !== 'products')
  const said = new Map<string, { of: (typeof cases)[number]; licenses: License[] }>()
  for (const license of licenses) {
    const term = library.terms.get(`${license.id}/deletion`)
    if (term?.absent !== false) continue
    for (const one of cases) {
      const words = term.impact[one]
      if (words === undefined) continue
      said.set(words, { of: one, licenses: [...(said.get(words)?.licenses ?? []), license] })
    }
  }
  return [...said].map(([words, { of, licenses: some }]) => {
    const uses = usesWhere(input, (use) => runsUnder(use, some, library) && casesOf(use.matter).includes(of))
    return {
      words: markdown(`${uses === '' ? '' : `${uses}: `}${withoutStop(words)}`),
      cite: narrowCite(some, library, 'deletion'),
    }
  })
}

/** The vendors of the matter; the one that an addendum is for has its contact. */
function vendorsOf(matter: Matter): IncidentPlanView['vendors'] {
  const facts = factsOf(matter) as { vendor: Record<string, unknown>; vendors: unknown }
  const listed = Array.isArray(facts.vendors) ? (facts.vendors as Record<string, unknown>[]) : []
  const all = listed.length > 0 || matter.vendor === undefined ? listed : [facts.vendor]
  return all.map(({ name, product }) => ({
    name,
    product,
    contact: name === matter.vendor?.name ? facts.vendor.incident_contact : '',
  }))
}
