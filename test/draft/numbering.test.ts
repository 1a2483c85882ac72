import { expect, test } from 'vitest'
import { letters, roman } from '../../src/agreement/index.ts'
import { draftToMarkdown } from '../../src/draft/index.ts'
import fc from '../setup/fast-check.ts'
import { documentOf, make } from './making.ts'

const clauses = ['one', 'two', 'three', 'four', 'five']

test('numbers and references follow whatever the conditions leave', () => {
  const template = `${clauses
    .map(
      (id) =>
        `{{#if ${id}}}\n::::clause[Clause ${id}]{#${id}}\n{{#if sub}}\n:::clause{#${id}-sub}\nInner.\n:::\n{{/if}}\n:::clause{#${id}-last}\nLast.\n:::\n::::\n{{/if}}\n`,
    )
    .join(
      '\n',
    )}\n${clauses.map((id) => `{{#if ${id}}}see ${id} at :ref[${id}] and :ref[${id}-last]{bare}; {{/if}}`).join('')}\n`
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), fc.boolean(), (states, sub) => {
      const view = { ...Object.fromEntries(clauses.map((id, at) => [id, states[at]])), sub }
      const made = make(template, view)
      const text = draftToMarkdown(documentOf(made))
      expect(made.messages).toEqual([])
      clauses
        .filter((_, at) => states[at])
        .forEach((id, at) => {
          expect(text).toContain(`## ${at + 1}. Clause ${id}`)
          expect(text).toContain(`see ${id} at Section\u00A0${at + 1} and ${at + 1}.${sub ? 2 : 1};`)
        })
    }),
  )
})

test('a reference to a clause that dropped out is told and shown', () => {
  const { messages, blanks } = make('See :ref[gone].')
  expect(messages.map(({ rule }) => rule)).toEqual(['reference'])
  expect(blanks).toEqual(['reference to “gone”, which is not there'])
})

test('a deep clause is referred to in full, from a schedule with the schedule', () => {
  const source = `:::::clause{#a}\n::::clause{#b}\n:::clause{#c}\nWords, :ref[s].\n:::\n::::\n:::::\n\n:::schedule[Terms]{#s}\nUnder :ref[c].\n:::\n`
  const text = draftToMarkdown(documentOf(make(source)))
  expect(text).toContain('Under Section\u00A01.1(a) of this document.')
  expect(text).toContain('Words, Schedule 1.')
})

test('letters and numerals go on past the alphabet', () => {
  expect([1, 26, 27].map(letters)).toEqual(['a', 'z', 'aa'])
  expect([1, 4, 9, 14, 40].map(roman)).toEqual(['i', 'iv', 'ix', 'xiv', 'xl'])
})
