import { describe, expect, test } from 'vitest'
import { parseStory, type SourceBlock, textOf } from '../../../src/agreement/index.ts'
import { partsOf } from '../../../src/texts/open/markdown/parts.ts'
import { markdownDocument } from '../../../src/texts/open/markdown.ts'
import fc from '../../setup/fast-check.ts'

type Read = string | Read[][][]
const read = (blocks: readonly SourceBlock[]): Read[] =>
  blocks.map((block) =>
    block.type === 'paragraph'
      ? [block.label, block.text].filter(Boolean).join(' ')
      : block.rows.map(({ cells }) => cells.map((cell) => read(cell.blocks))),
  )
const bodyOf = (source: string) => read(markdownDocument(source).stories[0]!.blocks)

describe('the numbers that a reader of CommonMark shows', () => {
  test.each([
    ['3. a\n3. b\n7. c', ['3. a', '4. b', '5. c']],
    ['1\\. a\n\n2\\. b', ['1. a', '2. b']],
    ['1. a\n   - b\n\n     more', ['1. a', '• b', 'more']],
    ['- [x] done\n- [ ] not', ['• ☑ done', '• ☐ not']],
    ['Intro:\n(a) one\n(b) two', ['Intro:', '(a) one', '(b) two']],
    ['as said in Section\n5. of the Plan', ['as said in Section 5. of the Plan']],
    ['in the year\n1999. It ended', ['in the year 1999. It ended']],
    ['1. Risks:\n    8. War\n    9. Arms', ['1. Risks:', '8. War', '9. Arms']],
  ])('%j', (source, expected) => expect(bodyOf(source)).toEqual(expected))
})

describe('angle brackets', () => {
  test.each([
    ['<Supplier> shall pay', '<Supplier> shall pay'],
    ['<Supplier>\nshall pay', '<Supplier> shall pay'],
    ['The <Address> of <Title of the Work>', 'The <Address> of <Title of the Work>'],
    ['if x<y and z>w', 'if x<y and z>w'],
    ['if a<b and c>d', 'if a<b and c>d'],
    ['Pay<br>ten', 'Pay\nten'],
    ['<u>under</u> and <b class="x">bold</b>', 'under and bold'],
    ['</p> is a tag', '</p> is a tag'],
    ['&lt;Fee&gt; &amp; more &copy;', '<Fee> & more ©'],
    ['<https://example.org/a>', 'https://example.org/a'],
    ['10<sup>6</sup>', '10⁶'],
    ['`a<b>c`', 'a<b>c'],
    ['<?php word', '<?php word'],
    ['<!DOCTYPE word', '<!DOCTYPE word'],
  ])('%j', (source, expected) => expect(bodyOf(source)).toEqual([expected]))
})

test('tables are tables, also inside of which is markup', () => {
  expect(bodyOf('| Service | Fee |\n|---|---|\n| **Setup** | <Fee><br>once |')).toEqual([
    [
      [['Service'], ['Fee']],
      [['Setup'], ['<Fee>\nonce']],
    ],
  ])
})

test('headings, quotes, code and struck-through words are words', () => {
  expect(
    bodyOf(
      'Title\n===\n\n## Two ##\n\n> quoted\n\n    (a) set **in**\n\n```\ncode  **x**\n```\n\n~~struck~~ ~10',
    ),
  ).toEqual(['Title', 'Two', 'quoted', '(a) set in', 'code **x**', 'struck ~10'])
})

test('footnotes are stories, in the order of their references, and those that nothing refers to as well', () => {
  const { stories } = markdownDocument(
    'One[^b] two[^a].\n\n[^a]: Note A.\n[^b]: Note B, see[^a].\n[^c]: Note C.',
  )
  expect(
    stories
      .filter(({ kind }) => kind !== 'links')
      .map(({ kind, name, blocks }) => [kind, name, ...read(blocks)]),
  ).toEqual([
    ['body', '', 'One¹ two².'],
    ['footnotes', '1', 'Note B, see².'],
    ['footnotes', '2', 'Note A.'],
    ['footnotes', 'c', 'Note C.'],
  ])
})

test('what no reader of the page sees is left out, counted and kept', () => {
  const { leftOut } = markdownDocument('---\ntitle: x\n---\nA <!-- draft: 5m --> b\n\n[//]: # (settle low)\n')
  expect(leftOut).toEqual([
    { kind: 'hidden', place: '', words: 4, text: 'draft: 5m\n// # settle low' },
    { kind: 'front-matter', place: '', words: 2, text: 'title: x' },
  ])
  expect(bodyOf('---\nThis is no front matter.\n---\nEnd')).toContain('This is no front matter.')
})

test('no word of any Markdown is lost', () => {
  const mark = fc.constantFrom('# ', '> ', '- ', '1. ', '    ', '**', '`', '| ', '|---|', '\n', '\n\n', '<b>', '</b>', '<Fee>', '[', '](', ')', '~~', '```', '\\', '&', ':', '[^1]', '[^1]: ', '<br>', '==', '--') // biome-ignore format: a list of marks
  const word = fc.constantFrom(
    ...'lantern vessel harbour ledger orchard bridge'.split(' ').map((one) => ` ${one} `),
  )
  const wordsOf = (text: string) => (text.match(/lantern|vessel|harbour|ledger|orchard|bridge/g) ?? []).sort()
  fc.assert(
    fc.property(fc.array(fc.oneof(mark, word), { maxLength: 40 }), (parts) => {
      const source = parts.join('')
      const { stories, leftOut } = markdownDocument(source)
      const all = [
        ...stories.map((story) => textOf(parseStory(story))),
        ...leftOut.map(({ text }) => text),
      ].join(' ')
      for (const one of new Set(wordsOf(source)))
        expect(
          wordsOf(all).filter((found) => found === one).length,
          `${one} of ${source}`,
        ).toBeGreaterThanOrEqual(wordsOf(source).filter((found) => found === one).length)
    }),
    { numRuns: 600 },
  )
})

test('a long text is read part by part with the same outcome as at once', () => {
  const start = fc.constantFrom('', '', '# ', '## 2. ', '> ', '- ', '  - ', '1. ', '12. ', '2.1 ', '(a) ', '    ', '| a |\n|---|\n| ', '---\n', '[x]: ', '```\n', '~~~', '<b>', '![a](b)', '[^1]: ') // biome-ignore format: a list of marks
  const words = fc.constantFrom('fee', 'a\n(b) c', 'x [y](https://z.example "tip") **v**', 'm<br>n', '*p', '')
  const gap = fc.constantFrom('\n\n', '\n\n', '\n', '\n \n', '\r\n\r\n')
  // Each page counts its lists from one: which paragraphs are of one list is what counts.
  const named = (source: string, atOnce: number) => {
    const lists: string[] = []
    const document = markdownDocument(source, { atOnce })
    const told = JSON.stringify(document, (key, value) => {
      if (key !== 'list') return value
      if (!lists.includes(value)) lists.push(value)
      return lists.indexOf(value)
    })
    return { told, document }
  }
  let parted = 0
  fc.assert(
    fc.property(fc.array(fc.tuple(start, words, gap), { maxLength: 25 }), (lines) => {
      const source = lines.map((line) => line.join('')).join('')
      expect(named(source, 1).told).toBe(named(source, Number.POSITIVE_INFINITY).told)
      if (partsOf(source, 1).length > 2) parted += 1
    }),
    { numRuns: 200 },
  )
  expect(parted).toBeGreaterThan(5)
})
