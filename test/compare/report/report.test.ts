import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'csv-parse/sync'
import { toString as wordsOf } from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import { compareTexts } from '../../../src/compare/index.ts'
import { compareRestated } from '../../../src/compare/knowledge.ts'
import { headedPieces } from '../../../src/compare/report/clause.ts'
import { clipAddress } from '../../../src/compare/report/terminal/wrap.ts'
import {
  csvReport,
  htmlReport,
  jsonReport,
  markdownReport,
  mustBeTold,
  shortLines,
  terminalReport,
  topicRows,
  verdictWords,
} from '../../../src/compare/report.ts'
import type { Piece } from '../../../src/compare/types.ts'
import { packageRoot } from '../../../src/home.ts'
import { loadLibrary } from '../../../src/library/index.ts'
import fc from '../../setup/fast-check.ts'
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

const readable = [htmlReport, markdownReport, terminalReport]
/** A report's words in one line, without markup. */
function plain(report: string): string {
  return report
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<\/?(?:del|ins)>/g, '|')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/\\/g, '')
    .replace(/\s*\n>?\s*/g, ' ')
}

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

  test('says so where nothing differs, and of how much', () => {
    const same = comparisonOf([pair('identical', ['=Same.'], { section: 'Section 1' })])
    for (const report of readable)
      expect(plain(report(same))).toContain('Nothing differs: 1 clause is the same, word for word.')
    expect(mustBeTold(same)).toBe(false)
  })

  test('never says that nothing differs where something was not read', () => {
    const same = comparisonOf([pair('identical', ['=Same.'], { section: 'Section 1' })])
    const unread = {
      ...same,
      unread: [{ side: 'left' as const, kind: 'altChunk', place: 'word/chunk.rtf', words: 7 }],
    }
    for (const report of readable) {
      const words = plain(report(unread))
      expect(words).not.toContain('Nothing differs')
      expect(words).toContain('No difference was found in 1 clause, but not everything was read')
      expect(words).toContain('Not read in lantern-1.md: word/chunk.rtf (altChunk, 7 words)')
    }
    expect(csvReport(unread)).toContain('not read')
    expect(mustBeTold(unread)).toBe(true)
  })

  test('tells what a rule left out, and hidden text that differs forbids that nothing differs', () => {
    const same = comparisonOf([pair('identical', ['=Same.'], { section: 'Section 1' })])
    const contents = [{ side: 'right' as const, kind: 'contents', place: '', words: 12 }]
    const hidden = (text: string) => [{ side: 'left' as const, kind: 'hidden', place: '', words: 4, text }]
    const other = [
      { side: 'right' as const, kind: 'hidden', place: '', words: 4, text: 'settle for sixty thousand' },
    ]
    for (const report of readable) {
      const words = plain(report({ ...same, leftOut: contents }))
      expect(words).toContain('12 words of a table of contents')
      expect(words).toContain('Nothing differs')
      expect(
        plain(report({ ...same, leftOut: [...hidden('settle for ninety thousand'), ...other] })),
      ).toContain('The hidden text differs too')
    }
    expect(mustBeTold({ ...same, leftOut: contents })).toBe(false)
    expect(mustBeTold({ ...same, leftOut: [...hidden('settle for ninety thousand'), ...other] })).toBe(true)
    expect(mustBeTold({ ...same, leftOut: [...hidden('settle for sixty thousand'), ...other] })).toBe(false)
  })

  test('says that nothing was recognised where a topic has no clause', () => {
    const none = comparisonOf([])
    const selection = { kind: 'topic', id: 'deletion', title: 'Deletion', recognised: false } as const
    for (const report of readable)
      expect(plain(report({ ...none, selection }))).toContain(
        'No clause was recognised on the topic “Deletion”',
      )
    expect(mustBeTold({ ...none, selection })).toBe(true)
  })

  test('says that words are the same where numbers are not, and promises nothing of a topic in unknown texts', () => {
    const one = compared('1. Use. Two lamps.\n\n2. Law. Malta.', '1. Use. Two lamps.\n\n3. Law. Malta.')
    for (const report of readable) {
      expect(plain(report(one))).toMatch(
        /No words differ: .* But one has another number.*Section 2 is now Section 3\./s,
      )
      expect(plain(report(one))).not.toContain('Nothing differs')
    }
    expect(mustBeTold(one)).toBe(true)
    const same = compared('1. Use. Two lamps.', '1. Use. Two lamps.')
    expect(mustBeTold(same)).toBe(false)
    const selection = { kind: 'topic', id: 'use', title: 'Use', recognised: true } as const
    for (const report of readable)
      expect(plain(report({ ...same, selection }))).toMatch(
        /No difference was found in .* other clauses may be about it/s,
      )
    expect(mustBeTold({ ...same, selection })).toBe(true)
  })

  test('shows no difference of typography alone as a change, counts it, and shows it on request', () => {
    const one = compared('1. The Licensee\'s "copy" stays.', '1. The Licensee’s “copy” stays.')
    for (const report of readable) {
      const words = plain(report(one))
      expect(words).toContain('3 differences of quotation marks, hyphens or spaces alone are not shown')
      expect(words).toContain('The Licensee’s “copy” stays.')
      expect(plain(report(one, { typography: true }))).not.toContain('The Licensee’s “copy” stays.')
    }
    const { pairs } = JSON.parse(jsonReport(one)) as typeof one
    expect(pairs[0]!.pieces.filter(({ typography }) => typography)).toHaveLength(6)
  })

  test('says at its head what it comes to, and nothing of texts of which nothing is known', async () => {
    const known = compareRestated(await loadLibrary(), 'llama-2', 'llama-3.1')
    const lines = shortLines(known)
    expect(lines.map(({ heading }) => heading)).toEqual(
      expect.arrayContaining(['New duties', 'Freer', 'Same', 'On upgrading']),
    )
    for (const report of readable) {
      const [words, unknown] = [plain(report(known)), plain(report(comparison))]
      for (const line of lines) {
        expect(words.indexOf(line.words)).toBeGreaterThan(0)
        expect(words.indexOf(line.words)).toBeLessThan(words.indexOf('What changed, and so what'))
      }
      expect(unknown).not.toContain('Same')
    }
  })

  test('names at its head every clause that changed under no topic, and what changed in it', async () => {
    const terms = (sum: string, days: string) =>
      `## 1. Liability\n\nThe total liability of a party under this Agreement is limited to US$${sum}.\n\n## 2. Kittens\n\nThe kitten purrs for ${days} after breakfast.`
    const { comparison: own } = compareTexts(
      await loadLibrary(),
      { id: 'left.md', known: false, source: terms('1,000,000', 'thirty (30) days'), format: 'markdown' },
      {
        id: 'right.md',
        known: false,
        source: `${terms('500,000', 'sixty (60) days')}\n\n## 3. Puppies\n\nThe puppy barks.`,
        format: 'markdown',
      },
      'official',
    )
    const words = 'Kittens (2): “thirty (30)” → “sixty (60)”'
    expect(shortLines(own)).toContainEqual({ heading: 'Clauses', words: '2 changed, 1 added: 1, 2, 3.' })
    expect(topicRows(own).at(-1)!.facts).toEqual([words, 'Puppies (3): added'])
    expect(topicRows(own)[0]!.facts).toEqual(['“US$1,000,000” → “US$500,000”'])
    for (const report of [htmlReport, markdownReport]) expect(plain(report(own))).toContain(words)
  })

  test('says in short whose section it is, by the sections of the answers and not of the clauses beside', async () => {
    const library = await loadLibrary()
    const license = (id: string) => ({ id, known: true, policy: { id: `${id}/use-policy`, known: true } })
    const { comparison: two } = compareTexts(
      library,
      { id: 'llama-1', known: true },
      license('llama-2'),
      'restated',
    )
    const words = shortLines(two)
      .map((line) => line.words)
      .join(' ')
    for (const place of [
      'Use policy in the agreement (LLaMA, 2; Llama 2, 1.b.iv)',
      'Termination (LLaMA, 7.a, 7.b; Llama 2, 6)',
      'High-risk use (LLaMA, 5)',
      'Compliance with law (LLaMA, 2.a(vi); Llama 2, 1.b.iv)',
      'Deletion (Llama 2, 6)',
    ])
      expect(words).toContain(place)
  })

  test('calls no clause renumbered that has the number it had', () => {
    const one = compared(
      '1. The first stays. 2. The second stays.',
      '1. The first stays. 2. The second stays.',
    )
    const [pair] = one.pairs
    const printed = { ...one, pairs: [{ ...pair!, right: { ...pair!.right!, label: '9.' } }] }
    expect(verdictWords(printed)).not.toContain('another number')
    const moved = {
      ...one,
      pairs: [{ ...pair!, right: { ...pair!.right!, label: '9.', section: 'Section 9' } }],
    }
    expect(verdictWords(moved)).toContain('is now Section 9')
  })

  test('heads each text where there are two, and says of each topic which it is of', async () => {
    const library = await loadLibrary()
    const license = (id: string) => ({ id, known: true, policy: { id: `${id}/use-policy`, known: true } })
    const { comparison: both } = compareTexts(library, license('llama-3.1'), license('llama-3.2'), 'restated')
    expect(Object.keys(both.summaryBy)).toEqual(['agreement', 'use-policy'])
    for (const report of [htmlReport, markdownReport]) expect(report(both)).toMatch(/>?Use policy/)
    const rows = parse(csvReport(both), { columns: true, bom: true }) as Record<string, string>[]
    expect(new Set(rows.map((row) => row.document))).toEqual(new Set(['agreement', 'use-policy']))
    const topics = topicRows(both).map(({ document }) => document)
    expect(new Set(topics)).toEqual(new Set(['agreement', 'use-policy']))
  })

  test('in the first form of its JSON is what that form’s schema says', async () => {
    const schema = JSON.parse(readFileSync(join(packageRoot(), 'docs/comparison-1.schema.json'), 'utf8'))
    const validate = new Ajv2020({ strict: false, formats: { date: /^\d{4}-\d{2}-\d{2}$/ } }).compile(schema)
    const library = await loadLibrary()
    const license = (id: string) => ({ id, known: true, policy: { id: `${id}/use-policy`, known: true } })
    const { comparison: both } = compareTexts(library, license('llama-3.1'), license('llama-3.2'), 'restated')
    for (const one of [comparison, both, compareRestated(library, 'llama-2', 'llama-3.1')]) {
      const written = JSON.parse(jsonReport(one, { schema: 1 }))
      expect(validate(written) ? [] : validate.errors).toEqual([])
    }
    const { notes } = JSON.parse(jsonReport(both, { schema: 1 }))
    expect(notes.at(-1)).toContain('the agreements alone')
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

test.each([
  ['“Cloud Harbour Agreement”, table, row 12, cell 2', 38, '“Cloud Harbour…, table, row 12, cell 2'],
  ['Section 2.1, “The customer keeps what it sends”', 30, 'Section 2.1, “The customer ke…'],
  ['Section 1.b.i', 20, 'Section 1.b.i'],
])('%j in %i columns still tells which clause it is', (address, width, expected) => {
  expect(clipAddress(address, width)).toBe(expected)
})
