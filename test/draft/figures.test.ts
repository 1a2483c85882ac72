import { describe, expect, test } from 'vitest'
import { addendumConflicts, chooseFlowDowns, draft, draftToMarkdown } from '../../src/draft/index.ts'
import { wrongFigures } from '../../src/library/check/figures.ts'
import { library, templates } from './loaded.ts'
import { makerFor, matterOf, parties } from './vendor-matters.ts'

const facts = (more: object = {}, vendor: object = {}, kind = 'saas') => ({
  ...parties,
  vendor: { ...parties.vendor, kind, models: ['Llama 3.3'], sees_prompts: true, ...vendor },
  fine_tuning: { done: false },
  personal_data: false,
  ...more,
})
const made = (given: object, options = {}) =>
  draft('vendor-addendum', { templates, library, matter: matterOf(given), options })
const words = (given: object, options = {}) =>
  draftToMarkdown(made(given, options)).split('Record of the clauses')[0]!.replaceAll(/\s+/g, ' ')
const notes = (given: object) => addendumConflicts(matterOf(given), library).map(({ reason }) => reason)

describe('every level can be measured, and a lower one never asks for more', () => {
  test('of each clause of the library', () => {
    for (const flowDown of library.flowDowns.values())
      expect({ id: flowDown.id, wrong: wrongFigures(flowDown) }).toEqual({ id: flowDown.id, wrong: [] })
  })

  const flowDown = () => library.flowDowns.get('confidentiality')!
  test.each([
    [
      'a lower level asks for more',
      { figures: { logs: { fallback: 10 } } },
      /asks for more of the figure logs/,
    ],
    [
      'a number stands in the words',
      { levels: { fallback: 'Logs for 90 days.' } },
      /“90 days” is written out/,
    ],
    [
      'nothing can be counted',
      { levels: { fallback: 'Logs as is reasonable.' } },
      /nothing of it can be counted/,
    ],
    ['a figure has no value', { levels: { fallback: 'Within {{figures.reply}}.' } }, /reply has no value/],
  ])(
    'it is told where %s',
    (_, { figures = {}, levels = {} }: { figures?: object; levels?: object }, told) => {
      const own = flowDown()
      const broken = {
        ...own,
        levels: { ...own.levels, ...levels },
        figures: { logs: { ...own.figures.logs!, ...(figures as { logs?: object }).logs } },
      }
      expect(
        wrongFigures(broken)
          .map(({ reason }) => reason)
          .join(),
      ).toMatch(told)
    },
  )
})

describe('numbers are facts', () => {
  test('a figure of the matter takes the place of that of the level, with its currency', () => {
    const negotiation = {
      currency: 'EUR',
      figures: [
        { figure: 'confidentiality.logs', is: 7 },
        { figure: 'insurance.sum', is: 3_000_000 },
      ],
    }
    const text = words(facts({ negotiation }))
    expect(text).toContain('logs that hold them for at most 7 days')
    expect(text).toContain('at least EUR 3,000,000 for each claim')
    expect(text).not.toContain('USD')
  })

  test('one that no clause has, that is nothing, or a currency that is none, is an error', () => {
    const with_ = (negotiation: object) => () => made(facts({ negotiation }))
    expect(with_({ figures: [{ figure: 'confidentiality.log', is: 7 }] })).toThrow(
      /did you mean confidentiality\.logs\?/,
    )
    expect(with_({ figures: [{ figure: 'liability.cap', is: 0 }] })).toThrow(/no number/)
    expect(with_({ currency: 'euros' })).toThrow(/three capital letters/)
  })

  test('indemnity and liability have a cap in numbers at every level, and none only where the matter says so', () => {
    for (const relation of ['ours', 'balanced', 'theirs']) {
      const text = words(facts({ negotiation: { relation } }))
      expect(text).toMatch(/for all Claims of a year together, to USD [\d,]+\./)
      expect(text).toMatch(/for all events of a year together, to USD [\d,]+, or to \d times the fees/)
    }
    expect(words(facts({ negotiation: { relation: 'ours', uncapped: true } }))).toContain(
      'No limit of liability applies to this clause.',
    )
  })

  test('what the vendor answered is held against the clause', () => {
    expect(notes(facts({}, { retention_days: 365 }))).toContainEqual(
      expect.stringMatching(/answers 365 days, and the clause says at most 30 days/),
    )
    expect(notes(facts({}, { retention_days: 30, insurance: 'cyber, EUR 5m' }))).toEqual([
      expect.stringMatching(/no single sum in USD is read/),
    ])
    expect(notes(facts({}, { insurance: 'E&O and cyber, USD 2 million each' }))).toEqual([
      expect.stringMatching(/answers USD 2,000,000, and the clause says at least USD 5,000,000/),
    ])
    expect(notes(facts({}, { insurance: 'USD 5,000,000' }))).toEqual([])
  })
})

