import { listed } from '../../in-words.ts'
import type { Library, License, Term } from '../../library/index.ts'
import { type Answer, assess, citedWords, licenseNames, modelsOf, narrowCite } from '../../matter/index.ts'
import { factsOf } from '../facts.ts'
import { valueWords } from '../template/helper/print.ts'
import type { Missing } from '../template/value.ts'
import { shortWhere } from './memo-short-where.ts'
import { silenceCite } from './silent-on.ts'
import { staffContacts } from './staff-contacts.ts'
import type { DocumentKind, DraftInput } from './types.ts'
import { type PolicyGroup, type PolicyRule, policyGroups, policyRule } from './use-policy-rules.ts'
import { type SourceTable, sourceTable } from './use-policy-sources.ts'
import { usedLicenses } from './used-licenses.ts'
import { runsUnder, usesWhere } from './uses-where.ts'

/** What licenses say, once for those that say the same. */
interface Said {
  names: string
  words: string
  cite: string
  /** Which uses are under them, where it is not each: `chatbot`. */
  uses: string
}

interface UsePolicyView {
  company: unknown
  names: string
  models: { model: unknown; use: string; license: string; purpose: unknown; status: string }[]
  contacts: Record<string, unknown>
  groups: PolicyGroup[]
  /** Numbers of the rules that come close to what the matter names. */
  near: string[]
  others: Omit<PolicyRule, 'number'> | undefined
  reporting: Omit<PolicyRule, 'number'> | undefined
  dangers: string
  human: string
  practice: string
  /** `health (notes) and credit`; empty where there is none. */
  domains: string
  /** Whether others meet what the models do; a blank where it is not known. */
  offered: boolean | Missing
  /** A license that bars every business use. */
  research: Said | false
  /** May outputs improve other models? */
  training: Said[]
  naming: Said[]
  changes: string
  /** What ends with a breach, and its sections. */
  ends: { termination: string; deletion: string; indemnity: string; cure: string }
  sources: SourceTable
  /** Where what has no number comes from. */
  further: { title: string; cite: string }[]
}

/** What the document tells outside the numbered rules. */
const further = [
  ['allowing-others'],
  ['commercial-use'],
  ['model-improvement'],
  ['model-naming'],
  ['reporting'],
  ['policy-changes'],
  ['termination', 'deletion'],
  ['indemnity'],
]

/** The rules of the licenses in use, for the people who work with the models. */
export const usePolicy: DocumentKind<UsePolicyView> = {
  id: 'use-policy',
  title: 'AI Model Use Policy',
  summary:
    'Internal rules for staff on the use of the models, with examples of what is allowed and what is not',
  compact: true,
  needs: [
    'client.name',
    'client.short_name',
    'client.incident_contact',
    'models[].model',
    'models[].license',
    'models[].purpose',
    'purpose',
    'models[].status',
    'exposure',
    'domains',
    'near_policy_uses',
    'sensitive_uses[].what',
    'contacts.models',
    'contacts.legal',
    'contacts.security',
    'contacts.privacy',
    'contacts.communications',
    'contacts.decides',
    'models[].size',
  ],
  reads: {
    everyTopic: true,
    assessment: ['answers'],
    topics: further.flat(),
    silences: ['time-to-cure'],
    facts: [
      'commercial-use.commercial_use',
      'model-improvement.purpose',
      'model-naming.inputs',
      'model-naming.name_element',
    ],
  },
  view,
}

function view(input: DraftInput): UsePolicyView {
  const { matter, library } = input
  const licenses = usedLicenses(input)
  const facts = factsOf(matter) as Record<'client', Record<string, unknown>> & {
    exposure: unknown
  }
  const research = researchOnly(licenses, input)
  const groups = policyGroups(licenses, input)
  const rules = groups.flatMap((group) => group.rules)
  const ruleOf = (topic: string) => policyRule(library.topics.get(topic)!, licenses, input)
  const cite = (...topics: string[]) => narrowCite(licenses, library, ...topics)
  return {
    company: matter.client?.short_name ?? facts.client.name,
    names: namesOf(licenses, library),
    models: modelRows(input),
    contacts: staffContacts(matter),
    groups,
    near: rules.filter(({ near }) => near).map(({ number }) => String(number)),
    others: ruleOf('allowing-others'),
    reporting: ruleOf('reporting'),
    dangers: cite('known-dangers'),
    human: cite('human-generated-claims'),
    practice: cite('unlicensed-practice'),
    domains: domainsTold(input),
    offered: typeof facts.exposure === 'string' ? facts.exposure !== 'internal' : (facts.exposure as Missing),
    research,
    training: trainingBans(licenses, input),
    naming: namingDuties(licenses, input),
    changes: cite('policy-changes'),
    ends: {
      termination: cite('termination'),
      deletion: cite('deletion'),
      indemnity: cite('indemnity'),
      cure: silenceCite('time-to-cure', licenses, library),
    },
    sources: sourceTable(groups, licenses, library),
    further: further
      .filter((topics) => research || !topics.includes('commercial-use'))
      .map((topics) => ({
        title: library.topics.get(topics[0]!)!.title,
        cite: cite(...topics),
      }))
      .filter((one) => one.cite !== ''),
  }
}

