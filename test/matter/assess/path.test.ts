import { describe, expect, test } from 'vitest'
import type { Library, Limit } from '../../../src/library/index.ts'
import { decide, type Held, limitsHeld, rightIsTaken } from '../../../src/matter/assess/path.ts'
import type { Situation } from '../../../src/matter/condition/types.ts'
import type { DutyAnswer } from '../../../src/matter/types.ts'

/** A license of two sections, and what is said where nothing stands in the way of a use. */
const term = (document: string, ...sections: string[]) => ({ document, sections, quotes: [] })
const library = {
  licenses: new Map(),
  terms: new Map([
    ['fern/grant', term('agreement', '1')],
    ['fern/use', term('agreement', '2', '3')],
  ]),
  citations: {},
  limits: [
    limit('sure', { when: { 'license.id': 'fern' } }),
    limit('never', { when: { 'license.id': 'moss' } }),
    limit('asked', { when: { 'matter.exposure': 'public' } }),
  ],
  enough: [
    { id: 'moss', says: 'moss {duties}', when: { 'license.id': 'moss' }, duties: true, cites: [] },
    {
      id: 'free',
      says: 'nothing is due',
      when: { 'license.id': 'fern' },
      duties: false,
      cites: [{ topic: 'use' }],
    },
    {
      id: 'duties',
      says: 'what is due: {duties}',
      when: { 'license.id': 'fern' },
      duties: true,
      cites: [{ topic: 'use', section: '3' }],
    },
  ],
} as unknown as Library

const situation = {
  matter: { matter: 'A' },
  license: { id: 'fern', name: 'Fern', version: '1' },
  terms: {},
  derived: {},
} as unknown as Situation

function limit(id: string, given: Partial<Limit> = {}): Limit {
  return {
    id,
    says: `${id} holds`,
    when: {},
    path: 'not-usable',
    takes: 'right',
    wayOut: `leave ${id}`,
    cites: [{ topic: 'use' }],
    ...given,
  }
}

const asking = (fact: string) => ({ fact, question: `${fact}?` })
const sure = (id: string, given: Partial<Limit> = {}): Held => ({
  limit: limit(id, given),
  holds: true,
  questions: [],
})
const open = (id: string, given: Partial<Limit> = {}): Held => ({
  limit: limit(id, given),
  holds: 'open',
  questions: [asking(id)],
})

function duty(title: string, given: Partial<DutyAnswer> = {}): DutyAnswer {
  return {
    id: 'agreement-copy',
    duty: 'copy',
    title,
    is: 'applies',
    because: [],
    questions: [],
    performed: 'no',
    citations: [{ license: 'fern', document: 'agreement', section: title, cited: title, quotes: [] }],
    ...given,
  }
}

const decided = (held: Held[], duties: DutyAnswer[] = [], where: Partial<Library> = {}) =>
  decide(held, duties, situation, { ...library, ...where })
const sections = (citations: { section: string }[]) => citations.map(({ section }) => section)

test('limits are those that hold or hang on what is not known', () => {
  expect(limitsHeld(situation, library)).toEqual([
    { limit: library.limits[0], holds: true, questions: [] },
    {
      limit: library.limits[2],
      holds: 'open',
      questions: [expect.objectContaining({ fact: 'exposure' })],
    },
  ])
})

describe('the right is taken', () => {
  test.each([
    ['by a limit that holds and takes it', [sure('a')], true],
    ['by one of several', [sure('a', { takes: 'use' }), sure('b')], true],
    ['not where that is not known', [open('a')], false],
    ['not by a limit on the use', [sure('a', { takes: 'use' })], false],
    ['not where Meta is to be asked', [sure('a', { path: 'clarify-with-meta' })], false],
    ['by nothing', [], false],
  ])('%s', (_, held, taken) => expect(rightIsTaken(held)).toBe(taken))
})

