import { describe, expect, test } from 'vitest'
import { loadLibrary } from '../../src/library/index.ts'
import {
  licenseDuties,
  obligations,
  readRecord,
  signedFactsOfAll,
  signedTogether,
} from '../../src/register/index.ts'

const library = await loadLibrary()
const horizon = { from: '2026-01-01', until: '2027-12-31' }
const sha = (letter: string) => letter.repeat(64)
const file = (letter: string, more = '') => `{name: ${letter}.docx, sha256: "${sha(letter)}"${more}}`

const kept = (
  product: string,
  {
    files = file('a'),
    models = 'Llama 3.1',
    name = 'Tidewater',
    status = 'signed',
    signed = '2026-01-15',
    levels = '{insurance: preferred}',
  } = {},
) => ({
  id: product.toLowerCase(),
  base: '',
  record: readRecord(
    `vendor: {name: ${name}, product: ${product}, kind: embedded-product, models: [${models}]}\nstatus: ${status}\ndates: {signed: ${signed}}\nlevels: ${levels}\nfiles: [${files}]\n`,
    'p.yaml',
  ),
})
const idsOf = (...vendors: ReturnType<typeof kept>[]) =>
  signedTogether(vendors).map((some) => some.map(({ id }) => id))

describe('products that were signed in one file', () => {
  test('are one contract, and no others', () => {
    const claims = kept('Claims')
    expect(idsOf(claims, kept('Notes', { files: file('b') }), kept('Letters'))).toEqual([
      ['claims', 'letters'],
      ['notes'],
    ])
    expect(idsOf(claims, kept('Letters', { name: 'Gannet' }))).toHaveLength(2)
    expect(idsOf(claims, kept('Letters', { status: 'sent' }))).toHaveLength(2)
    expect(idsOf(claims, kept('Letters', { signed: '2026-01-16' }))).toHaveLength(2)
    // A master agreement that both keep beside an addendum each.
    const own = (letter: string) => ({ files: `${file('e')}, ${file(letter)}` })
    expect(idsOf(kept('Claims', own('a')), kept('Letters', own('b')))).toHaveLength(2)
    // One of them was amended, and its amendment is said to be one, or not.
    const amended = (is: string) => ({ files: `${file('a')}, ${file('c', is)}` })
    expect(idsOf(claims, kept('Letters', amended(', is: vendor-amendment')))).toHaveLength(1)
    expect(idsOf(claims, kept('Letters', amended('')))).toHaveLength(1)
  })

  test('owe what is due once, with the names of all; what differs is told one by one', () => {
    const due = (...vendors: ReturnType<typeof kept>[]) => obligations(vendors, library, horizon)
    const one = due(kept('Claims'))
    const both = due(kept('Claims'), kept('Letters', { models: 'Llama 4 Scout' }))
    expect(both.dated.map(({ id }) => id)).toEqual(one.dated.map(({ id }) => id))
    expect(one.dated.length).toBeGreaterThan(0)
    expect(new Set(both.dated.map(({ title }) => title))).toEqual(new Set(['Tidewater: Claims and Letters']))
    const apart = due(kept('Claims'), kept('Letters', { levels: '{insurance: fallback}' }))
    expect(apart.undated.map(({ why }) => why)).toContainEqual(
      expect.stringContaining('Signed in one file with letters'),
    )
    expect(new Set(apart.dated.map(({ title }) => title)).size).toBe(2)
  })

  test('owe what a license asks for with the products that run on its models', () => {
    const { duties } = licenseDuties(
      [
        kept('Claims'),
        kept('Letters', { models: 'Llama 4 Scout' }),
        kept('Search', { models: 'Llama 3.1, Llama 4 Scout' }),
      ],
      library,
    )
    const displays = duties.filter(({ duty }) => duty === 'built-with-display')
    expect(displays.map(({ license, title, vendor }) => [license, title, vendor])).toEqual([
      ['llama-3.1', 'Tidewater: Claims and Search', 'claims'],
      ['llama-4', 'Tidewater: Letters and Search', 'letters'],
    ])
  })

  test('are amended in one paper, which leaves those as they are that do not change', () => {
    const [claims, letters] = [kept('Claims'), kept('Letters', { models: 'Llama 3.3' })]
    const facts = signedFactsOfAll({}, [
      { kept: claims, change: { models: ['Llama 3.1'] } },
      { kept: letters, change: { models: ['Llama 4 Scout'] } },
    ])
    expect(facts).toMatchObject({
      vendor: {
        product: 'Claims and Letters',
        products: [
          { product: 'Claims', models: ['Llama 3.1'] },
          { product: 'Letters', models: ['Llama 4 Scout'] },
        ],
      },
      agreement: {
        addendum: {
          date: '2026-01-15',
          products: [
            { product: 'Claims', models: ['Llama 3.1'] },
            { product: 'Letters', models: ['Llama 3.3'] },
          ],
        },
      },
    })
    const turned = [letters, claims].map((one) => ({ kept: one, change: { models: ['Llama 3.1'] } }))
    expect(signedFactsOfAll({}, turned).vendor).toMatchObject({ product: 'Claims and Letters' })
    const other = kept('Letters', { levels: '{insurance: none}' })
    const change = { models: ['Llama 3.1'] }
    expect(() =>
      signedFactsOfAll({}, [
        { kept: claims, change },
        { kept: other, change },
      ]),
    ).toThrow(
      'was signed in one file with claims, and something else is kept of it (levels.insurance: preferred → none)',
    )
  })
})
