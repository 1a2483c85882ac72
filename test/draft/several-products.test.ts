import { beforeAll, describe, expect, test } from 'vitest'
import { draft, draftToMarkdown, loadTemplates, type Templates } from '../../src/draft/index.ts'
import { type Library, loadLibrary } from '../../src/library/index.ts'
import { kinds, makerFor, matterOf, parties } from './vendor-matters.ts'

let library: Library
let templates: Templates
beforeAll(async () => {
  ;[library, templates] = await Promise.all([loadLibrary(), loadTemplates()])
})

type Product = { product: string; models: string[] }
const claims = { product: 'Tidewater Claims', models: ['Llama 3.1'] }
const letters = { product: 'Tidewater Letters', models: ['Llama 4 Scout'] }
const search = { product: 'Tidewater Search', models: ['Llama 2'] }

const matterFor = (products: Product[], kind = 'saas', more: object = {}) =>
  matterOf({
    ...parties,
    role: kind === 'own-reseller' ? 'vendor' : 'customer',
    negotiation: { relation: 'ours' },
    vendor: {
      ...parties.vendor,
      ...makerFor(kind),
      kind,
      product: products.map(({ product }) => product).join(' and '),
      models: products.flatMap(({ models }) => models),
      products,
    },
    ...more,
  })
const addendum = (products: Product[], kind?: string, options: object = {}) =>
  draft('vendor-addendum', {
    templates,
    library,
    matter: matterFor(products, kind),
    options: { allowConflicts: true, date: '2026-11-30', ...options },
  })
