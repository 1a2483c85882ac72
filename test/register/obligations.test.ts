import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { dayAfter } from '../../src/days.ts'
import { loadLibrary } from '../../src/library/index.ts'
import { readMatter } from '../../src/matter/index.ts'
import {
  licenseDuties,
  obligationCalendar,
  obligations,
  obligationsCsv,
  readRecord,
} from '../../src/register/index.ts'

const library = await loadLibrary()
const horizon = { from: '2026-01-01', until: '2027-12-31' }

const kept = (yaml: string, id = 'pine') => ({
  id,
  base: '',
  record: readRecord(`vendor: {name: Pine}\n${yaml}`, 'pine.yaml'),
})
const due = (yaml: string) => obligations([kept(yaml)], library, horizon)

describe('what is due', () => {
  test('follows the level that was signed, and its number', () => {
    const at = (level: string, figures = '{}') =>
      due(
        `status: signed\ndates: {signed: 2026-01-15}\nlevels: {incidents: ${level}}\nfigures: ${figures}`,
      ).standing.map(({ what, time }) => `${what}, ${time}`)
    expect(at('preferred')).toContain(
      'The vendor tells us of an incident, within 24 hours after it learns of it',
    )
    expect(at('preferred')).toHaveLength(3)
    expect(at('fallback')).toEqual([
      'The vendor tells us of an incident, within 72 hours after it has confirmed it',
    ])
    expect(at('fallback', '{incidents.notice: 48}')[0]).toContain('within 48 hours')
    expect(at('other')).toEqual([])
    expect(at('none')).toEqual([])
  })

  test('comes round from the day of signature, and no more when the contract has ended', () => {
    const days = (yaml: string) =>
      due(`status: signed\ndates: {signed: 2025-02-28}\nlevels: {security: preferred}\n${yaml}`).dated.map(
        ({ on }) => on,
      )
    // Tests twice a year, an assessor once.
    expect(days('')).toEqual([
      '2026-02-28',
      '2026-02-28',
      '2026-08-28',
      '2027-02-28',
      '2027-02-28',
      '2027-08-28',
    ])
    expect(days('term: {ends: 2026-06-30}')).toEqual(['2026-02-28', '2026-02-28', '2026-06-30'])
  })

  test('lasts beyond the end where the clause says so, and counts from the day on which it ended', () => {
    const { dated } = due(
      'status: ended\ndates: {signed: 2024-01-01, ended: 2026-03-31}\nlevels: {return-and-deletion: fallback, records-and-audit: walk-away}',
    )
    expect(dated.map(({ on, time, lasts }) => [on, time, lasts === true])).toEqual([
      ['2026-01-01', 'once in 12 months, on our request', false],
      ['2026-05-30', 'within 60 days after the end', false],
      ['2026-09-27', 'within 180 days after the end', false],
      ['2027-03-31', 'for 12 months after the end', true],
    ])
  })

  test('is a notice before a contract renews by itself', () => {
    const { dated } = due(
      'status: signed\ndates: {signed: 2026-01-01}\nterm: {renews: 2027-01-01, notice_days: 60}',
    )
    expect(dated.map(({ on, by }) => [on, by])).toEqual([
      ['2026-11-02', 'us'],
      ['2027-01-01', 'us'],
    ])
  })

  test('tells days of a term that have gone by, since no list of what is due shows them', () => {
    const told = (term: string) =>
      due(`status: signed\ndates: {signed: 2025-01-31}\nlevels: {incidents: none}\nterm: ${term}`)
    const missed = told('{renews: 2026-01-10, notice_days: 30}')
    expect(missed.undated.map(({ why }) => why)).toEqual([
      'The last day for notice was 2025-12-11: it renews on 2026-01-10',
    ])
    expect(missed.dated.map(({ on }) => on)).toEqual(['2026-01-10'])
    expect(told('{renews: 2025-12-31}').undated[0]?.why).toContain('2025-12-31, has passed')
    expect(told('{ends: 2025-12-31}').undated[0]?.why).toContain('Its last day was 2025-12-31')
    expect(told('{ends: 2027-12-31, notice_days: 60}').undated[0]?.why).toContain('no day on which it renews')
    expect(told('{renews: 2026-04-01, notice_days: 60}').undated).toEqual([])
  })

  test('is not told of a vendor that has not signed, and what is not known of one that has is', () => {
    expect(due('status: sent\nlevels: {incidents: preferred}')).toEqual({
      dated: [],
      standing: [],
      undated: [],
    })
    expect(due('status: signed\nlevels: {incidents: other}').undated.map(({ why }) => why)).toEqual([
      expect.stringContaining('No day of signature'),
      expect.stringContaining('other words than ours, which a person reads: incidents'),
    ])
  })

  test('is ours or the reseller’s where the vendor sells on our product', () => {
    const told = (kind: string) =>
      obligations(
        [
          {
            id: 'pine',
            base: '',
            record: readRecord(
              `vendor: {name: Pine, kind: ${kind}}\nstatus: signed\ndates: {signed: 2026-01-01}\nlevels: {moderation: fallback}`,
              'pine.yaml',
            ),
          },
        ],
        library,
        horizon,
      ).standing.map(({ by }) => by)
    expect(told('saas')).toEqual(['vendor'])
    expect(told('own-reseller')).toEqual(['us'])
  })
})

