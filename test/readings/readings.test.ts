import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadLibrary, type Position } from '../../src/library/index.ts'
import { agreementsHere, madeOf, readingFile, readingOf, readKept, wholeSections } from './reading.ts'

const library = await loadLibrary()
const positions = [...library.positions.values()].filter(({ counterparty }) => counterparty === 'meta')
const agreements = await agreementsHere(library)
const here = agreements.size === library.licenses.size
if (!here) console.info('CLAUSEBOOK_TEXTS is not set: what positions make of the official texts is not read')
const kept = 'test/readings/kept'
const file = (id: string) => readFileSync(join(kept, `${id}.yaml`), 'utf8')

test('there is a reading of every position toward Meta, and of no other', () => {
  const names = readdirSync(kept).map((name) => name.replace(/\.yaml$/, ''))
  expect(names.sort()).toEqual(positions.map(({ id }) => id).sort())
})

test('what is kept holds at most 25 words at a run of those that go', () => {
  const goes = positions.flatMap(({ id }) =>
    Object.values(readKept(file(id))).flatMap((rows) =>
      rows.flatMap(({ changes }) => changes.flatMap((change) => change.goes ?? [])),
    ),
  )
  expect(goes.length).toBeGreaterThan(50)
  for (const words of goes) expect(words.split(/\s+/).length, words).toBeLessThanOrEqual(25)
})

test('every license and level of a position is in its reading, unless it is a decision of our own', () => {
  for (const { id, appliesTo, positions: at } of positions) {
    const reading = readKept(file(id))
    for (const [level, { edits, editsFor }] of Object.entries(at)) {
      const licenses = appliesTo.filter((license) => (editsFor[license] ?? edits).length > 0)
      const read = new Set(
        (reading[level as keyof typeof at] ?? []).flatMap((row) => Object.keys(row.sha256)),
      )
      expect([...read].sort(), `${id}, ${level}`).toEqual([...licenses].sort())
    }
  }
})

describe.runIf(here)('in the official texts', () => {
  test.each(positions)(
    '$id reads as it was read, passes the check, and is read again as it is printed',
    (position) => {
      const made = madeOf(position, library, agreements)
      expect(
        made.flatMap(({ license, level, wrong }) => wrong.map((line) => `${license}, ${level}: ${line}`)),
      ).toEqual([])
      expect(readingFile(position.id, readingOf(made))).toBe(file(position.id))
    },
  )

  const pastUse = library.positions.get('past-use')!

  /** A new clause with more, or other, words on one license. */
  function changed(change: (words: string) => string): Position {
    const preferred = pastUse.positions.preferred!
    const edits = preferred.edits.map((edit) => ({ ...edit, text: change(edit.text) }))
    return {
      ...pastUse,
      appliesTo: ['llama-3.1'],
      positions: { ...pastUse.positions, preferred: { ...preferred, edits } },
    }
  }
  const read = (position: Position) => readingOf(madeOf(position, library, agreements))

  test('a word that moves, of ours or of the license, moves the reading', () => {
    const same = changed((words) => words)
    expect(read(changed((words) => `${words} `))).toEqual(read(same))
    expect(read(changed((words) => words.replace('since your', 'from your')))).not.toEqual(read(same))
    const position = library.positions.get('termination-cure')!
    const other = new Map(
      [...agreements].map(([id, agreement]) => [
        id,
        {
          ...agreement,
          children: agreement.children.map((clause) => ({ ...clause, text: `${clause.text} More.` })),
        },
      ]),
    )
    expect(readingOf(madeOf(position, library, other))).not.toEqual(readKept(file(position.id)))
  })

  test('words that do not read are told', () => {
    const wrongOf = (more: string) =>
      madeOf(
        changed((words) => words + more),
        library,
        agreements,
      ).flatMap(({ wrong }) => wrong)
    expect(wrongOf('')).toEqual([])
    expect(wrongOf(' It holds the the copy.').join()).toContain('“the the”')
    expect(wrongOf(' It holds (so far.').join()).toContain('brackets that do not pair')
    expect(wrongOf(' Section 19 applies.').join()).toContain('19')
    expect(wrongOf(' It holds').join()).toContain('without a stop')
  })

  test('a second reader gets the whole section, with what goes and what comes', () => {
    const [first] = madeOf(library.positions.get('termination-cure')!, library, agreements)
    const shown = wholeSections(first!)
    expect(shown).toContain(`## ${first!.license}, preferred`)
    expect(shown).toMatch(/\{\+.+\+\}/)
    for (const { pieces } of first!.sections)
      for (const { op, text } of pieces) if (op === 'equal') expect(shown).toContain(text)
  })
})