/** The words of each schedule, by its heading. */
const schedulesOf = (text: string) =>
  new Map(
    text
      .split(/^> \*\*Record of the clauses/m)[0]!
      .split(/^## (?=Schedule \d)/m)
      .slice(1)
      .map((part) => [part.split('\n')[0]!.replace(/^Schedule \d+\W+/, ''), part] as const),
  )

describe('an addendum for several products of a vendor', () => {
  test('has a schedule for each, with the models and licenses of that one alone', () => {
    const made = addendum([claims, letters])
    expect(made.messages).toEqual([])
    const text = draftToMarkdown(made)
    expect(text).toContain('provides Tidewater Claims and Tidewater Letters, each with its updates')
    const schedules = schedulesOf(text)
    const [one, other] = [schedules.get('Tidewater Claims')!, schedules.get('Tidewater Letters')!]
    expect(one).toContain('Llama 3.1 Community License Agreement')
    expect(one).not.toMatch(/Llama 4|Scout/)
    expect(other).toContain('Llama 4 Community License Agreement')
    expect(other).not.toContain('Llama 3.1')
    expect(one).toMatch(/“Notice”|Notice/)
    const list = [...schedules].find(([heading]) => heading === 'Models and licenses')![1]
    expect(list).toMatch(/\| Tidewater Claims +\| Schedule 5 +\| Llama 3\.1 Community/)
    expect(list).toMatch(/\| Tidewater Letters +\| Schedule 6 +\| Llama 4 Community/)
    expect(text).toMatch(
      /2\.3 This Addendum is for Tidewater Claims and Tidewater Letters, and applies to each/,
    )
  })

  test('asks for the display that each license asks for, and for none where none does', () => {
    const text = draftToMarkdown(addendum([claims, { ...letters, models: ['Llama 3'] }]))
    expect(text).toMatch(/“Built with Llama” for Models under the Llama 3\.1 Community License/)
    expect(text).toMatch(/“Built with Meta Llama 3” for Models under the Meta Llama 3 Community License/)
    const two = draftToMarkdown(addendum([claims, search]))
    expect(two).toMatch(
      /“Built with Llama” for Models under the Llama 3\.1 Community License Agreement prominently/,
    )
    expect(schedulesOf(two).get('Tidewater Search')).not.toContain('Built with')
  })

  test('is the addendum for one product but for what speaks of several', () => {
    const same = { ...letters, models: ['Llama 3.1'] }
    const [one, two] = [
      draftToMarkdown(
        draft('vendor-addendum', {
          templates,
          library,
          matter: matterOf({
            ...parties,
            role: 'customer',
            negotiation: { relation: 'ours' },
            vendor: { ...parties.vendor, kind: 'saas', models: ['Llama 3.1'] },
          }),
          options: { allowConflicts: true, date: '2026-11-30', final: true, allowBlanks: false },
        }),
      ),
      draftToMarkdown(addendum([claims, same], 'saas', { final: true })),
    ]
    const sections = (text: string) => text.split(/^## Schedule 1/m)[0]!.split('\n')
    const known = new Set(sections(one))
    const fresh = sections(two).filter((line) => line.trim() !== '' && !known.has(line))
    expect(fresh).toEqual([
      expect.stringContaining('each of them by itself the'),
      expect.stringContaining('2.3 This Addendum is for'),
      expect.stringContaining('2.4 A limit of liability'),
      expect.stringContaining('2.5 The suspension, refusal or end'),
      expect.stringContaining('may end this Addendum for the Service that is concerned'),
      expect.stringContaining('The Vendor may end this Addendum for a Service where'),
    ])
  })

  test('has a model to which a product moved for one of it', () => {
    expect(draftToMarkdown(addendum([claims, letters]))).toMatch(
      /a Model is one for it where its own Schedule lists it, or where that Service has moved to it as this Addendum allows;.*or where it applies to a Model to which that Service has so moved; and not otherwise/,
    )
  })

  test('counts its own limits for each product, and multiplies neither those of the master agreement nor insurance', () => {
    const made = addendum([claims, letters])
    const amounts = /^2\.4 .*$/m.exec(draftToMarkdown(made))![0]
    expect(amounts).toMatch(
      /^2\.4 A limit of liability that this Addendum states, .* counted for each Service/,
    )
    expect(amounts).toMatch(
      /limits of the Master Agreement, and the sums of Section\s\d+, are those of all Services together/,
    )
    expect(amounts).toMatch(/divided among them by the part that each has in it, or equally/)
    expect(amounts).toMatch(/fees that are agreed for several Services together, by their list prices/)
    expect(amounts).toContain('Nobody recovers twice')
    const negotiation = { relation: 'ours', positions: { insurance: 'off' } }
    const without = draftToMarkdown(
      draft('vendor-addendum', {
        templates,
        library,
        matter: matterFor([claims, letters], 'saas', { negotiation }),
        options: { allowConflicts: true, date: '2026-11-30' },
      }),
    )
    expect(without).toContain('The limits of the Master Agreement are those of all Services together')
  })

  test.each(['preferred', 'fallback'] as const)('ends for the product that is concerned: %s', (level) => {
    const negotiation = { relation: 'ours', positions: { termination: level } }
    const text = draftToMarkdown(
      draft('vendor-addendum', {
        templates,
        library,
        matter: matterFor([claims, letters], 'saas', { negotiation }),
        options: { allowConflicts: true, date: '2026-11-30' },
      }),
    )
    expect(text).toMatch(
      /may end this Addendum for the Service that is concerned, and the part of that Service that runs on a Model,/,
    )
    expect(text).not.toContain('the part of the Service that is concerned')
    expect(text).toMatch(
      /another Service, .* only where this Addendum gives it that right for that Service too/,
    )
    if (level === 'preferred')
      expect(text).toMatch(
        /The Vendor may end this Addendum for a Service where a material breach .* that concerns that Service is not cured/,
      )
  })

  test('asks for a display where a license of the product does, where that of another does not', () => {
    const row = (products: Product[]) =>
      /^\| Display and model names .*$/m.exec(draftToMarkdown(addendum(products)))![0]
    expect(row([claims, search])).toContain('where a License of the Service asks for it')
    expect(row([claims, letters])).not.toContain('where a License')
  })

  test.each(process.env.CLAUSEBOOK_LONG ? kinds : (['saas', 'own-reseller'] as const))(
    'means one license where any counts, and all where all do, for %s at every level',
    (kind) => {
      for (const level of ['preferred', 'fallback', 'walk-away']) {
        const positions = Object.fromEntries([...library.flowDowns.keys()].map((id) => [id, level]))
        const text = draftToMarkdown(
          draft('vendor-addendum', {
            templates,
            library,
            matter: matterFor([claims, letters, search], kind, {
              negotiation: { relation: 'ours', positions },
            }),
            options: { allowConflicts: true, allowBlanks: true, date: '2026-11-30' },
          }),
        )
        // No model is under two licenses, and what ends with one license does not wait for the others.
        expect(text.match(/Models? under the [^.;|]*? Agreement,? and [^.;|]*? Agreement/g)).toBeNull()
        expect(
          text.match(
            /\b(?:no|not|neither|until|while|as far as|[Ww]here)\b[^.;:|]*\beach (?:License|Use Policy)\b|\bno[^.;:|]*\beach Model\b/g,
          ),
        ).toBeNull()
      }
    },
  )

  test.each(process.env.CLAUSEBOOK_LONG ? kinds : (['own-reseller'] as const))(
    'has no loose end for %s, in full and as terms',
    (kind) => {
      for (const form of ['full', 'terms'] as const) {
        const made = addendum([claims, letters, search], kind, { form, allowBlanks: true })
        expect(made.messages).toEqual([])
        expect(schedulesOf(draftToMarkdown(made)).has('Tidewater Search')).toBe(true)
      }
    },
  )

  test('refuses one product, and two of one name', () => {
    expect(() => addendum([claims])).toThrow('vendor.products names one product')
    expect(() => addendum([claims, { product: 'Tidewater claims', models: ['Llama 2'] }])).toThrow(
      'named twice',
    )
  })
})

describe('the amendment of an addendum for several products', () => {
  const amendment = (was: Product[], is: Product[], more: object = {}) =>
    draftToMarkdown(
      draft('vendor-amendment', {
        templates,
        library,
        matter: matterFor(is, 'saas', {
          agreement: {
            ...parties.agreement,
            addendum: { date: '2025-03-03', moves_by: '2027-03-31', products: was, ...more },
          },
        }),
        options: { allowConflicts: true, allowBlanks: true, date: '2026-11-30' },
      }),
    )
  const moved = { ...letters, models: ['Llama 3.3'] }

  test('replaces the schedule of the product that moves, and strikes nothing of the others', () => {
    const text = amendment([claims, letters], [claims, moved])
    expect(text).toContain('Tidewater Letters moves from Llama 4 (Scout-17B-16E) to Llama 3.3 (70B)')
    expect(text).toContain('The Models of Tidewater Claims stay as they are')
    expect(text).toContain(
      'What the Schedule about Tidewater Letters lists, whatever its number, is replaced',
    )
    expect(text).not.toMatch(/Schedule [5-9]/)
    expect(text).not.toMatch(/Llama 3\.1 \(/)
    expect(text).toContain(
      'signs this Amendment; for a Service that moves, from the day on which it moves where that is later',
    )
    expect(text).toMatch(/In Schedule 1, the row on “Tidewater Letters” is replaced by:/)
    expect(text).toMatch(
      /\| Tidewater Letters +\| the Schedule about Tidewater Letters +\| Llama 3\.3 Community/,
    )
  })

  test('takes a product in at the end and lets one go, by their names', () => {
    const text = amendment([claims, letters], [letters, search])
    expect(text).toContain('also covers Tidewater Search from now on')
    expect(text).toContain('covers Tidewater Claims no longer')
    expect(text).toContain('The Schedule about Tidewater Claims falls away')
    expect(text).toMatch(/\| Tidewater Search +\| the Schedule about Tidewater Search +\| Llama 2 Community/)
  })

  test('has the products as the addendum has them, whatever the order of a table or of the register', () => {
    const orders = [
      [search, letters, claims],
      [claims, letters, search],
    ]
    const addenda = orders.map((products) =>
      draftToMarkdown(addendum(products, 'saas', { final: true })).replace(/^Record: .*$/m, ''),
    )
    expect(addenda[0]!.match(/^## Schedule \d+\W+Tidewater \w+/gm)).toEqual(
      addenda[1]!.match(/^## Schedule \d+\W+Tidewater \w+/gm),
    )
    expect([...schedulesOf(addenda[0]!).keys()].slice(-3)).toEqual([
      'Tidewater Claims',
      'Tidewater Letters',
      'Tidewater Search',
    ])
    const both = amendment(orders[0]!, [claims, moved, { ...search, models: ['Llama 3.1'] }])
    expect(both).toContain(
      'What the Schedules about Tidewater Letters and Tidewater Search list, whatever their numbers, is replaced',
    )
  })

  test('is refused where one side names several products and the other one', () => {
    expect(() => amendment([claims, letters], [claims, letters])).toThrow('nothing to amend')
    const one = matterOf({
      ...parties,
      role: 'customer',
      vendor: { ...parties.vendor, kind: 'saas', models: ['Llama 2'] },
      agreement: { ...parties.agreement, addendum: { date: '2025-03-03', products: [claims, letters] } },
    })
    expect(() =>
      draft('vendor-amendment', { templates, library, matter: one, options: { allowConflicts: true } }),
    ).toThrow('is not amended into one for several')
  })
})
