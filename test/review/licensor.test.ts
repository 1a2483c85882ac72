import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type Agreement, parseAgreement } from '../../src/agreement/index.ts'
import { type Level, type License, levelsDown, type Position } from '../../src/library/index.ts'
import { amendedLicense } from '../../src/redline/index.ts'
import { isMet, readPaper, type Verdict } from '../../src/review/index.ts'
import { wordsOfLicensor } from '../../src/review/licensor/sides.ts'
import { judgeOfPositions } from '../../src/review/licensor.ts'
import { openTexts } from '../../src/texts/index.ts'
import { library } from './library.ts'

const judge = judgeOfPositions(library.evidence)
const words = wordsOfLicensor(library.evidence)
const judged = (position: Position, agreement: Agreement) =>
  judge(position, readPaper(agreement, words, { license: true, resale: false, vendor: [], customer: [] }))

const order: Verdict[] = ['walk_away', 'fallback', 'preferred']
const store = openTexts(library.licenses)
const texts = new Map<string, string>()
for (const id of library.licenses.keys()) {
  const text = await store.read(id)
  if (text) texts.set(id, text.source)
}

/** Licenses of a position whose words differ most: the first two and the newest. */
function apart({ appliesTo }: Position): string[] {
  return [...new Set([...appliesTo.slice(0, 2), ...appliesTo.slice(-1)])]
}

/** Levels of a position that change words, where the text of the license is here. */
function levelsOf(position: Position, license: License): Level[] {
  return levelsDown.filter((level) => {
    const at = position.positions[level]
    return (at?.editsFor[license.id] ?? at?.edits ?? []).length > 0
  })
}

test('every position toward a licensor has evidence', () => {
  const without = [...library.positions.values()].filter(
    ({ counterparty, evidence }) => counterparty === 'meta' && !evidence,
  )
  expect(without.map(({ id }) => id)).toEqual([])
})

describe.skipIf(texts.size === 0)('with the texts', () => {
  const positions = [...library.positions.values()]

  test.each(positions)('$id is judged at the level whose words a license has', (position) => {
    const wrong: string[] = []
    for (const id of apart(position)) {
      const license = library.licenses.get(id)!
      const levels = levelsOf(position, license)
      for (const level of levels) {
        const chosen = [{ position, level, because: '' }]
        const { redline } = amendedLicense(chosen, license, library, texts.get(id))
        const { verdict } = judged(position, redline!.after)
        // Of two levels with the same words the better one is told.
        const same = levels.filter((other) => sameWords(position, level, other, id))
        if (!same.includes(verdict as Level) && !told.has(`${position.id} ${id} ${level} ${verdict}`))
          wrong.push(`${id} with ${level} is told ${verdict}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test.each([...texts])(
    '%s as it was published is told to meet nothing that it does not give',
    (id, source) => {
      const agreement = parseAgreement(source)
      const met = positions.filter((position) => isMet(judged(position, agreement).verdict))
      // Section 11 of the first license is both: the whole agreement, and changed only in a writing that both sign.
      expect(met.map((position) => position.id)).toEqual(id === 'llama-1' ? ['entire-agreement'] : [])
    },
  )
})

/** What the evidence tells less of than our words give, where the license has no place for the rest. */
const told = new Set(['mark-use llama-2 preferred fallback'])

function sameWords({ positions }: Position, one: Level, other: Level, id: string): boolean {
  const of = (level: Level) => JSON.stringify(positions[level]?.editsFor[id] ?? positions[level]?.edits)
  return of(one) === of(other)
}

interface Written {
  position: string
  level: Verdict
  accept?: Verdict[]
  text: string
}

describe('clauses of licensors in other words', () => {
  const file = join(import.meta.dirname, 'written', 'licensor.yaml')
  const rows = (parse(readFileSync(file, 'utf8')) as Written[]).map((one) => ({
    ...one,
    labels: [one.level, ...(one.accept ?? [])],
    verdict: judged(library.positions.get(one.position)!, parseAgreement(one.text, { format: 'text' }))
      .verdict,
  }))

  test('are told to meet no more than they do', () => {
    const more = rows.filter(
      ({ verdict, labels }) =>
        isMet(verdict) && !labels.some((label) => order.indexOf(label) >= order.indexOf(verdict)),
    )
    expect(more.map(({ text }) => text)).toEqual([])
  })

  test('that meet a level are told to', () => {
    const less = rows.filter(({ level, verdict }) => isMet(level) && !isMet(verdict))
    expect(less.length).toBeLessThan(rows.filter(({ level }) => isMet(level)).length / 10)
  })
})
