import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { toString as wordsOf } from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import { compareRestated } from '../../../src/compare/knowledge/index.ts'
import { headedPieces } from '../../../src/compare/report/clause.ts'
import {
  csvReport,
  htmlReport,
  jsonReport,
  markdownReport,
  terminalReport,
} from '../../../src/compare/report/index.ts'
import type { Piece } from '../../../src/compare/types.ts'
import { packageRoot } from '../../../src/home.ts'
import { loadLibrary } from '../../../src/library/index.ts'
import { compared } from '../texts.ts'
import { comparison, comparisonOf, pair } from './comparison.ts'

const op = { equal: '=', delete: '-', insert: '+' } as const
/** Words with a change in them, each piece as a report's marks must give it back. */
const pieces = fc.array(
  fc.record({
    op: fc.constantFrom<Piece['op']>('equal', 'delete', 'insert'),
    text: fc
      .array(fc.constantFrom('word', '(x)', '“q”', '*', '~~', '<b>', '|', '&amp;', '1.', '$1', '_'), {
        minLength: 1,
        maxLength: 4,
      })
      .map((words) => words.join(' ')),
  }),
  { minLength: 1, maxLength: 6 },
)

describe('a report', () => {
  test('as JSON is what the schema says, with all that the library knows too', async () => {
    const schema = JSON.parse(readFileSync(join(packageRoot(), 'docs/comparison.schema.json'), 'utf8'))
    const ajv = new Ajv2020({ strict: false, formats: { date: /^\d{4}-\d{2}-\d{2}$/ } })
    const validate = ajv.compile(schema)
    const restated = compareRestated(await loadLibrary(), 'llama-2', 'llama-3.1')
    for (const one of [comparison, restated]) {
      for (const changed of [false, true]) {
        expect(validate(JSON.parse(jsonReport(one, { changed }))) ? [] : validate.errors).toEqual([])
      }
    }
  })

  test('with the changes alone points at the same pairs', async () => {
    const restated = compareRestated(await loadLibrary(), 'llama-2', 'llama-3.1')
    const { pairs, knowledge } = JSON.parse(jsonReport(restated, { changed: true })) as typeof restated
    for (const { id, pairs: places } of knowledge!.topics) {
      for (const at of places) expect(pairs[at]!.topics!.map((topic) => topic.id)).toContain(id)
    }
  })

  test('as Markdown marks the words that differ, whatever signs stand in them', () => {
    fc.assert(
      fc.property(pieces, (made) => {
        const words = made.map((piece) => op[piece.op] + piece.text)
        const one = pair('changed', words, { section: 'Section 9' })
        const tree = unified()
          .use(remarkParse)
          .use(remarkGfm)
          .parse(markdownReport(comparisonOf([one])))
        const last = tree.children.at(-1)!
        const marked = { delete: '', strong: '' }
        visit(last, (node) => {
          if (node.type === 'delete' || node.type === 'strong') marked[node.type] += wordsOf(node)
        })
        const all = (wanted: Piece['op']) =>
          made
            .filter((piece) => piece.op === wanted)
            .map(({ text }) => text)
            .join('')
        const squeezed = (text: string) => text.replace(/\s/g, '')
        expect(squeezed(marked.delete)).toBe(squeezed(all('delete')))
        expect(squeezed(marked.strong)).toBe(squeezed(all('insert')))
        expect(squeezed(wordsOf(last))).toBe(squeezed(made.map(({ text }) => text).join('')))
      }),
    )
  })

  test('as HTML keeps markup in a text from being markup of the page', () => {
    const html = htmlReport(comparison)
    expect(html).toContain('&lt;b&gt;any&lt;/b&gt;')
    expect(html).not.toContain('<b>any')
    expect(html).not.toMatch(/<script|javascript:|src=/)
  })

  test('as CSV has a row a pair, and no cell is a formula', () => {
    const formula = pair('added', ['+=1+1'], undefined, { section: 'Section 1' })
    const rows = parse(csvReport(comparisonOf([formula])), { columns: true, bom: true }) as Record<
      string,
      string
    >[]
    expect(rows.map((row) => [row.status, row.right_text])).toEqual([['added', "'=1+1"]])
  })

  test('for the terminal marks a heading and the words behind it as one change', () => {
    const report = terminalReport(
      compared('1. Term. One year.', '1. Term. One year.\n\n2. Data. Keep it safe.'),
    )
    expect(report).toContain('{+Data. Keep it safe.+}')
  })

  test('for the terminal lets no text give it orders', () => {
    const sly = pair('changed', ['=a \u001b[2J b', '+ \u009b31m c'], { section: 'Section 1' })
    expect(terminalReport(comparisonOf([sly]))).not.toMatch(/[\u001b\u009b]/)
  })

  test('is the same for the same comparison', () => {
    for (const report of [csvReport, htmlReport, jsonReport, markdownReport, terminalReport]) {
      expect(report(comparison)).toBe(report(comparison))
    }
  })

  test('says so where nothing differs', () => {
    const same = comparisonOf([pair('identical', ['=Same.'], { section: 'Section 1' })])
    for (const report of [htmlReport, markdownReport, terminalReport]) {
      expect(report(same)).toContain('No clause differs in more than its typography or names.')
    }
  })
})

test('parting the heading from the rest loses no word of either side', () => {
  const side = (all: Piece[], without: Piece['op']) =>
    all
      .filter((piece) => piece.op !== without)
      .map(({ text }) => text)
      .join('')
  fc.assert(
    fc.property(pieces, fc.nat(20), fc.nat(20), (made, from, to) => {
      const one = pair(
        'changed',
        made.map((piece) => op[piece.op] + piece.text),
        {},
      )
      one.left!.heading = one.left!.text.slice(0, from)
      one.right!.heading = one.right!.text.slice(0, to)
      const { heading, body } = headedPieces(one)
      expect(side([...heading, ...body], 'insert')).toBe(one.left!.text)
      expect(side([...heading, ...body], 'delete')).toBe(one.right!.text)
    }),
  )
})
