import { describe, expect, test } from 'vitest'
import type { Library } from '../../../src/library/index.ts'
import { affiliateOnDay, countUsers, licenseeOf } from '../../../src/matter/assess/threshold.ts'
import type { Matter } from '../../../src/matter/index.ts'
import type { ThresholdCount } from '../../../src/matter/types.ts'

const term = (facts: object) => ({ document: 'agreement', sections: ['2'], quotes: [], facts })
/** Licenses of a thousand users, counted on a day or on none; one without a number, and one that is silent. */
const library = {
  citations: {},
  terms: new Map<string, object>([
    ['fern/user-threshold', term({ threshold_users: 1000, counted_on_date: '2024-07-23', who: false })],
    ['moss/user-threshold', term({ threshold_users: 1000 })],
    ['reed/user-threshold', { absent: true, ...term({ threshold_users: 1000 }) }],
    ['sedge/user-threshold', term({ threshold_users: 'many', counted_on_date: '2024-07-23' })],
  ]),
  silences: [
    { topic: 'user-threshold', fact: 'who', is: false, says: 'It does not say who counts.' },
    { topic: 'user-threshold', fact: 'who', is: true, says: 'It says who counts.' },
    { topic: 'grant', fact: 'who', is: false, says: 'Another topic.' },
  ],
} as unknown as Library

type Users = NonNullable<NonNullable<Matter['reach']>['monthly_active_users']>
type Reach = NonNullable<Matter['reach']>
const matter = (
  users: Users | undefined,
  reach: Partial<Reach> = {},
  more: Partial<Matter> = {},
): Matter => ({
  matter: 'A',
  client: { name: 'Larch Limited', short_name: 'Larch' },
  reach: {
    ...(users && { monthly_active_users: users }),
    affiliates_complete: true,
    acquisitions: [],
    ...reach,
  },
  ...more,
})
const count = (given: Matter, license = 'fern'): ThresholdCount => countUsers(given, license, library)!
const status = (given: Matter, license?: string) => count(given, license).status
const june = (users: number) => ({ months: { '2024-06': users } })

describe('a license without a number of users', () => {
  test.each(['reed', 'sedge', 'none'])('%s has no count', (license) =>
    expect(countUsers(matter({}), license, library)).toBeUndefined(),
  )
})

test('all that is said of a plain count', () => {
  expect(count(matter({ Search: june(400), Maps: june(300) }))).toEqual({
    license: 'fern',
    company: 'Larch Limited',
    threshold: 1000,
    countedOn: '2024-07-23',
    month: '2024-06',
    users: 700,
    margin: 300,
    products: [
      { product: 'Search', company: 'Larch', users: 400, month: '2024-06', counted: true },
      { product: 'Maps', company: 'Larch', users: 300, month: '2024-06', counted: true },
    ],
    warnings: [],
    leftOpen: [
      {
        statement: 'It does not say who counts.',
        citations: [{ license: 'fern', document: 'agreement', section: '2', cited: '2', quotes: [] }],
      },
    ],
    asks: [],
    laterAffiliates: false,
    foundedLater: false,
    status: 'below',
  })
})

test('where no users are said nothing is counted, and the two facts are asked for', () => {
  const { users, margin, asks, status, warnings } = count({ matter: 'A' })
  expect({ users, margin, status }).toEqual({ users: undefined, margin: undefined, status: 'not-known' })
  expect(asks).toEqual(['reach.monthly_active_users', 'reach.affiliates_complete'])
  expect(warnings).toEqual(['It is not confirmed that the list covers all affiliates.'])
  expect(count({ matter: 'A' }).company).toBe('the client')
})

