import { describe, expect, test } from 'vitest'
import { draft, draftToMarkdown } from '../../src/draft/index.ts'
import { library, templates } from './loaded.ts'
import { makerFor, matterOf, parties } from './vendor-matters.ts'

const facts = (kind: string, role?: string, vendor: object = {}) => ({
  ...parties,
  ...(role && { role }),
  vendor: {
    ...parties.vendor,
    ...makerFor(kind),
    kind,
    models: ['Llama 4'],
    principal_place_of_business: 'US',
    ...vendor,
  },
})
const made = (given: object, document = 'vendor-addendum') =>
  draft(document, { templates, library, matter: matterOf(given), options: {} })
const words = (given: object) => draftToMarkdown(made(given)).replaceAll('\u00a0', ' ')

describe('a reseller is somebody that the client buys from', () => {
  test('the maker holds the licenses, and the seller answers for it', () => {
    for (const relation of ['ours', 'balanced', 'theirs']) {
      const text = words({ ...facts('reseller', 'customer'), negotiation: { relation } })
      expect(text).toContain('(the “**Customer**”)')
      expect(text).toContain('“**Maker**” means Brightwater Labs, Inc.')
      expect(text).toMatch(/the Maker has accepted the License/)
      expect(text).not.toMatch(/\bit has accepted the License/)
      expect(text).not.toContain('Reseller')
    }
  })

  test('what is known of its place says nothing of the maker’s, which alone decides', () => {
    const seller = facts('reseller', 'customer', { principal_place_of_business: 'DE' })
    expect(made(seller).conflicts).toBeUndefined()
    expect(() => made(facts('reseller', 'customer', { maker_place: 'FR' }))).toThrow(/The maker of what/)
  })

  test('a vendor of another kind that names a maker is told of', () => {
    const told = made(facts('saas', 'customer', { maker: 'Brightwater Labs, Inc.' })).conflicts ?? []
    expect(told.map(({ id }) => id)).toContain('maker-named')
  })

  test('where it is not said who the client is, it is told how the kind is read', () => {
    expect(made(facts('reseller', 'customer')).notices?.join(' ')).not.toContain('reseller')
    expect(made(facts('reseller')).notices?.join(' ')).toMatch(
      /write role: customer, or role: vendor and own-reseller/,
    )
  })
})

describe('one that sells the client’s product on', () => {
  test('needs role: vendor', () => {
    for (const role of ['customer', undefined, 'unknown'])
      expect(() => made(facts('own-reseller', role))).toThrow(/write role: vendor/)
    expect(words(facts('own-reseller', 'vendor'))).toContain('(the “**Reseller**”)')
  })

  test('an older matter that calls it a reseller reads as it did, and is told', () => {
    const older = made(facts('reseller', 'vendor'))
    const now = made(facts('own-reseller', 'vendor'))
    const without = (text: string) => text.replace(/Record: matter [0-9a-f]+/, '')
    expect(without(draftToMarkdown(older))).toBe(without(draftToMarkdown(now)))
    expect(older.notices).toEqual([
      expect.stringMatching(/reseller is read as own-reseller.*write own-reseller/),
      ...(now.notices ?? []),
    ])
  })
})
