import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { parseAgreement } from '../../src/agreement/index.ts'
import { parseStory } from '../../src/agreement/parse.ts'
import { coherenceLine, coherenceOf, paperOf } from '../../src/coherence/index.ts'
import { type Level, loadLibrary } from '../../src/library/index.ts'
import { editsFor, paperOfRedline, redlineOf, requestedPositions } from '../../src/redline/index.ts'
import { exclusionOf } from '../../src/redline/relations.ts'
import { openGiven, openTexts, requireText } from '../../src/texts/index.ts'
import { wordFiles } from '../ooxml/corpus.ts'

const library = await loadLibrary()
const store = openTexts(library.licenses)
const folder = process.env.CLAUSEBOOK_TEXTS
if (!folder) console.info('CLAUSEBOOK_TEXTS is not set: the check is not tried on the official texts')
const corpus = wordFiles('word-corpus/agreements')
if (corpus.length === 0) console.info('../shared is not here: the check is not tried on agreements of others')

test.runIf(folder)('nothing is told of a license, untouched or with all positions of one level', async () => {
  for (const [id, license] of library.licenses) {
    const agreement = parseAgreement((await requireText(store, id)).source)
    expect(coherenceOf([paperOf(agreement, id, { amended: true })])).toEqual([])
    for (const level of ['preferred', 'fallback', 'walk_away'] as Level[]) {
      const asked = [...library.positions.values()]
        .filter(({ counterparty, appliesTo }) => counterparty === 'meta' && appliesTo.includes(id))
        .map((position) => ({ position, level }))
      const together = asked.filter(
        (one, at) => !asked.slice(0, at).some((other) => exclusionOf(one, other) !== undefined),
      )
      const requests = together.map(({ position }) => ({ id: position.id, level }))
      const redline = redlineOf(
        agreement,
        id,
        editsFor(requestedPositions(requests, license, library), license),
      )
      expect(coherenceOf([paperOfRedline(redline, id)]).map(coherenceLine)).toEqual([])
    }
  }
})

test.runIf(corpus.length > 0)(
  'of agreements of others, at most one in ten is told of, and of one thing',
  async () => {
    const told = await Promise.all(
      corpus.map(async (file) => {
        const [given] = await openGiven(store, [file], { say: () => undefined })
        const story = given!.document?.stories[0]
        return coherenceOf([paperOf(parseStory(story!), basename(file))]).map(coherenceLine)
      }),
    )
    expect(told.filter((lines) => lines.length > 0).length).toBeLessThanOrEqual(1)
    expect(told.flat().length).toBeLessThanOrEqual(1)
  },
)