test('days are counted as people count them', () => {
  expect(dayAfter('2026-01-31', 1, 'months')).toBe('2026-02-28')
  expect(dayAfter('2024-02-29', 1, 'years')).toBe('2025-02-28')
  expect(dayAfter('2026-11-27', 1, 'business-days')).toBe('2026-11-30')
  expect(dayAfter('2026-11-30', -2, 'business-days')).toBe('2026-11-26')
  expect(dayAfter('2026-12-31', 25, 'hours')).toBe('2027-01-02')
})

test('a calendar has whole days, and the same bytes for the same obligations', () => {
  const { dated } = due(
    'status: signed\ndates: {signed: 2026-01-01}\nterm: {ends: 2026-12-31}\nlevels: {insurance: preferred}',
  )
  const calendar = obligationCalendar({ dated }, '2026-01-01')
  expect(obligationCalendar({ dated }, '2026-01-01')).toBe(calendar)
  expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(dated.length)
  expect(calendar).toContain('DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101')
  expect(calendar.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
})

test('a clause says in time what is due, and each has words at every level that it names', () => {
  const flowDowns = [...library.flowDowns.values()]
  expect(flowDowns.filter(({ due }) => due.length > 0).length).toBeGreaterThan(20)
  for (const flowDown of flowDowns)
    for (const {
      figure,
      levels = Object.keys(flowDown.levels) as ('preferred' | 'fallback' | 'walk_away')[],
    } of flowDown.due)
      for (const level of figure === undefined ? [] : levels) {
        const words = readFileSync(`clauses/flow-downs/${flowDown.id}.md`, 'utf8')
        expect(['money', 'times'], flowDown.id).not.toContain(flowDown.figures[figure!]!.unit)
        // A level without the number does not print it, and nothing is due there.
        if (flowDown.figures[figure!]![level] !== undefined)
          expect(flowDown.levels[level] ?? words, `${flowDown.id} ${level}`).toContain(
            `{{figures.${figure}}}`,
          )
      }
})

describe('what a license asks for, whatever was signed', () => {
  const asked = (vendor: string, status = 'signed') =>
    licenseDuties(
      [
        {
          id: 'pine',
          base: '',
          record: readRecord(`vendor: {name: Pine, ${vendor}}\nstatus: ${status}`, 'p'),
        },
      ],
      library,
    )
  const who = (vendor: string) =>
    Object.fromEntries(asked(vendor).duties.map(({ duty, license, by }) => [`${license} ${duty}`, by]))

  test('is the vendor’s by its kind and the license of each of its models, and to be settled where neither says', () => {
    expect(who('kind: on-premises-delivery, models: [Llama 3.1, Llama 2]')).toEqual({
      'llama-2 agreement-copy': 'vendor',
      'llama-2 attribution-notice': 'vendor',
      'llama-3.1 agreement-copy': 'vendor',
      'llama-3.1 attribution-notice': 'vendor',
      'llama-3.1 built-with-display': 'vendor',
      // What it delivers may be made with the materials, and nobody says so.
      'llama-3.1 model-naming': 'to-be-settled',
    })
    const open = { copy: 'to-be-settled', name: 'to-be-settled' }
    const hosted = (license: string, display: string) => ({
      [`${license} agreement-copy`]: open.copy,
      [`${license} built-with-display`]: display,
      [`${license} model-naming`]: open.name,
    })
    // “uses” takes in a hosted product; whether “contains” does where it calls a host, the text does not say.
    expect(who('kind: saas, models: [Llama 3]')).toEqual(hosted('llama-3', 'vendor'))
    expect(who('kind: saas, models: [Llama 3.1]')).toEqual(hosted('llama-3.1', 'to-be-settled'))
    expect(who('kind: managed-api, models: [Llama 3.1]')).toEqual(hosted('llama-3.1', 'vendor'))
    expect(who('kind: saas, models: [Llama 2]')).toEqual({ 'llama-2 agreement-copy': open.copy })
    expect(asked('kind: saas, models: [LLaMA]').notKnown[0]!.why).toContain('bars commercial')
    expect(new Set(Object.values(who('kind: fine-tuning, models: [Llama 3.3]')))).toEqual(
      new Set(['to-be-settled']),
    )
    expect(who('kind: contractor, models: [Llama 3.3]')).toEqual({})
    expect(who('kind: on-premises-delivery, models: [LLaMA]')['llama-1 notices-kept']).toBe('vendor')
  })

  test('has its words, its section and the name of the version', () => {
    const { duties } = asked('kind: embedded-product, models: [Llama 3]')
    const display = duties.find(({ duty }) => duty === 'built-with-display')
    expect(display).toMatchObject({
      licenseName: 'Meta Llama 3',
      section: 'sections 1.b.i and 1.b.i(B)',
      at: ['first-distribution', 'first-offer', 'while-offered', 'version-change'],
    })
    expect(display!.what).toContain('“Built with Meta Llama 3”')
    for (const { what, because } of asked('kind: fine-tuning, models: [Llama 2, Llama 3, Llama 4]').duties)
      expect(`${what} ${because}`).not.toMatch(/\{\{|\[not known/)
  })

  test('is not told where no license or no kind is known, and not of one that has not signed', () => {
    const why = (vendor: string) => asked(vendor).notKnown.map((one) => one.why)
    expect(why('kind: saas')).toEqual([expect.stringContaining('Its models are not kept')])
    expect(why('models: [Llama 3.3]')).toEqual([expect.stringContaining('vendor.kind')])
    expect(why('kind: saas, models: [Falcon]')).toEqual([expect.stringContaining('Falcon')])
    expect(asked('kind: saas, models: [Llama 3.3]', 'sent')).toEqual({ duties: [], notKnown: [] })
  })

  test('is ours in our own uses where their facts say so, and to be settled where the text or a fact is missing', () => {
    const own = (facts: string) =>
      licenseDuties(
        [],
        library,
        readMatter(`matter: Ours\nmodels: [{model: Llama 3.1, status: in-use}]\n${facts}`, 'm'),
      )
    const shipped = own('weights_recipients: [customers]\ninside: own\ndeployment: [own-cloud]').duties
    expect(shipped.find(({ duty }) => duty === 'agreement-copy')).toMatchObject({
      by: 'us',
      what: 'We hand over a copy of the agreement',
      title: 'Ours',
    })
    const inside = own(
      'exposure: internal\naccess: output-only\ninside: own\naudience: [staff]\nweights_recipients: [nobody]\nfine_tuning: {done: no}\noutput_training: {done: no}',
    )
    expect(inside.duties).toEqual([])
    const [open] = own('').duties
    expect(open).toMatchObject({ by: 'to-be-settled' })
    expect(open!.because).toMatch(/\? \([a-z_.]+\)/)
  })

  test('stands in the table apart from what was signed, and in the calendar as tasks without a day', () => {
    const licenses = asked('kind: saas, models: [Llama 3.1]')
    const found = { ...due('status: signed\nlevels: {incidents: fallback}'), licenses }
    const rows = obligationsCsv(found).split('\r\n')
    expect(rows[1]).toMatch(/,contract,,,$/)
    expect(rows[2]).toMatch(/^,,Pine,pine,to be settled,.*,license,Llama 3\.1,"sections/)
    const calendar = obligationCalendar(found, '2026-01-01')
    expect(calendar.match(/BEGIN:VTODO/g)).toHaveLength(3)
    expect(calendar).not.toMatch(/\nDUE/)
    expect(calendar.replaceAll('\r\n ', '')).toContain(
      'Llama 3.1\\, sections 1.b.i and 1.b.i(B). To be settled',
    )
    expect(calendar.endsWith('END:VTODO\r\nEND:VCALENDAR')).toBe(true)
    expect(calendar.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
  })
})

test('every duty says who owes it and when', () => {
  for (const { due, id } of library.duties.values())
    expect(
      due.map(({ by }) => by),
      id,
    ).toContain('us')
})
