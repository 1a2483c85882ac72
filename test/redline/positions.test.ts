import { describe, expect, test } from 'vitest'
import { type Agreement, parseAgreement } from '../../src/agreement/index.ts'
import { editsOf, type Level, loadLibrary } from '../../src/library/index.ts'
import { editsFor, redlineOf, requestedPositions, textAfter, textBefore } from '../../src/redline/index.ts'
import { exclusionOf } from '../../src/redline/relations.ts'
import { openTexts, requireText } from '../../src/texts/index.ts'
import fc from '../setup/fast-check.ts'

const library = await loadLibrary()
const positions = [...library.positions.values()].filter(({ counterparty }) => counterparty === 'meta')
const licenses = [...library.licenses.values()]
const levels: Level[] = ['preferred', 'fallback', 'walk_away']

describe('every position toward Meta', () => {
  test('has three levels, of which the first changes every license that it applies to', () => {
    for (const { id, positions: at, appliesTo } of positions) {
      expect([id, Object.keys(at)]).toEqual([id, levels])
      for (const license of appliesTo) {
        const edits = editsOf(library.positions.get(id)!, 'preferred', library.licenses.get(license)!)
        expect(edits.length, `${id} under ${license}`).toBeGreaterThan(0)
      }
    }
  })

  test('tells the other side what is asked for and why, and nothing of what we would settle for', () => {
    const ours =
      /fallback|walk.?away|concede|settle for|refuse|without (?:it|them|even|either)|^(?:the same|only say|at least)\b/i
    for (const { id, rationale, positions: at } of positions) {
      const asks = Object.values(at)
        .map(({ ask }) => ask)
        .filter((ask) => !ask.startsWith('Decision:'))
      for (const words of [rationale, ...asks]) expect(words, id).not.toMatch(ours)
    }
  })
})

const folder = process.env.CLAUSEBOOK_TEXTS
if (!folder) console.info('CLAUSEBOOK_TEXTS is not set: the positions are not tried in the official texts')
const store = openTexts(library.licenses)

/** All positions that apply to a license, each at the level that `levelOf` gives it, made in its official text. */
function made(agreement: Agreement, id: string, levelOf: (position: string) => Level) {
  const license = library.licenses.get(id)!
  const asked = positions
    .filter(({ appliesTo }) => appliesTo.includes(id))
    .map((position) => ({ position, level: levelOf(position.id) }))
  // Of two that exclude each other the first of the alphabet, or at odd turns the other.
  const [first] = asked
  const turned = first?.level === 'fallback' ? [...asked].reverse() : asked
  const together = turned.filter(
    (one, at) => !turned.slice(0, at).some((other) => exclusionOf(one, other) !== undefined),
  )
  const chosen = requestedPositions(
    together.map(({ position, level }) => ({ id: position.id, level })),
    license,
    library,
  )
  return redlineOf(agreement, id, editsFor(chosen, license))
}

describe.runIf(folder)('in the official texts', () => {
  for (const { id } of licenses) {
    test(`all positions on ${id} that do not exclude each other can be taken together, at any mix of levels`, async () => {
      const agreement = parseAgreement((await requireText(store, id)).source)
      const mixes = fc.array(fc.constantFrom(...levels), {
        minLength: positions.length,
        maxLength: positions.length,
      })
      fc.assert(
        fc.property(mixes, (mix) => {
          const at = new Map(positions.map((position, index) => [position.id, mix[index]!]))
          made(agreement, id, (position) => at.get(position)!)
        }),
        { numRuns: 40 },
      )
    })

    test.each(levels)(`every position on ${id} reads well, at %s`, async (level) => {
      const agreement = parseAgreement((await requireText(store, id)).source)
      for (const { path, pieces } of made(agreement, id, () => level).clauses) {
        if (pieces.every(({ op }) => op === 'equal')) continue
        const words = textAfter(pieces)
        expect(words, path).toMatch(/[.;:]$/)
        const slips = (text: string) => text.match(/ {2}|,,|\.\.| [,.;)]|\( |\b(\w+) \1\b|\{\{/g) ?? []
        expect(slips(words), path).toEqual(slips(textBefore(pieces)))
        expect([...words].filter((char) => char === '(').length, path).toBe(
          [...words].filter((char) => char === ')').length,
        )
        const added = pieces.filter(({ op }) => op === 'insert').map(({ text }) => text)
        expect(added.join(''), path).not.toMatch(/["']/)
      }
    })
  }
})