describe('the border', () => {
  test.each<[string, Matter, ThresholdCount['status']]>([
    ['at the number', matter({ A: june(1000) }), 'below'],
    ['one above it', matter({ A: june(1001) }), 'above'],
    ['half of it without a month', matter({ A: 500 }), 'below'],
    ['a little more without a month', matter({ A: 501 }), 'not-known'],
    ['far above without a month', matter({ A: 5000 }), 'not-known'],
    ['a tenth of it of another month', matter({ A: { months: { '2024-05': 100 } } }), 'below'],
    ['a little more of another month', matter({ A: { months: { '2024-05': 101 } } }), 'not-known'],
    ['a bound at the number', matter({ A: { at_most: 1000 } }), 'below'],
    ['a bound above it', matter({ A: { at_most: 1001 } }), 'not-known'],
    ['a bound and a figure together at it', matter({ A: { at_most: 400 }, B: june(600) }), 'below'],
    ['a bound and a figure together above it', matter({ A: { at_most: 401 }, B: june(600) }), 'not-known'],
    ['a bound of the group at it', matter(undefined, { at_most: 1000 }), 'below'],
    ['a bound of the group above it', matter(undefined, { at_most: 1001 }), 'not-known'],
    ['a bound of the group beside a figure above', matter({ A: june(1001) }, { at_most: 10 }), 'above'],
    ['a list that may not be whole', matter({ A: june(10) }, { affiliates_complete: false }), 'not-known'],
    ['no products', matter({}), 'below'],
  ])('%s', (_, given, is) => expect(status(given)).toBe(is))

  test('tells the bound of the group where one is given', () => {
    expect(count(matter(undefined, { at_most: 10 })).atMost).toBe(10)
    expect(count(matter({}))).not.toHaveProperty('atMost')
  })

  test('counts the month before the day, and any month where there is no day', () => {
    expect(status(matter({ A: { users: 1001, months: { '2024-06': 999 } } }))).toBe('below')
    expect(count(matter({ A: { users: 1001 } }), 'moss')).toMatchObject({ status: 'above' })
    expect(count(matter({ A: 1000 }), 'moss')).toMatchObject({ status: 'below', asks: [] })
    expect(status(matter({ A: { at_most: 5000 } }), 'moss')).toBe('not-known')
    expect(count(matter({ A: 1000 }), 'moss')).not.toHaveProperty('month')
    expect(count(matter({ A: 1000 }), 'moss')).not.toHaveProperty('countedOn')
    expect(count(matter({ A: 1000 }), 'moss').products[0]).not.toHaveProperty('month')
  })
})

describe('what stands for a product', () => {
  const products = (users: Users) => count(matter(users)).products
  test('the month that counts, a bound, the figure, the largest of other months, nothing', () => {
    const rest = { product: 'A', company: 'Larch', counted: true }
    expect(products({ A: { users: 5, at_most: 9, months: { '2024-06': 7, '2024-05': 8 } } })).toEqual([
      { ...rest, users: 7, month: '2024-06' },
    ])
    expect(products({ A: { users: 5, at_most: 9, months: { '2024-05': 8 } } })).toEqual([
      { ...rest, users: 9, note: 'an upper bound' },
    ])
    expect(products({ A: { users: 5, months: { '2024-05': 8 } } })).toEqual([
      { ...rest, users: 5, note: 'the figure bears no month' },
    ])
    expect(products({ A: 6 })).toEqual([{ ...rest, users: 6, note: 'the figure bears no month' }])
    expect(
      products({ A: { months: { '2024-03': 8, '2024-05': 4, '2024-04': 8, '2024-02': 'unknown' } } }),
    ).toEqual([{ ...rest, users: 8, month: '2024-03', note: 'the figure is of another month' }])
    expect(products({ A: { months: { '2024-04': 8, '2024-03': 8 } } })[0]).toMatchObject({ month: '2024-03' })
    expect(products({ A: 'unknown' })).toEqual([{ ...rest, note: 'not known' }])
    expect(products({ A: { months: { '2024-06': 'unknown', '2024-05': 8 } } })).toEqual([
      { ...rest, note: 'not known' },
    ])
    expect(products({ A: { months: {} } })).toEqual([{ ...rest, note: 'not known' }])
  })
})

