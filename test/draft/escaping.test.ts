import { fromHtml } from 'hast-util-from-html'
import { toText } from 'hast-util-to-text'
import { toString as textOf } from 'mdast-util-to-string'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { draftToHtml, draftToMarkdown } from '../../src/draft/index.ts'
import { printable } from '../../src/draft/template/slot.ts'
import fc from '../setup/fast-check.ts'
import { documentOf, make } from './making.ts'

const nasty = [
  '**bold**',
  '# Heading',
  '<script>alert(1)</script>',
  '{{matter.x}}',
  '{{{x}}}',
  ':::clause{#x}',
  ':ref[audit]',
  '::page-break',
  '=1+1',
  '+cmd|x',
  '| a | b |',
  '[x](javascript:alert(1))',
  '1. one',
  '- item',
  '&lt;',
  '\\',
  '`code`',
  '~~gone~~',
  'a_b_c',
  'https://x.y',
  '"quoted"',
  "O'Neil",
  '\uE0000\uE001',
  '\u202Eevil',
  '\uD800',
  '\u0000',
  'a@b.co',
  '> quote',
  '$x$',
  '[^1]',
  ':name',
]
const value = fc
  .array(fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'grapheme' })), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(' '))
const reader = unified().use(remarkParse).use(remarkGfm).use(remarkDirective)
const squeezed = (text: string) => text.replace(/\s+/g, '')

const template =
  'Start {{x}} end.\n\n**{{x}}**\n\n:::clause[About {{x}}]{#c}\n{{x}}\n:::\n\n| A |\n| --- |\n| {{x}} |\n'

test('a value is plain text in the tree, in Markdown and in HTML, whatever it looks like', () => {
  fc.assert(
    fc.property(value, (x) => {
      const words = squeezed(printable(x))
      const made = make(template, { x })
      const whole = squeezed(`Start${printable(x)}end.`)
      expect(squeezed(textOf(made.tree))).toContain(words)
      expect(made.tree.children.map(({ type }) => type)).toEqual([
        'paragraph',
        'paragraph',
        'clauseBlock',
        'table',
      ])
      const markdown = draftToMarkdown(documentOf(made))
      expect(squeezed(textOf(reader.parse(markdown), { includeHtml: false }))).toContain(whole)
      const page = draftToHtml(documentOf(made))
      expect(page).not.toContain('<script')
      expect(squeezed(toText(fromHtml(page)))).toContain(whole)
    }),
    { numRuns: 300 },
  )
})

test('a full stop at the end of a value is not doubled', () => {
  expect(textOf(make('To {{x}}.', { x: 'Meta Platforms, Inc.' }).tree)).toBe('To Meta Platforms, Inc.')
})