describe('the relation chooses the level', () => {
  const levels = (negotiation: object | undefined, id = 'indemnity') =>
    chooseFlowDowns(matterOf(facts(negotiation ? { negotiation } : {})), library).find(
      ({ flowDown }) => flowDown.id === id,
    )!.level

  test.each([
    [{ relation: 'ours' }, 'preferred', 'preferred'],
    [{ relation: 'balanced' }, 'fallback', 'fallback'],
    [{ relation: 'unknown' }, 'fallback', 'fallback'],
    [{ relation: 'theirs' }, 'walk_away', 'fallback'],
    [{ relation: 'theirs', positions: { indemnity: 'preferred' } }, 'preferred', 'fallback'],
    [{ appetite: 'high' }, 'fallback', 'fallback'],
    [undefined, 'preferred', 'preferred'],
  ])('%j: %s, and where there is no walk-away %s', (negotiation, level, other) => {
    expect(levels(negotiation)).toBe(level)
    expect(levels(negotiation, 'survival')).toBe(other)
  })

  test('an older matter keeps its level, and is told so', () => {
    expect(made(facts()).notices).toEqual([expect.stringMatching(/relation is not given.*preferred/)])
    expect(made(facts({ negotiation: { relation: 'ours' } })).notices).toBeUndefined()
  })
})

describe('two forms, each with a cover page', () => {
  const ids = (given: object, form?: 'terms' | 'full') =>
    chooseFlowDowns(matterOf(given), library, form).flatMap((one) => (one.in ? [one.flowDown.id] : []))

  test('Llama terms leave out what the master agreement has, and nothing else', () => {
    const covers = { agreement: { ...parties.agreement, covers: ['security', 'insurance'] } }
    const all = ids(facts(), 'full')
    expect(all.filter((id) => !ids(facts(covers)).includes(id)).sort()).toEqual(['insurance', 'security'])
    const terms = ids(facts(), 'terms')
    expect(terms).toContain('user-threshold')
    expect(terms.filter((id) => library.flowDowns.get(id)?.coveredBy !== undefined)).toEqual([])
    expect(made(facts(), { form: 'terms' }).notices?.join()).toMatch(/agreement\.covers is not given/)
  })

  test('on a cover page each field has a name that the standard terms use, and no number stands in them', () => {
    for (const form of ['terms', 'full'] as const) {
      const paper = made(facts({ negotiation: { relation: 'ours' } }), { form, cover: true })
      expect(paper.messages).toEqual([])
      const text = draftToMarkdown(paper).split('Record of the clauses')[0]!
      const [cover = '', terms = ''] = text.split('## Standard terms')
      const fields = [...cover.matchAll(/^\| “\*\*([^*]+)\*\*”/gm)].map(([, name]) => name!)
      expect(fields.length).toBeGreaterThan(5)
      for (const name of fields.slice(2)) expect(terms).toContain(name)
      expect(terms.split('Models and licenses')[0]).not.toMatch(/\d+ (?:business )?days|\d+ months|USD/)
    }
  })
})

test('each answer of a vendor changes the document, the risk or a note', async () => {
  const { vendorRisk } = await import('../../src/draft/index.ts')
  const { askedOfVendors } = await import('../../src/draft/index.ts')
  const answers: Record<string, unknown> = {
    name: 'Other Ltd.',
    product: 'Other Desk',
    licensed: 'no',
    models: ['Llama 3.1'],
    sees_prompts: false,
    trains_on_customer_data: true,
    indemnifies: false,
    address: '1 Elsewhere',
    form: 'a partnership',
    principal_place_of_business: 'DE',
    maker: 'Pike Labs',
    maker_place: 'DE',
    above_threshold: true,
    weights_source: 'llama.com, by digest',
    infringement_claim: true,
    policy_in_terms: 'no',
    moderation: 'no',
    known_dangers: 'no',
    display_at: 'none',
    retention_days: 365,
    data_location: 'Norway',
    subcontractors: ['Pike (hosting)'],
    certifications: ['SOC 2 Type II'],
    insurance: 'none',
    contact: 'legal@other.example',
    incident_contact: 'desk@other.example',
  }
  const asked = [...askedOfVendors()]
    .map((path) => path.replace('vendor.', ''))
    .filter((key) => key !== 'kind')
  expect(Object.keys(answers).sort()).toEqual(asked.sort())
  const base = { models: ['Llama 4'] }
  const all = (vendor: object, kind = 'saas') => {
    const given = facts({}, { ...base, ...vendor }, kind)
    const matter = matterOf(given)
    const notes = addendumConflicts(matter, library)
    return JSON.stringify([words(given, { allowConflicts: true }), notes, vendorRisk(matter, library)])
  }
  // Where a maker sits says something of what a reseller sells alone.
  const kindFor = (key: string) => (key === 'maker_place' ? 'reseller' : 'saas')
  for (const [key, value] of Object.entries(answers))
    expect(all({ ...makerFor(kindFor(key)), [key]: value }, kindFor(key)), key).not.toBe(
      all(makerFor(kindFor(key)), kindFor(key)),
    )
})
