import type { License } from '../../library/index.ts'
import { type Matter, narrowCite, vendorChosen } from '../../matter/index.ts'
import { factsOf } from '../facts.ts'
import { type ChosenFlowDown, chooseFlowDowns, formOf } from '../flow-down/choose.ts'
import { addendumConflicts } from '../flow-down/contradictions.ts'
import { departures } from '../flow-down/departures.ts'
import { figureOf } from '../flow-down/figures.ts'
import { addendumNotices, kindNotices } from '../flow-down/notices.ts'
import { withUsesOfVendor } from '../flow-down/uses-of-vendor.ts'
import type { TemplateSource } from '../template/templates.ts'
import { type Markdown, type Missing, markdown } from '../template/value.ts'
import type { SigningParty } from '../tree/directive/signatures.ts'
import { type RecordedClause, recordOf } from './clause-record.ts'
import { shortWhere } from './memo-short-where.ts'
import { type OwnWords, ownWords } from './own-words.ts'
import type { DocumentKind, DraftInput } from './types.ts'
import { type AddendumFacts, addendumFacts, capped, outlast, wordsOfLicenses } from './vendor-facts.ts'
import { type LicenseRow, licenseRows, type ModelRow, modelRows } from './vendor-schedules.ts'

interface VendorAddendumView extends AddendumFacts {
  models: ModelRow[]
  /** Clauses that are in, in order; each is the view of its partial. */
  clauses: (AddendumFacts & {
    partial: string
    figures: Record<string, Markdown>
    /** Of a clause of this deal alone. */
    own?: OwnWords
  })[]
  /** Figures of the clauses that are in, for a cover page. */
  fields: { term: Markdown; words: string; clause: string }[]
  /** Why each clause of the library is in or out. */
  record: RecordedClause[]
  /** Where the licenses say what the parties start from; empty where none of them does. */
  background: { termination: string; warranty: string; policy: string; multimodal: string }
  agreement: { title: string | Missing; date: string | Missing }
  parties: SigningParty[]
}

/** The addendum to a vendor's contract. */
export const vendorAddendum: DocumentKind<VendorAddendumView> = {
  id: 'vendor-addendum',
  forVendor: true,
  title: 'Llama Addendum',
  summary: 'Addendum to the contract with a vendor, or with a reseller, whose product runs on Llama',
  toOthers: true,
  forms: true,
  coheres: true,
  needs: [
    'role',
    'client.name',
    'client.form',
    'client.address',
    'client.contact',
    'client.incident_contact',
    'client.signatory.name',
    'client.signatory.title',
    'models[].model',
    'models[].license',
    'models[].size',
    'weights_recipients',
    'domains',
    'personal_data',
    'vendor.name',
    'vendor.product',
    'vendor.kind',
    'vendor.models',
    'vendor.products[].product',
    'vendor.products[].models',
    'vendor.contract.title',
    'vendor.contract.date',
    'vendor.address',
    'vendor.signatory.name',
    'vendor.signatory.title',
    'vendor.form',
    'vendor.data_location',
    'vendor.subcontractors',
    'vendor.maker',
    'vendor.contact',
    'vendor.incident_contact',
    'agreement.title',
    'agreement.date',
    'negotiation.positions',
    'document.governing_law',
    'negotiation.appetite',
    'negotiation.relation',
    'negotiation.figures[].figure',
    'negotiation.figures[].is',
    'negotiation.currency',
    'negotiation.uncapped',
    'agreement.covers',
    'vendor.retention_days',
    'vendor.insurance',
    'vendor.weights_source',
    'vendor.certifications',
  ],
  reads: {
    judges: ['flow-downs', 'contradictions', 'lines'],
    assessment: ['thresholds'],
    // The record goes through the topics of whatever flow-downs there are.
    everyTopic: true,
    topics: [
      'safety-circumvention',
      'harmful-third-party-tools',
      'termination',
      'warranty',
      'acceptable-use',
      'policy-changes',
      'multimodal-european-union',
    ],
    facts: [
      'user-threshold.threshold_users',
      'built-with-display.display_text',
      'model-naming.name_element',
      'model-naming.inputs',
      'commercial-use.production_use',
    ],
    flowDowns: [...new Set([...outlast, ...capped])],
    traits: [
      'hosts',
      'delivers',
      'makes-models',
      'works-for-client',
      'sells-on',
      'supplies-product',
      'sells-for-maker',
    ],
  },
  conflicts: ({ matter, uses, library, options }) =>
    addendumConflicts(withUsesOfVendor(matter, uses), library, options.form ?? formOf(matter)),
  notices: ({ given, matter, library, options }) => [
    ...kindNotices(matter, library, given && vendorChosen(given, options.vendor).vendor?.kind),
    ...addendumNotices(matter, library, options.form),
  ],
  departures: ({ matter, library, options }) => departures(matter, library, options.form),
  compact: ({ matter, options }) => (options.form ?? formOf(matter)) === 'terms',
  view,
  parts,
  licenses: (input) => [...new Set(modelRows(input).map(({ license }) => license))],
}