describe('without a limit', () => {
  test('and without a duty a use may go on', () => {
    expect(decided([])).toEqual({
      path: 'go',
      reasons: [{ statement: 'nothing is due', citations: [expect.anything(), expect.anything()] }],
      questions: [],
      unless: [],
      wayOut: [],
    })
  })

  test('a duty that is surely not due is not asked for', () => {
    expect(decided([], [duty('Copy', { is: 'not' })])).toMatchObject({ path: 'go', unless: [] })
  })

  test('a duty that is due, or open in the text, is named and cited', () => {
    const duties = [duty('Copy'), duty('Display', { is: 'open' }), duty('Name', { is: 'not' })]
    const { path, reasons } = decided([], duties)
    expect(path).toBe('go-with-duties')
    expect(reasons.map(({ statement }) => statement)).toEqual([
      'what is due: copy and display (open in the text, and best done)',
    ])
    expect(sections(reasons[0]!.citations)).toEqual(['3', 'Copy', 'Display'])
  })

  test('a duty that hangs on an answer leaves it undecided, and is asked for once', () => {
    const duties = [
      duty('Copy', { is: 'open', questions: [asking('modified')] }),
      duty('Display', { is: 'open', questions: [asking('modified'), asking('shown')] }),
    ]
    const { path, reasons, questions, unless, wayOut } = decided([], duties)
    expect(path).toBe('not-decided')
    expect(questions).toEqual([asking('modified'), asking('shown')])
    expect(reasons.map(({ statement }) => statement)).toEqual([
      'Not known whether this holds: Copy is due',
      'Not known whether this holds: Display is due',
    ])
    expect(reasons.map(({ citations }) => sections(citations))).toEqual([['Copy'], ['Display']])
    expect(unless.map(({ outcome }) => outcome)).toEqual(['go-with-duties', 'go-with-duties'])
    expect(wayOut).toEqual([])
  })

  test('such a duty decides nothing where another is due', () => {
    const { path, unless } = decided(
      [],
      [duty('Copy'), duty('Display', { is: 'open', questions: [asking('shown')] })],
    )
    expect([path, unless]).toEqual(['go-with-duties', []])
  })

  test('and without a sentence for it the duties are named, and the grant is cited', () => {
    const { reasons } = decided([], [duty('Copy'), duty('Display')], { enough: [] })
    expect(reasons[0]!.statement).toBe('copy and display')
    expect(sections(reasons[0]!.citations)).toEqual(['1', 'Copy', 'Display'])
  })

  test('a sentence is said only where its condition surely holds', () => {
    const enough = [{ ...library.enough[1]!, when: { 'matter.exposure': 'public' } }]
    expect(decided([], [], { enough }).reasons[0]!.statement).toBe('')
  })
})

describe('with limits', () => {
  test('the worst that holds decides, with its reasons and every way out once', () => {
    const held = [
      sure('a', { path: 'clarify-with-meta' }),
      sure('b', { path: 'separate-license', cites: [{ topic: 'use', section: '3' }] }),
      sure('c', { path: 'separate-license', wayOut: 'leave b' }),
    ]
    const { path, reasons, wayOut, unless, questions } = decided(held, [duty('Copy')])
    expect(path).toBe('separate-license')
    expect(reasons.map(({ statement }) => statement)).toEqual(['b holds', 'c holds'])
    expect(reasons.map(({ citations }) => sections(citations))).toEqual([['3'], ['2', '3']])
    expect(wayOut).toEqual(['leave a', 'leave b'])
    expect([unless, questions]).toEqual([[], []])
  })

  test('the worst decides wherever it stands', () => {
    const held = [sure('a', { path: 'not-usable' }), sure('b', { path: 'clarify-with-meta' })]
    expect(decided(held).path).toBe('not-usable')
  })

  test('a worse one that is not known leaves it undecided, the worst first', () => {
    const held = [
      open('a', { path: 'separate-license' }),
      sure('b', { path: 'clarify-with-meta' }),
      open('c'),
    ]
    const { path, reasons, questions, unless, wayOut } = decided(held)
    expect(path).toBe('not-decided')
    expect(unless.map(({ statement, outcome }) => [statement, outcome])).toEqual([
      ['c holds', 'not-usable'],
      ['a holds', 'separate-license'],
    ])
    expect(unless.map(({ questions }) => questions)).toEqual([[asking('c')], [asking('a')]])
    expect(reasons.map(({ statement }) => statement)).toEqual([
      'Not known whether this holds: c holds',
      'Not known whether this holds: a holds',
    ])
    expect(questions).toEqual([asking('c'), asking('a')])
    expect(wayOut).toEqual(['leave c', 'leave a'])
  })

  test('what is as bad as what holds already, or better, is not asked', () => {
    const held = [
      sure('a', { path: 'separate-license' }),
      open('b', { path: 'separate-license' }),
      open('c', { path: 'clarify-with-meta' }),
    ]
    expect(decided(held)).toMatchObject({
      path: 'separate-license',
      unless: [],
      questions: [],
      wayOut: ['leave a'],
    })
  })

  test('where a separate license is needed for certain, a worse open one is told and decides nothing', () => {
    const { path, reasons, unless, questions, wayOut } = decided([
      sure('a', { path: 'separate-license' }),
      open('b', { path: 'not-usable' }),
    ])
    expect(path).toBe('separate-license')
    expect(reasons.map(({ statement }) => statement)).toEqual(['a holds'])
    expect(unless.map(({ outcome }) => outcome)).toEqual(['not-usable'])
    expect([questions, wayOut]).toEqual([[], ['leave a']])
  })

  test('a duty that is not known does not matter beside one', () => {
    const asked = duty('Copy', { is: 'open', questions: [asking('modified')] })
    expect(decided([sure('a', { path: 'clarify-with-meta' })], [asked])).toMatchObject({
      path: 'clarify-with-meta',
      unless: [],
    })
  })

  test('one that is not known goes before duties that are due', () => {
    const { path, wayOut } = decided([open('a', { path: 'clarify-with-meta' })], [duty('Copy')])
    expect([path, wayOut]).toEqual(['not-decided', ['leave a']])
  })
})
