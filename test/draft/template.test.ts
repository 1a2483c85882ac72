import { expect, test } from 'vitest'
import { draftToMarkdown, markdown, missing } from '../../src/draft/index.ts'
import { engineOf } from '../../src/draft/template/compile.ts'
import { render } from '../../src/draft/template/render.ts'
import { documentOf, make } from './making.ts'

const users = missing('reach.users', 'monthly users', 'How many users are there?')

test('a missing fact names the template, its line and the question', () => {
  const template = { file: 'templates/t.md.hbs', source: '---\nclause: Section\n---\nOne\n{{users}}\n' }
  const { rendering } = render(engineOf({ sources: new Map() }), template, { users })
  expect(() => rendering.requireWhole()).toThrow(/reach\.users.*How many users are there\?/)
  expect(rendering.gaps[0]).toMatchObject({ file: 'templates/t.md.hbs', line: 5 })
})

test('a mistyped name is an error with its line, also in a condition', () => {
  for (const source of ['\n{{clent}}', '\n{{#if clent}}x{{/if}}', '\n{{#if (not clent)}}x{{/if}}']) {
    try {
      make(source, { client: 'x' })
      expect.unreachable()
    } catch (error) {
      expect(String(error)).toBe(
        'templates/test.md.hbs:2 the view of this document has no “clent”: correct the name',
      )
    }
  }
})

test('a condition on a missing fact prints a blank and neither side', () => {
  const text = draftToMarkdown(documentOf(make('{{#if users}}\nMany.\n{{else}}\nFew.\n{{/if}}\n', { users })))
  expect(text).toContain('●: monthly users')
  expect(text).not.toMatch(/Many|Few/)
})

test('Markdown of the library prints as Markdown', () => {
  expect(draftToMarkdown(documentOf(make('{{x}}', { x: markdown('**yes**') })))).toContain('**yes**')
})
