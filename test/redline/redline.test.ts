import { describe, expect, test } from 'vitest'
import { clauseAt, clausesOf, parseAgreement } from '../../src/agreement/index.ts'
import type { Edit } from '../../src/library/index.ts'
import { amendmentsOf, redlineOf, textAfter } from '../../src/redline/index.ts'
import type { PositionEdit } from '../../src/redline/types.ts'
import { harbour, libraryWith } from './agreements.ts'

const library = await libraryWith()
const license = library.licenses.get('llama-3.1')!

function edit(
  section: string,
  operation: Edit['operation'],
  anchor: string,
  text = '',
  position = 'berth',
): PositionEdit {
  return { edit: { section, operation, anchor, text }, position, level: 'preferred' }
}

function made(...edits: PositionEdit[]) {
  return redlineOf(harbour, 'harbour', edits)
}

function section(path: string, ...edits: PositionEdit[]) {
  return clauseAt(made(...edits).after, path)?.text
}

function instructions(...edits: PositionEdit[]) {
  return amendmentsOf(edits, license, library, made(...edits)).map(({ instruction }) => instruction)
}

function failure(make: () => unknown): string {
  try {
    make()
  } catch (problem) {
    return String(problem)
  }
  return 'nothing is wrong'
}

describe('an anchor', () => {
  test('is found whatever the shape of quotation marks, dashes and spaces', () => {
    expect(section('1.b', edit('1.b', 'replace', 'the  words “Moored in\n Harbour”', 'a light'))).toMatch(
      /and \(B\) show a light on a flag\.$/,
    )
    expect(section('1.a', edit('1.a', 'delete', 'non–exclusive and'))).toBe(
      'Grant. You are granted a royalty-free berth for one boat, its crew and its guests.',
    )
  })

  test('that stands more than once is refused with the places', () => {
    expect(failure(() => made(edit('1.a', 'delete', 'its')))).toBe(
      'berth (preferred) under harbour: section 1.a has the anchor 2 times, not once: “for one boat, its crew and its”; “its crew and its guests.”. Quote more words',
    )
  })

  test('that does not stand there is refused with the section that has it, or with what is there', () => {
    expect(failure(() => made(edit('2', 'delete', 'tow other boats')))).toMatch(
      /does not have “tow other boats”, which stands in 1\.c/,
    )
    expect(failure(() => made(edit('2', 'delete', 'ask for another boat')))).toMatch(
      /it goes on “[^”]*ask for another berth, which/,
    )
    expect(failure(() => made(edit('9', 'delete', 'x')))).toMatch(/there is no section 9/)
  })

  test('of a long run has its first and its last words, and … is the whole section', () => {
    expect(section('3', edit('3', 'delete', 'Sections 1 … survive.'))).toBe(
      'End. We may end this Agreement if you are in breach of it.',
    )
    expect(
      instructions(edit('3', 'replace', 'if you … breach of it', 'at will'), edit('1.c', 'delete', '…')),
    ).toEqual([
      'Section 1.c is deleted.',
      'In Section 3, the words from “if you” to “breach of it” are replaced by “at will”.',
    ])
    expect(failure(() => made(edit('1', 'delete', '…')))).toMatch(
      /has sections of its own: edit 1\.a, 1\.b, 1\.c/,
    )
  })
})

describe('edits of two positions', () => {
  test('that change the same words are refused, with both positions, the section and the words', () => {
    const clash = () =>
      made(
        edit('2', 'replace', 'more than 700 boats', 'many boats'),
        edit('2', 'delete', '700 boats moor', '', 'count'),
      )
    expect(failure(clash)).toBe(
      'berth (preferred) and count (preferred) both change “700 boats” in section 2 of harbour: choose another level of one, or leave it out with “count: off” under negotiation.positions',
    )
  })

  test('of which one holds on to what the other deletes are refused', () => {
    expect(
      failure(() =>
        made(
          edit('2', 'insert_after', '700 boats', '(of members)'),
          edit('2', 'delete', 'than 700', '', 'count'),
        ),
      ),
    ).toMatch(/both change “700” in section 2/)
  })

  test('that put words at the same place are refused, unless they are sentences', () => {
    const behind = (text: string, position: string) =>
      edit('3', 'insert_after', 'in breach of it.', text, position)
    expect(failure(() => made(behind('and warned', 'a'), behind('and told', 'b')))).toMatch(
      /both change “in breach of it\.”/,
    )
    const sentences = [behind('We warn you.', 'a'), behind('We wait.', 'b')]
    expect(section('3', ...sentences)).toBe(
      'End. We may end this Agreement if you are in breach of it. We warn you. We wait. Sections 1 and 2 survive.',
    )
    expect(instructions(...sentences)[1]).toBe(
      'In Section 3, the following is inserted after “in breach of it.” and the words inserted there by the amendment above: “We wait.”',
    )
  })
})

