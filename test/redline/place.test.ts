import { describe, expect, test } from 'vitest'
import { clauseAt, parseAgreement } from '../../src/agreement/index.ts'
import type { Edit } from '../../src/library/index.ts'
import { placeEdits } from '../../src/redline/index.ts'
import { harbour } from './agreements.ts'

const place = (section: string, anchor: string, operation: Edit['operation'] = 'replace') =>
  placeEdits(harbour, 'harbour', [
    { edit: { section, operation, anchor, text: 'x' }, position: 'berth', level: 'walk_away' },
  ])[0]!
const failure = (section: string, anchor: string) => {
  try {
    place(section, anchor)
  } catch (problem) {
    return String(problem)
  }
  return 'nothing is wrong'
}

describe('the place of an edit', () => {
  test('is where its anchor stands, once', () => {
    const { path, start, end } = place('1.a', 'one boat')
    expect(path).toBe('1.a')
    expect(clauseAt(harbour, '1.a')!.text.slice(start, end)).toBe('one boat')
  })

  test('of a clause that is added is behind the section, whatever the anchor', () => {
    const { length } = clauseAt(harbour, '2')!.text
    expect(place('2', 'no such words', 'add_clause')).toMatchObject({ path: '2', start: length, end: length })
    expect(place('1', '…', 'add_clause').path).toBe('1')
  })

  test('of a whole section is one without sections of its own', () => {
    const { length } = clauseAt(harbour, '2')!.text
    expect(place('2', '…')).toMatchObject({ start: 0, end: length })
    expect(failure('1', '…')).toBe(
      'berth (walk-away) under harbour: section 1 has sections of its own: edit 1.a, 1.b, 1.c',
    )
  })

  test('says where there is none, or more than one', () => {
    const who = 'berth (walk-away) under harbour: '
    expect(failure('9', 'boat')).toBe(`${who}there is no section 9`)
    expect(failure('2', 'crew')).toBe(`${who}section 2 does not have “crew”, which stands in 1.a`)
    expect(failure('2', 'Agreement')).toMatch(
      /does not have “Agreement”, which stands in [\w.-]+(, [\w.-]+)+$/,
    )
    expect(failure('2', 'no pirate at all')).toBe(`${who}section 2 does not have “no pirate at all”`)
    expect(failure('1.a', 'its')).toBe(
      `${who}section 1.a has the anchor 2 times, not once: “for one boat, its crew and its”; “its crew and its guests.”. Quote more words`,
    )
  })

  test('shows how the words go on where an anchor begins right', () => {
    expect(failure('2', 'you must ask for the berth')).toBe(
      'berth (walk-away) under harbour: section 2 does not have “you must ask for the berth”: it goes on “in a month, you must ask for another berth, which”',
    )
    expect(failure('2', 'you must never … refuse')).toMatch(
      /it goes on “in a month, you must ask for another”/,
    )
  })

  test('shows three of many places', () => {
    const many = parseAgreement('1. Tides. At one, at two, at three and at four.\n\n2. Moons. None.\n')
    const one = { section: '1', operation: 'delete', anchor: 'at', text: '' } as const
    expect(() => placeEdits(many, 'harbour', [{ edit: one, position: 'tide', level: 'preferred' }])).toThrow(
      'tide (preferred) under harbour: section 1 has the anchor 3 times, not once: “Tides. At one, at two, at three”; “one, at two, at three and at”; “at three and at four.”. Quote more words',
    )
    const more = parseAgreement('1. Tides. Go at one, at two, at three and at four.\n\n2. Moons. None.\n')
    expect(() => placeEdits(more, 'harbour', [{ edit: one, position: 'tide', level: 'preferred' }])).toThrow(
      /has the anchor 4 times, not once: (“[^”]+”; ){2}“[^”]+”\. Quote/,
    )
  })
})