describe('what is asked', () => {
  test('months of figures without one, users where there are none, and whether the list is whole', () => {
    const { asks, warnings } = count(
      matter({ A: 900, B: 'unknown', C: june(1), D: { at_most: 3 } }, { affiliates_complete: false }),
    )
    expect(asks).toEqual([
      'reach.monthly_active_users["A"].months',
      'reach.monthly_active_users["B"].users',
      'reach.affiliates_complete',
    ])
    expect(warnings).toEqual([
      'The users of “B” are not known.',
      'The figures for “A” do not name the month that counts.',
      'It is not confirmed that the list covers all affiliates.',
    ])
  })

  test('several products by one sentence', () => {
    expect(count(matter({ A: 'unknown', B: 'unknown', C: 1, D: 2 })).warnings).toEqual([
      'The users of “A”, “B” are not known.',
      'The figures for “C”, “D” do not name the month that counts.',
    ])
  })

  test('the months where a bound alone is too high', () => {
    expect(count(matter({ A: { at_most: 1001 }, B: june(1) })).asks).toEqual([
      'reach.monthly_active_users["A"].months',
    ])
  })

  test('nothing where the count is below whatever the answer', () => {
    expect(count(matter({ A: 10 })).asks).toEqual([])
    expect(count(matter({ A: 10 })).warnings).toEqual([
      'The figures for “A” do not name the month that counts.',
    ])
  })
})

describe('users shared by products', () => {
  const shared = (a: number, b: number, with_: string[] = ['B']) =>
    matter({ A: { ...june(a), shared_with: with_ }, B: june(b) })

  test.each<[number, number, ThresholdCount['status']]>([
    [1001, 1, 'above'],
    [600, 401, 'open'],
    [600, 400, 'below'],
  ])('%i and %i', (a, b, is) => expect(status(shared(a, b))).toBe(is))

  test('are told as counted twice, and a product that is not listed shares none', () => {
    expect(count(shared(6000, 5000)).warnings).toEqual([
      'Up to 5,000 users may be counted twice, since products share users.',
    ])
    expect(count(shared(600, 300, ['C'])).warnings).toEqual([])
    expect(status(shared(600, 401, ['C']))).toBe('above')
  })

  test('over a chain of three, whichever names which', () => {
    const three = matter({
      A: june(500),
      B: { ...june(400), shared_with: ['A'] },
      C: { ...june(300), shared_with: ['B'] },
    })
    expect(count(three)).toMatchObject({
      status: 'open',
      users: 1200,
      warnings: ['Up to 700 users may be counted twice, since products share users.'],
    })
  })
})