function view(input: DraftInput): VendorAddendumView {
  const { matter, library, options } = input
  const form = options.form ?? formOf(matter)
  const cover = options.cover ?? false
  const chosen = chooseFlowDowns(matter, library, form)
  const licenses = licenseRows(input)
  const facts = addendumFacts(input, licenses, chosen, { form, cover })
  const own = licenses.flatMap(({ id }) => input.library.licenses.get(id) ?? [])
  const hasPolicy = ({ id }: License) => input.library.terms.get(`${id}/policy-changes`)?.absent === false
  const cite = (topic: string) => shortWhere(narrowCite(own, input.library, topic))
  return {
    ...facts,
    models: modelRows(input),
    clauses: chosen
      .filter((one) => one.in)
      .map((one) => ({
        ...facts,
        partial: partialOf(one),
        figures: figuresIn(one, input),
        ...(one.flowDown.own && { own: ownWords(one.flowDown.own) }),
        ...(one.licenses.length < licenses.length && ofClause(licenses, one.licenses)),
      })),
    record: recordOf(chosen, input),
    fields: chosen.filter((one) => one.in).flatMap((one) => fieldsOf(one, input)),
    background: {
      termination: cite('termination'),
      warranty: cite('warranty'),
      policy: shortWhere(narrowCite(own.filter(hasPolicy), input.library, 'acceptable-use')),
      multimodal: cite('multimodal-european-union'),
    },
    agreement: agreementOf(input.matter),
    parties: partiesOf(input.matter, facts),
  }
}

/** What a clause sees of the licenses: those that it is in for. */
function ofClause(
  licenses: LicenseRow[],
  ids: string[],
): Pick<AddendumFacts, 'licenses' | 'titles' | 'displays' | 'names'> {
  const own = licenses.filter(({ id }) => ids.includes(id))
  return { licenses: own, titles: own.map(({ title }) => title), ...wordsOfLicenses(own) }
}

/** The figures that the words of a clause have: as numbers, or as they are called on the cover page. */
function figuresIn(
  { flowDown, level }: ChosenFlowDown,
  { matter, options }: DraftInput,
): Record<string, Markdown> {
  return Object.fromEntries(
    Object.entries(flowDown.figures).flatMap(([key, figure]) => {
      const words = figureOf(flowDown, key, level, matter)
      if (words === undefined) return []
      const term = `the ${figure.term}${figure.unit === 'times' ? ' of' : ''}`
      return [[key, markdown(options.cover ? term : words)]]
    }),
  )
}

/** The figures of a clause as fields of a cover page; those alone that its words have. */
function fieldsOf(one: ChosenFlowDown, { matter }: DraftInput): VendorAddendumView['fields'] {
  const { flowDown, level } = one
  const source = flowDown.levels[level] ?? ''
  const uncapped = matter.negotiation?.uncapped === true && source.includes('{{#if uncapped}}')
  return Object.entries(flowDown.figures).flatMap(([key, { term, unit }]) => {
    const words = figureOf(flowDown, key, level, matter)
    if (words === undefined || !source.includes(`{{figures.${key}}}`)) return []
    if (uncapped && (unit === 'money' || unit === 'times')) return []
    return [{ term: markdown(`:term[${term}]`), words, clause: flowDown.id }]
  })
}

function partialOf({ flowDown, level }: ChosenFlowDown): string {
  return `flow-downs/${flowDown.id}/${level}`
}

/** The words of every flow-down at every level, as partials. */
function parts({ library }: DraftInput): Record<string, TemplateSource> {
  let known = partsOf.get(library)
  if (!known) {
    known = Object.fromEntries(
      [...library.flowDowns.values()].flatMap(({ id, levels, file }) =>
        Object.entries(levels).map(([level, source]) => [
          `flow-downs/${id}/${level}`,
          { file, source: `${source}\n` },
        ]),
      ),
    )
    partsOf.set(library, known)
  }
  return known
}

const partsOf = new WeakMap<object, Record<string, TemplateSource>>()

/** The master agreement, or the contract that the vendor's own facts name. */
function agreementOf(matter: Matter): VendorAddendumView['agreement'] {
  const facts = factsOf(matter) as Record<string, Record<string, unknown>>
  const own = matter.vendor?.contract
  const { title, date } = facts.agreement as VendorAddendumView['agreement']
  return { title: own?.title ?? title, date: own?.date ?? date }
}

function partiesOf(matter: Matter, { we, they }: { we: Markdown; they: Markdown }): SigningParty[] {
  const facts = factsOf(matter) as Record<'client' | 'vendor', Record<string, unknown>>
  return (
    [
      ['client', we],
      ['vendor', they],
    ] as const
  ).map(([who, capacity]) => {
    const signs = facts[who].signatory as Record<'name' | 'title', string | Missing>
    return {
      name: facts[who].name as string | Missing,
      capacity: capacity.source,
      signatory: signs.name,
      title: signs.title,
    }
  })
}
