import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import {
  type Agreement,
  clausesOf,
  parseBlocks,
  type SourceBlock,
  type SourceTable,
} from '../../src/agreement/index.ts'
import { csvReport, htmlReport, markdownReport, terminalReport } from '../../src/compare/report.ts'
import { wordDocument } from '../../src/texts/open/word.ts'
import { comparisonToDocx } from '../../src/word/index.ts'
import fc from '../setup/fast-check.ts'
import { compared } from './texts.ts'

const paragraph = (text: string, label?: string): SourceBlock => ({
  type: 'paragraph',
  text,
  ...(label && { label }),
})
const table = (rows: string[][]): SourceTable => ({
  type: 'table',
  rows: rows.map((cells) => ({ cells: cells.map((text) => ({ blocks: [paragraph(text)] })) })),
})
/** An agreement with a table between two sections. */
const agreement = (rows: string[][]): Agreement =>
  parseBlocks([
    paragraph('Fees. As in the table.', '1.'),
    table(rows),
    paragraph('Law. Of the harbour.', '2.'),
  ])

const prices = [
  ['Service', 'Price', 'Term'],
  ['Setup', '1,000', 'once'],
  ['Support', '2,000', 'a year'],
  ['Training', '500', 'a day'],
]
const outcomes = (left: string[][], right: string[][]) =>
  compared(agreement(left), agreement(right))
    .pairs.filter(({ status }) => status !== 'identical')
    .map(({ left, right, status }) => [left?.text ?? '', right?.text ?? '', status])

describe('a table is compared cell by cell', () => {
  test('one changed cell is one change, whatever else has its words', () => {
    const changed = prices.map((row) => row.map((cell) => (cell === '2,000' ? '1,000' : cell)))
    expect(outcomes(prices, changed)).toEqual([['2,000', '1,000', 'changed']])
  })

  test('a row that is put in is added, and no other cell differs', () => {
    const more = [...prices.slice(0, 2), ['Hosting', '9,000', 'a month'], ...prices.slice(2)]
    expect(outcomes(prices, more).map(([, right, status]) => [right, status])).toEqual([
      ['Hosting', 'added'],
      ['9,000', 'added'],
      ['a month', 'added'],
    ])
  })

  test('a column that is put in is added', () => {
    const more = prices.map(([service, ...rest], at) => [service!, at === 0 ? 'Unit' : 'each', ...rest])
    expect(outcomes(prices, more).every(([left, , status]) => left === '' && status === 'added')).toBe(true)
  })

  test('a row of which every cell changed is still that row', () => {
    const other = prices.map((row, at) => (at === 2 ? ['Care', '7', 'hours'] : row))
    expect(outcomes(prices, other).map(([, , status]) => status)).toEqual(['changed', 'changed', 'changed'])
  })

  test('each cell says where it stands, on its side and in both', () => {
    const { pairs } = compared(agreement(prices), agreement(prices))
    const cell = pairs.find(({ left }) => left?.text === '500')!
    expect(cell.cell).toEqual({ table: 0, row: 3, column: 1 })
    expect(cell.left!.cell).toMatchObject({ row: 3, column: 1 })
    expect(cell.left!.section).toMatch(/row 4, cell 2/)
  })
})

test('an empty cell is no clause, and keeps its place in the table', () => {
  const gaps = prices.map((row, at) => (at === 2 ? ['Support', '', 'a year'] : row))
  const { summary, pairs } = compared(agreement(gaps), agreement([...gaps, ['', '', 'in all']]))
  expect(summary).toMatchObject({ identical: pairs.length - 1, added: 1, removed: 0 })
  expect(pairs.every(({ left, right }) => left?.text || right?.text)).toBe(true)
  const html = htmlReport(compared(agreement(gaps), agreement(gaps)))
  expect(html).toMatch(/>Support<\/td><td><\/td><td id="[^"]*" class="identical">a year<\/td>/)
})