describe('companies of the group', () => {
  const of = (company: string, affiliates: object[], more: Partial<Matter> = {}) =>
    matter(
      { Own: june(600), Theirs: { company, ...june(500) } },
      {},
      {
        client: { name: 'Larch Limited', short_name: 'Larch', affiliates } as NonNullable<Matter['client']>,
        ...more,
      },
    )

  test.each<[string, object, boolean]>([
    ['always', {}, true],
    ['since the day', { since: '2024-07-23' }, true],
    ['since the day after', { since: '2024-07-24' }, false],
    ['until the day', { until: '2024-07-23' }, true],
    ['until the day before', { until: '2024-07-22' }, false],
    ['in between', { since: '2020-01-01', until: '2025-01-01' }, true],
    ['before alone', { since: '2020-01-01', until: '2021-01-01' }, false],
  ])('an affiliate %s', (_, times, counts) => {
    const { products, status } = count(of('Ash', [{ name: 'Ash', ...times }]))
    expect(products[1]).toMatchObject({
      counted: counts,
      ...(counts ? {} : { note: 'no affiliate on the day that counts' }),
    })
    expect(products[0]).not.toHaveProperty('note')
    expect(status).toBe(counts ? 'above' : 'below')
  })

  test('a company of which nothing is known counts, and so does one where no day counts', () => {
    expect(count(of('Ash', [])).status).toBe('above')
    expect(count(of('Ash', [{ name: 'Ash', since: '2030-01-01' }]), 'moss').products[1]!.counted).toBe(true)
  })

  test('the client by either name is itself', () => {
    for (const name of ['Larch', 'Larch Limited']) expect(count(of(name, [])).status).toBe('above')
  })

  test.each<[string, object, boolean]>([
    ['the day after', { since: '2024-07-24' }, true],
    ['on the day', { since: '2024-07-23' }, false],
    ['left on the day', { until: '2024-07-23' }, false],
    ['left before', { until: '2024-07-22' }, true],
    ['always', {}, false],
  ])('one that joined or left %s', (_, times, later) => {
    const given = of('Ash', [{ name: 'Elm' }, { name: 'Ash', ...times }])
    expect(count(given).laterAffiliates).toBe(later)
    expect(count(given, 'moss').laterAffiliates).toBe(false)
  })

  test('an affiliate for which no product is listed is named', () => {
    const given = of('Ash', [{ name: 'Ash' }, { name: 'Elm' }, { name: 'Oak' }, {}])
    expect(count(given).warnings).toEqual([
      'No product is listed for “Elm”, “Oak”, named among the affiliates.',
    ])
  })

  describe('where another company is the licensee', () => {
    const elms = (elm: object, ash: object = {}) =>
      count(
        of(
          'Ash',
          [
            { name: 'Elm', ...elm },
            { name: 'Ash', ...ash },
          ],
          { company: 'Elm' },
        ),
      )

    test('the client and the rest of the group count with it', () => {
      expect(elms({})).toMatchObject({ company: 'Elm', status: 'above' })
      expect(elms({}, { until: '2020-01-01' }).products.map(({ counted }) => counted)).toEqual([true, false])
    })

    test('and nobody, where it was none of the group on the day; its own product always', () => {
      expect(elms({ since: '2025-01-01' }).products.map(({ counted }) => counted)).toEqual([false, false])
      const own = of('Elm', [{ name: 'Elm', since: '2025-01-01' }], { company: 'Elm' })
      expect(count(own).products.map(({ counted }) => counted)).toEqual([false, true])
    })
  })

  test('the licensee is the company of the use, else the client by its longest name', () => {
    expect(licenseeOf({ matter: 'A', company: 'Elm', client: { name: 'Larch' } })).toBe('Elm')
    expect(licenseeOf({ matter: 'A', client: { name: 'Larch Limited', short_name: 'Larch' } })).toBe(
      'Larch Limited',
    )
    expect(licenseeOf({ matter: 'A', client: { short_name: 'Larch' } })).toBe('Larch')
    expect(licenseeOf({ matter: 'A', client: {} })).toBe('the client')
  })

  test('products without a company are the client’s, by its short name or its long one', () => {
    const company = (client: object) =>
      count(matter({ A: 1 }, {}, { client } as Partial<Matter>)).products[0]!.company
    expect(company({ name: 'Larch Limited' })).toBe('Larch Limited')
    expect(company({})).toBe('the client')
    expect(count({ matter: 'A', reach: { monthly_active_users: { A: 1 } } }).products[0]).toMatchObject({
      company: 'the client',
      counted: true,
    })
  })
})

describe('founded after the day', () => {
  const founded = (day: string, users: number, company?: string) =>
    count(
      matter(
        { A: { company: 'Ash', ...june(users) } },
        {},
        {
          client: {
            name: 'Larch',
            founded: day,
            affiliates: [{ name: 'Ash', until: '2020-01-01' }],
          } as NonNullable<Matter['client']>,
          ...(company !== undefined && { company }),
        },
      ),
    )

  test.each<[string, number, boolean]>([
    ['2024-07-24', 1001, true],
    ['2024-07-23', 1001, false],
    ['2024-07-24', 1000, false],
  ])('%s with %i users in the group', (day, users, later) => {
    const { foundedLater, status } = founded(day, users)
    expect([foundedLater, status]).toEqual([later, later ? 'open' : 'below'])
  })

  test('matters for the client alone, and where a day counts', () => {
    expect(founded('2024-07-24', 1001, 'Elm').foundedLater).toBe(false)
    const given = matter({ A: 2000 }, {}, { client: { name: 'Larch', founded: '2024-07-24' } })
    expect(count(given, 'moss').foundedLater).toBe(false)
    expect(count(matter({ A: 2000 }, {}, { client: { name: 'Larch' } })).foundedLater).toBe(false)
  })

  test('decides nothing where it is surely above', () => {
    const given = matter({ A: june(2000) }, {}, { client: { name: 'Larch', founded: '2024-07-24' } })
    expect(status(given)).toBe('above')
  })
})

