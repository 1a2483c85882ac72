import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { dayAfter } from '../../src/days.ts'
import { loadLibrary } from '../../src/library/index.ts'
import { obligationCalendar, obligations, readRecord } from '../../src/register/index.ts'

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
  const calendar = obligationCalendar(dated, '2026-01-01')
  expect(obligationCalendar(dated, '2026-01-01')).toBe(calendar)
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