describe('merged cells', () => {
  const cell = (text: string, columns = 1, rows = 1) => ({ blocks: [paragraph(text)], columns, rows })
  const merged = (cap: string, from: string): Agreement =>
    parseBlocks([
      paragraph('Fees. As in the table.', '1.'),
      {
        type: 'table',
        rows: [
          { cells: [cell('Region', 1, 2), cell(cap, 2)] },
          { cells: [cell(from), cell('To')] },
          { cells: [cell('North'), cell('5'), cell('9')] },
        ],
      },
    ])

  test('stand over the columns and rows that they cover, and a cell beside them answers its own', () => {
    const { pairs } = compared(merged('Price', 'From'), merged('Price', 'Since'))
    const changed = pairs.filter(({ status }) => status !== 'identical')
    expect(changed).toHaveLength(1)
    expect(changed[0]).toMatchObject({
      left: { text: 'From' },
      right: { text: 'Since' },
      cell: { row: 1, column: 1 },
    })
    const html = htmlReport(compared(merged('Price', 'From'), merged('Fee', 'From')))
    expect(html).toMatch(
      /<td rowspan="2" [^>]*>Region<\/td><td colspan="2" [^>]*><del>Price<\/del><ins>Fee<\/ins><\/td><\/tr>/,
    )
    expect(html).toMatch(/<tr><td [^>]*>From<\/td><td [^>]*>To<\/td><\/tr>/)
  })

  test('are merged in the Word redline too', async () => {
    const comparison = compared(merged('Price', 'From'), merged('Fee', 'From'))
    const docx = await comparisonToDocx(comparison, { author: 'A. Counsel', date: '2025-01-31' })
    const { stories } = wordDocument(docx, {})
    const read = stories.find(({ kind }) => kind === 'body')!.blocks
    const [head, names] = read.filter((block): block is SourceTable => block.type === 'table').at(-1)!.rows
    expect(head!.cells.map(({ columns = 1, rows = 1 }) => [columns, rows])).toEqual([
      [1, 2],
      [2, 1],
    ])
    expect(names!.cells.map(textOf)).toEqual(['From', 'To'])
  })

  test('that cover more than there is are cut', () => {
    const wide: SourceTable = {
      type: 'table',
      rows: [{ cells: [cell('all', 1000, 1000)] }, { cells: [cell('one'), cell('two')] }],
    }
    const one = parseBlocks([paragraph('Fees.', '1.'), wide])
    expect(
      compared(one, one)
        .pairs.map(({ right }) => right!.text)
        .slice(1)
        .sort(),
    ).toEqual(['all', 'one', 'two'])
  })
})

const rows = fc
  .array(
    fc.array(fc.constantFrom('', '5 %', 'fee', 'per year', 'the fee is due'), { minLength: 1, maxLength: 4 }),
    { minLength: 1, maxLength: 5 },
  )
  // A table without a word is none.
  .filter((made) => made.flat().some(Boolean))

test('no word of either table is lost, and a Word redline gives both back', async () => {
  await fc.assert(
    fc.asyncProperty(rows, rows, async (one, other) => {
      const [left, right] = [agreement(one), agreement(other)]
      const comparison = compared(left, right)
      const words = (side: 'left' | 'right') =>
        comparison.pairs
          .flatMap((pair) => pair[side] ?? [])
          .sort((a, b) => a.order - b.order)
          .map(({ text }) => text)
          .filter(Boolean)
      for (const [side, whole] of [
        ['left', left],
        ['right', right],
      ] as const)
        expect(words(side)).toEqual(
          clausesOf(whole)
            .map(({ text }) => text)
            .filter(Boolean),
        )
      const docx = await comparisonToDocx(comparison, { author: 'A. Counsel', date: '2025-01-31' })
      for (const [view, side] of [
        ['original', 'left'],
        ['accepted', 'right'],
      ] as const) {
        const { stories } = wordDocument(docx, { view })
        const read = stories.find(({ kind }) => kind === 'body')!.blocks
        const tables = read.filter((block): block is SourceTable => block.type === 'table')
        const cells = (tables.at(-1)?.rows ?? []).flatMap((row) => row.cells.map(textOf)).filter(Boolean)
        expect(cells).toEqual(words(side).filter((text) => !/^(Fees|Law)\./.test(text)))
      }
    }),
    { numRuns: 25 },
  )
})

function textOf({ blocks }: SourceTable['rows'][number]['cells'][number]): string {
  return blocks.map((block) => (block.type === 'paragraph' ? block.text : '')).join('\n')
}

test('every report shows it as a table, and no rule of Markdown as words', () => {
  const changed = prices.map((row) => row.map((cell) => (cell === '500' ? '600' : cell)))
  const comparison = compared(agreement(prices), agreement(changed))
  expect(markdownReport(comparison)).toMatch(/\| Training \| ~~500~~\*\*600\*\* \| a day \|/)
  expect(htmlReport(comparison)).toMatch(/<table class="cells">[\s\S]*<del>500<\/del><ins>600<\/ins><\/td>/)
  const terminal = terminalReport(comparison, { changed: true })
  expect(terminal).toMatch(/Service +Price +Term\n[\s\S]*Training +\[-500-\]\{\+600\+\} +a day/)
  expect(terminal).not.toContain('| -')
  expect(terminal).not.toContain('Support')
  const cells = parse(csvReport(comparison, { changed: true }), { columns: true, bom: true }) as Record<
    string,
    string
  >[]
  expect(cells.map(({ left_text, right_text }) => [left_text, right_text])).toEqual([['500', '600']])
})