describe('acquisitions', () => {
  const deal = (given: object, users: Users = { A: june(600) }) =>
    count(matter(users, { acquisitions: [{ name: 'Elm', users: 500, ...given }] } as Partial<Reach>))

  test.each<[object, boolean]>([
    [{ closed: true, date: '2024-07-23' }, true],
    [{ closed: true, date: '2024-07-24' }, false],
    [{ closed: false, date: '2024-07-01' }, false],
    [{ closed: 'unknown', date: '2024-07-01' }, false],
    [{ closed: true }, false],
    [{ date: '2024-07-01' }, false],
  ])('%o', (given, counted) => {
    expect(affiliateOnDay(given, '2024-07-23')).toBe(counted)
    expect(affiliateOnDay(given, undefined)).toBe(false)
    expect(deal(given).products[1]).toEqual({
      product: 'products of Elm',
      company: 'Elm',
      users: 500,
      month: '2024-06',
      counted,
      note: counted
        ? 'an affiliate before the day that counts'
        : 'no affiliate on the day that counts, as far as known',
    })
  })

  test('count once they are the group’s, and not where their products are listed or nobody knows their users', () => {
    const closed = { closed: true, date: '2024-01-01' }
    expect(deal(closed).status).toBe('above')
    expect(deal({ ...closed, users: undefined }).products[1]).toEqual({
      product: 'products of Elm',
      company: 'Elm',
      counted: false,
      note: 'an affiliate before the day that counts',
    })
    expect(deal(closed, { A: june(600), B: { company: 'Elm', ...june(1) } }).products).toHaveLength(2)
    expect(deal({ ...closed, name: undefined }).products[1]!.product).toBe('products of an acquisition')
    expect(
      count(matter({ A: 1 }, { acquisitions: [{ name: 'Elm', users: 5 }] }), 'moss').products[1],
    ).toEqual({
      product: 'products of Elm',
      company: 'Elm',
      users: 5,
      counted: false,
      note: 'no affiliate on the day that counts, as far as known',
    })
  })

  test.each<[string, object, string[]]>([
    ['neither day nor close', {}, ['reach.acquisitions[0].closed', 'reach.acquisitions[0].date']],
    ['the word unknown', { closed: 'unknown', date: '2024-07-23' }, ['reach.acquisitions[0].closed']],
    ['no day', { closed: true }, ['reach.acquisitions[0].date']],
    ['a day that is later', { date: '2024-07-24' }, []],
    ['one that is not closed', { closed: false }, []],
    ['all that is needed', { closed: true, date: '2024-07-24' }, []],
    ['users that would not pass the number', { users: 400 }, []],
    [
      'users that would pass it',
      { users: 401 },
      ['reach.acquisitions[0].closed', 'reach.acquisitions[0].date'],
    ],
    [
      'users that nobody knows',
      { users: undefined },
      ['reach.acquisitions[0].closed', 'reach.acquisitions[0].date'],
    ],
  ])('with %s it asks', (_, given, asks) => {
    const counted = deal(given)
    expect(counted.asks).toEqual(asks)
    expect(counted.status).toBe(asks.length > 0 ? 'not-known' : 'below')
  })

  test('ask nothing where no day counts', () => {
    expect(count(matter({ A: 1 }, { acquisitions: [{ name: 'Elm' }] }), 'moss').asks).toEqual([])
  })

  test.each<[object, boolean]>([
    [{ closed: true, date: '2024-07-24' }, true],
    [{ closed: true, date: '2024-07-23' }, false],
    [{ closed: false, date: '2024-07-24' }, false],
    [{ closed: true }, false],
  ])('%o changes the group later', (given, later) => expect(deal(given).laterAffiliates).toBe(later))

  test('a company bought counts by the day of the deal, its listed products too', () => {
    const listed = (date: string) =>
      deal({ closed: true, date }, { A: june(600), B: { company: 'Elm', ...june(500) } })
    expect(listed('2024-07-23').status).toBe('above')
    expect(listed('2024-07-24').status).toBe('below')
  })
})