const states = { evaluated: 'On trial', 'in-use': 'In use', planned: 'Planned', retired: 'Retired' }

/** Each model of each use, with what it is for there. */
function modelRows(input: DraftInput): UsePolicyView['models'] {
  const { library } = input
  const { answers } = input.assessment ?? assess(input.given ?? input.matter, library)
  const uses = input.uses ?? [{ name: '', matter: input.matter }]
  return uses.flatMap(({ name, matter }) => {
    const spread = factsOf(matter).models
    const facts = Array.isArray(spread) ? (spread as Record<string, unknown>[]) : []
    return modelsOf(matter, library).flatMap(({ index, license, status }) => {
      if (status === 'retired') return []
      const own = answers.filter((one) => one.license === license && (name === '' || one.use === name))
      return [
        {
          model: facts[index]?.model,
          use: name,
          license: library.licenses.get(license ?? '')?.title ?? '',
          purpose: matter.models?.[index]?.purpose ?? matter.purpose ?? facts[index]?.purpose,
          status: barred(own, library) || (status === undefined ? 'Not known' : states[status]),
        },
      ]
    })
  })
}

/** What staff is told of a model that a use has no right in; empty where it has one. */
function barred(own: readonly Answer[], library: Library): string {
  if (own.length === 0 || !own.every(({ withoutRight }) => withoutRight)) return ''
  const where = citedWords(
    own.flatMap(({ reasons }) => reasons.flatMap(({ citations }) => citations)),
    library.licenses,
  )
  return `Do not use: no right in it (${shortWhere(where)})`
}

function namesOf(licenses: License[], library: Library): string {
  return licenseNames(
    licenses.map(({ id }) => id),
    library.licenses,
  )
}

function researchOnly(licenses: License[], input: DraftInput): Said | false {
  const { library } = input
  const barred = having(
    licenses,
    library,
    'commercial-use',
    ({ facts }) => facts.commercial_use === 'prohibited',
  )
  return barred.length > 0 && said(barred, input, 'commercial-use', '')
}

function trainingBans(licenses: License[], input: DraftInput): Said[] {
  const { library } = input
  return having(licenses, library, 'model-improvement', ({ facts }) => facts.purpose === 'improve').map(
    (license) => said([license], input, 'model-improvement', license.name),
  )
}

/** Licenses with the same word for the name are told once. */
function namingDuties(licenses: License[], input: DraftInput): Said[] {
  const { library } = input
  const bound = having(
    licenses,
    library,
    'model-naming',
    ({ facts }) => Array.isArray(facts.inputs) && facts.inputs.includes('outputs'),
  )
  const words = new Set(bound.map(({ id }) => nameElement(library, id)))
  return [...words].map((word) =>
    said(
      bound.filter(({ id }) => nameElement(library, id) === word),
      input,
      'model-naming',
      word,
    ),
  )
}

function nameElement(library: Library, license: string): string {
  const term = library.terms.get(`${license}/model-naming`)
  return term?.absent === false ? String(term.facts.name_element) : ''
}

function having(
  licenses: License[],
  library: Library,
  topic: string,
  holds: (term: Term) => boolean,
): License[] {
  return licenses.filter(({ id }) => {
    const term = library.terms.get(`${id}/${topic}`)
    return term?.absent === false && holds(term)
  })
}

function said(licenses: License[], input: DraftInput, topic: string, words: string): Said {
  const { library } = input
  return {
    names: namesOf(licenses, library),
    words,
    cite: narrowCite(licenses, library, topic),
    uses: usesWhere(input, (use) => runsUnder(use, licenses, library)),
  }
}

function domainsTold(input: DraftInput): string {
  const domains: readonly string[] = input.matter.domains ?? []
  return listed(
    domains.map((domain) => {
      const uses = usesWhere(input, ({ matter: { domains: own = [] } }) =>
        (own as readonly string[]).includes(domain),
      )
      return `${valueWords(domain)}${uses === '' ? '' : ` (${uses})`}`
    }),
  )
}
