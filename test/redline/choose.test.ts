import { describe, expect, test } from 'vitest'
import type { Matter } from '../../src/matter/index.ts'
import {
  choiceOf,
  chosenPositions,
  commentsOf,
  redlineToJson,
  requestedPositions,
} from '../../src/redline/index.ts'
import { libraryWith, position } from './agreements.ts'

const crowds = position('crowds', { preferred: [], fallback: [] })
const berths = { ...position('berths', { preferred: [], walk_away: [] }), topic: 'assignment' }
const idle = position('idle', { preferred: [] })
const closed = { ...position('closed', { preferred: [] }), when: { 'matter.exposure': 'internal' } }
const loaded = await libraryWith(crowds, berths, idle, closed)
const [risk] = loaded.risks.values()
/** One risk that always applies, and that three of the positions answer. */
const library = {
  ...loaded,
  risks: new Map([[risk!.id, { ...risk!, when: {}, needs: [], positions: ['crowds', 'berths', 'closed'] }]]),
}
const license = library.licenses.get('llama-3.1')!

function chosen(negotiation: NonNullable<Matter['negotiation']>, more: Partial<Matter> = {}) {
  const matter: Matter = {
    matter: 'Test',
    models: [{ license: 'llama-3.1' }],
    exposure: 'product',
    negotiation,
    ...more,
  }
  return chosenPositions(matter, license, library).map(({ position: { id }, level }) => `${id}=${level}`)
}

describe('the positions of a matter', () => {
  test('are those that answer a finding and whose own condition does not fail, as preferred', () => {
    expect(chosen({})).toEqual(['berths=preferred', 'crowds=preferred'])
    expect(chosen({}, { exposure: 'internal' })).toContain('closed=preferred')
  })

  test('are fallbacks for a high appetite for risk, where there is one', () => {
    expect(chosen({ appetite: 'high' })).toEqual(['berths=preferred', 'crowds=fallback'])
  })

  test('leave out topics that are not negotiable', () => {
    expect(chosen({ negotiable: ['user-threshold'] })).toEqual(['crowds=preferred'])
  })

  test('are what the matter says, first of all', () => {
    expect(chosen({ positions: { crowds: 'off', berths: 'walk-away', idle: 'preferred' } })).toEqual([
      'berths=walk_away',
      'idle=preferred',
    ])
  })

  test('have to be known, and to have the level', () => {
    expect(() => chosen({ positions: { crowd: 'preferred' } })).toThrow(
      /there is no position “crowd”: did you mean crowds\?/,
    )
    expect(() => chosen({ positions: { idle: 'walk-away' } })).toThrow(
      /idle has no walk-away: it has preferred/,
    )
  })
})

describe('positions that know each other', () => {
  const words = [{ section: '1', operation: 'add_clause' as const, anchor: '', text: 'New. Words.' }]
  const one = (id: string) => position(id, { preferred: words, walk_away: [] })
  const tow = { ...one('tow'), needs: [{ position: 'rope', reason: 'who tows wants a rope.' }] }
  const row = {
    ...one('row'),
    excludes: [{ position: 'tow', reason: 'two ways of moving.' }],
    prefer: ['tow'],
  }
  const rope = one('rope')
  const many = Array.from({ length: 12 }, (_, at) => one(`wish-${at}`))
  const found = (ids: string[]) => new Map([[risk!.id, { ...risk!, when: {}, needs: [], positions: ids }]])
  async function decided(ids: string[], negotiation: NonNullable<Matter['negotiation']>) {
    const own = { ...(await libraryWith(tow, row, rope, ...many)), risks: found(ids) }
    const matter: Matter = {
      matter: 'Test',
      models: [{ license: 'llama-3.1' }],
      exposure: 'product',
      negotiation,
    }
    const { chosen: taken, notes } = choiceOf(matter, own.licenses.get('llama-3.1')!, own)
    return { taken: taken.map(({ position: { id } }) => id), says: notes.map(({ says }) => says) }
  }

  test('bring what they need, with the reason', async () => {
    expect(await decided(['tow'], {})).toEqual({
      taken: ['rope', 'tow'],
      says: ['tow brings rope (preferred): who tows wants a rope'],
    })
  })

  test('say what is missing where the matter leaves it out', async () => {
    const { taken, says } = await decided(['tow'], { positions: { rope: 'off' } })
    expect([taken, says]).toEqual([['tow'], ['tow needs rope, which is not taken: the matter leaves it out']])
  })

  test('drop what they exclude: the preferred one stays, or the one that the matter names', async () => {
    expect(await decided(['tow', 'row'], {})).toEqual({
      taken: ['row'],
      says: ['row drops tow: two ways of moving'],
    })
    expect((await decided(['row'], { positions: { tow: 'preferred' } })).taken).toEqual(['rope', 'tow'])
    // A decision of our own changes no word, and excludes nothing.
    expect((await decided(['row'], { positions: { tow: 'walk-away' } })).taken).toContain('row')
  })

  test('are refused where the matter names two that exclude each other', async () => {
    await expect(decided([], { positions: { tow: 'preferred', row: 'preferred' } })).rejects.toThrow(
      /row \(preferred\) and tow \(preferred\) exclude each other: two ways of moving\. Leave one out/,
    )
  })

  test('are eight at most in a short letter, with what they bring, and the rest is told', async () => {
    const ids = ['tow', ...many.map(({ id }) => id)]
    const short = await decided(ids, {})
    expect(short.taken).toHaveLength(8)
    expect(short.says.filter((says) => says.includes('is not raised'))).toHaveLength(13 + 1 - 8)
    const full = await decided(ids, { breadth: 'full' })
    expect(full.taken).toHaveLength(14)
    expect(full.says.join()).not.toContain('not raised')
  })
})

describe('a position asked for by name', () => {
  const asked =
    (id: string, under = 'llama-3.1') =>
    () =>
      requestedPositions([{ id }], library.licenses.get(under)!, library)
  test('has to apply to the license', () => {
    expect(asked('crowds', 'llama-1')).toThrow(
      /no occasion under llama-1 \(section 1\): Llama 1 counts nobody/,
    )
    expect(asked('crowds', 'llama-2')).toThrow(/does not apply to llama-2: it is for llama-3\.1/)
    expect(asked('crwds')).toThrow(/did you mean crowds\?/)
  })
})

describe('what the other side reads', () => {
  const [one] = requestedPositions([{ id: 'crowds', level: 'fallback' }], license, library)
  test('is what we ask for and why, never what else we would take', () => {
    const amended = { license: license.id, chosen: [one!], amendments: [] }
    expect(commentsOf([one!])).toEqual([
      {
        position: 'crowds',
        title: 'Title of crowds',
        text: ['Ask of crowds at fallback.', 'Because of the tide.', 'And of the moon.'],
      },
    ])
    const open = redlineToJson(amended, { internal: false, sha256: '' })
    expect(open).not.toMatch(/fallback"|preferred|yearly|fleet|counsel/i)
    const internal = redlineToJson({ ...amended }, { internal: true, sha256: '' })
    for (const words of ['A large fleet.', 'A yearly statement.', 'They: No. We: Yes.'])
      expect(internal).toContain(words)
  })
})