describe('a clause that is added', () => {
  const add = (section: string, text = 'Song. Nobody sings.') => edit(section, 'add_clause', '', text)
  const labels = (...edits: PositionEdit[]) => clausesOf(made(...edits).after).map(({ label }) => label)

  test('takes the next number at the end of its list, and else a letter behind the number before it', () => {
    expect(labels(add('3'), edit('3', 'add_clause', '', 'Dance. Everybody dances.', 'other'))).toContain('5.')
    expect(labels(add('1.c'))).toContain('d.')
    expect(labels(add('2'))).toContain('2A.')
    expect(instructions(add('2'))).toEqual([
      'A new Section 2A is added after Section 2: “Song. Nobody sings.”',
    ])
  })

  test('stands after all that is under its section, with its heading', () => {
    const { clauses } = made(add('1'))
    const at = clauses.findIndex(({ added }) => added)
    expect(clauses[at]).toMatchObject({ label: '1A.', depth: 0, heading: 'Song' })
    expect(clauses[at - 1]!.path).toBe('1.c')
  })

  test('counts on as the list counts, roman numerals too', () => {
    const list = parseAgreement('1. Part.\n\n   i. One thing.\n\n   ii. Another thing.\n\n   iii. A third.\n')
    const paths = (path: string) =>
      clausesOf(redlineOf(list, 'list', [edit(path, 'add_clause', '', 'More.')]).after).map(
        ({ path: own }) => own,
      )
    expect(paths('1.iii')).toContain('1.iv')
    expect(paths('1.i')).toContain('1.iA')
  })

  test('is a definition after a definition, without a number', () => {
    const definition = add('definition.meta', '“Pier” means a place to moor.')
    expect(made(definition).clauses.find(({ added }) => added)).toMatchObject({
      path: 'definition.pier',
      label: '',
    })
    expect(instructions(definition)).toEqual([
      'A new definition of “Pier” is added after the definition of “Meta”: “‘Pier’ means a place to moor.”',
    ])
  })
})

describe('a clause that is deleted whole', () => {
  test('goes with its number, and no other number changes', () => {
    const { after, clauses } = made(edit('2', 'delete', '…'))
    expect(clauses.find(({ path }) => path === '2')).toMatchObject({ deleted: true, label: '2.' })
    expect(clausesOf(after).map(({ label }) => label)).not.toContain('2.')
    expect(clauseAt(after, '3')?.label).toBe('3.')
  })
})

describe('the wording of an amendment', () => {
  test.each([
    [
      edit('2', 'replace', 'another', 'a "second"'),
      'In Section 2, the word “another” is replaced by “a ‘second’”.',
    ],
    [
      edit('2', 'insert_before', 'boats', 'large'),
      'In Section 2, the word “large” is inserted before “boats”.',
    ],
    [
      edit('2', 'insert_after', 'you must', ', if we ask,'),
      'In Section 2, the words “, if we ask,” are inserted after “you must”.',
    ],
    [
      edit('1.b', 'delete', 'the words "Moored'),
      'In Section 1.b, the words “the words ‘Moored” are deleted.',
    ],
    [
      edit('definition.agreement', 'replace', 'terms', 'rules'),
      'In the definition of “Agreement”, the word “terms” is replaced by “rules”.',
    ],
    [edit('3', 'replace', '…', 'End. Never.'), 'Section 3 is replaced by the following: “End. Never.”'],
  ])('%#', (one, wording) => {
    expect(instructions(one)).toEqual([wording])
  })

  test('brings the spaces that it needs', () => {
    const text = (...edits: PositionEdit[]) =>
      textAfter(made(...edits).clauses.find(({ path }) => path === '2')!.pieces)
    expect(text(edit('2', 'insert_after', 'you must', ', if we ask,'))).toContain(
      'you must, if we ask, ask for',
    )
    expect(text(edit('2', 'insert_before', ', which', '(or pier)'))).toContain(
      'another berth (or pier), which',
    )
    expect(text(edit('2', 'delete', 'for another berth'))).toContain('you must ask, which')
  })
})
