import { describe, expect, test } from 'vitest'
import { type Agreement, clausesOf, parseAgreement } from '../../src/agreement/index.ts'
import { type Level, type License, loadLibrary } from '../../src/library/index.ts'
import { amendedLicense, conflictsIn, editsFor, placeEdits } from '../../src/redline/index.ts'
import type { ChosenPosition, PlacedEdit } from '../../src/redline/types.ts'
import { openTexts } from '../../src/texts/index.ts'
import { redlineToDocx } from '../../src/word/index.ts'
import { readAgreement } from '../word/read-paragraphs.ts'
import { carryOut, linesOf, tidy } from './letter.ts'

const library = await loadLibrary()
const store = openTexts(library.licenses)
const texts = (
  await Promise.all(
    [...library.licenses.values()].map(async (license) => ({ license, text: await store.read(license.id) })),
  )
).flatMap(({ license, text }) => (text ? [{ license, source: text.source }] : []))
const here = texts.length > 0
if (!here) console.info('The official texts are not here (CLAUSEBOOK_TEXTS): their redlines are not tested')
/** Something to skip where there is none. */
const tested = here ? texts : [...library.licenses.values()].map((license) => ({ license, source: '' }))

const levels: Level[] = ['preferred', 'fallback', 'walk_away']

/** Every position on a license at a level, or at the next better one that it has. */
function all(license: License, level: Level): ChosenPosition[] {
  return [...library.positions.values()]
    .filter(({ counterparty, appliesTo }) => counterparty === 'meta' && appliesTo.includes(license.id))
    .map((position) => {
      const usable = levels.slice(0, levels.indexOf(level) + 1).findLast((one) => position.positions[one])
      return { position, level: usable ?? 'preferred', because: '' }
    })
}

function tidied(lines: { name: string; words: string }[]) {
  return lines.map((line) => ({ ...line, words: tidy(line.words) }))
}

function printed(agreement: Agreement): string[] {
  return clausesOf(agreement).map(({ label, text }) => (label === '' ? text : `${label}\t${text}`))
}

describe.runIf(here).each(tested)('in the official text of $license.id', ({ license, source }) => {
  const agreement = parseAgreement(source)

  test.each(levels)(
    'all positions together as %s: letter, Word file and redline give one agreement',
    async (level) => {
      const { redline, amendments } = amendedLicense(all(license, level), license, library, source)
      const letter = amendments.map(({ instruction }) => instruction)
      expect(tidied(carryOut(agreement, letter))).toEqual(tidied(linesOf(redline!.after)))
      const docx = await redlineToDocx(redline!, { author: 'Counsel', date: '2025-01-31' })
      expect(readAgreement(docx, 'accept')).toEqual(printed(redline!.after))
      expect(readAgreement(docx, 'reject')).toEqual(printed(agreement))
    },
  )

  test('each position alone, at every level', () => {
    for (const level of levels) {
      for (const chosen of all(license, level)) {
        const { redline, amendments } = amendedLicense([chosen], license, library, source)
        const letter = amendments.map(({ instruction }) => instruction)
        expect(tidied(carryOut(agreement, letter)), chosen.position.id).toEqual(
          tidied(linesOf(redline!.after)),
        )
      }
    }
  })

  test('the letter asks for the same without the text', () => {
    for (const level of levels) {
      const instructions = (text?: string) =>
        amendedLicense(all(license, level), license, library, text)
          .amendments.map(({ instruction }) => instruction)
          .sort()
      expect(instructions()).toEqual(instructions(source))
    }
  })

  test('no two positions contradict each other, whatever their levels', () => {
    const placed: { position: string; edits: PlacedEdit[] }[] = [...library.positions.values()]
      .filter(({ counterparty, appliesTo }) => counterparty === 'meta' && appliesTo.includes(license.id))
      .flatMap((position) =>
        levels
          .filter((level) => position.positions[level])
          .map((level) => ({
            position: position.id,
            edits: placeEdits(agreement, license.id, editsFor([{ position, level, because: '' }], license)),
          })),
      )
    const clashes = placed.flatMap((one, at) =>
      placed
        .slice(at)
        .filter((other) => other === one || other.position !== one.position)
        .flatMap((other) =>
          conflictsIn(agreement, other === one ? one.edits : [...one.edits, ...other.edits]),
        ),
    )
    expect(clashes).toEqual([])
  })
})
