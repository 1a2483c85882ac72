import { expect, test } from 'vitest'
import { clausesOf, parseBlocks, type SourceBlock, type SourceParagraph } from '../../src/agreement/index.ts'

const paragraph = (text: string, more: Partial<SourceParagraph> = {}): SourceParagraph => ({
  type: 'paragraph',
  text,
  ...more,
})
const tree = (blocks: SourceBlock[]) =>
  clausesOf(parseBlocks(blocks)).map(({ kind, path, label, text }) => `${kind} ${path} ${label} ${text}`)

test('levels of a list win over the looks of its labels', () => {
  const list = 'main'
  expect(
    tree([
      paragraph('Hosting Agreement', { outline: 1 }),
      paragraph('Service', { label: '1.', level: 0, list, outline: 1 }),
      paragraph('The provider hosts.', { label: '1.1', level: 1, list }),
      paragraph('by day', { label: '•', level: 0, list: 'dots' }),
      paragraph('by night', { label: '•', level: 0, list: 'dots' }),
      paragraph('The customer pays.', { label: '1.2', level: 1, list }),
      paragraph('Law', { label: '2.', level: 0, list, outline: 1 }),
    ]),
  ).toEqual([
    'title title  Hosting Agreement',
    'section 1 1. Service',
    'section 1.1 1.1 The provider hosts.',
    'item 1.1.1 • by day',
    'item 1.1.2 • by night',
    'section 1.2 1.2 The customer pays.',
    'section 2 2. Law',
  ])
})

test('a label that was typed is a label', () => {
  expect(
    tree([
      paragraph('Term', { label: '1.', level: 0, list: '1' }),
      paragraph('(a) one year;'),
      paragraph('(b)\ttwo years.'),
    ]),
  ).toEqual(['section 1 1. Term', 'section 1.a (a) one year;', 'section 1.b (b) two years.'])
})

test('a table keeps its rows, its empty cells and the table in a cell', () => {
  const cell = (...blocks: SourceBlock[]) => ({ blocks })
  expect(
    tree([
      paragraph('Fees are these:', { label: '1.', level: 0, list: '1' }),
      {
        type: 'table',
        rows: [
          { cells: [cell(paragraph('Service'), paragraph('a month')), cell(), cell(paragraph('Price'))] },
          {
            cells: [
              cell(
                paragraph('Hosting'),
                { type: 'table', rows: [{ cells: [cell(paragraph('Inner'))] }] },
                paragraph('After'),
              ),
            ],
          },
        ],
      },
      paragraph('Law', { label: '2.', level: 0, list: '1' }),
    ]),
  ).toEqual([
    'section 1 1. Fees are these:',
    'table 1.table.1  ',
    'row 1.table.1.row.1  ',
    'cell 1.table.1.row.1.cell.1  Service\na month',
    'cell 1.table.1.row.1.cell.2  ',
    'cell 1.table.1.row.1.cell.3  Price',
    'row 1.table.1.row.2  ',
    'cell 1.table.1.row.2.cell.1  Hosting',
    'table 1.table.1.row.2.cell.1.table.1  ',
    'row 1.table.1.row.2.cell.1.table.1.row.1  ',
    'cell 1.table.1.row.2.cell.1.table.1.row.1.cell.1  Inner',
    'paragraph 1.table.1.row.2.cell.1.paragraph.1  After',
    'section 2 2. Law',
  ])
})

test('a definition behind a list is no part of the last entry, however short that is', () => {
  expect(
    tree([
      paragraph('Meanings', { label: '1.', level: 0, list: '1' }),
      paragraph('Includes the Notes.', { label: '•', level: 1, list: '2' }),
      paragraph('Excludes the Pool.', { label: '•', level: 1, list: '2' }),
      paragraph('“Liquidity Event” means a Change of Control.'),
    ]).at(-1),
  ).toMatch(/^definition .*“Liquidity Event” means a Change of Control\.$/)
})

test('a clause that is set whole in the style of a heading keeps its heading and its words', () => {
  const [terms, sale, notes] = clausesOf(
    parseBlocks([
      paragraph('Terms of Sale', { outline: 1 }),
      paragraph('Sale. The seller sells the lamp to the buyer, and the buyer pays the price for it.', {
        label: '1.',
        level: 0,
        list: '1',
        outline: 2,
      }),
      paragraph('The seller may keep the lamp until the buyer has paid the whole of the price for it.', {
        outline: 2,
      }),
      paragraph('Law', { label: '2.', level: 0, list: '1', outline: 2 }),
    ]),
  )
  expect(terms!.kind).toBe('title')
  expect(sale).toMatchObject({ citation: '1', heading: 'Sale' })
  expect(notes).toMatchObject({ kind: 'paragraph' })
})

test('the sections of an exhibit are cited by the exhibit', () => {
  const section = (label: string, text: string) => paragraph(text, { label, level: 0, list: label })
  const clauses = clausesOf(
    parseBlocks([
      section('1.', 'Sale. One lamp.'),
      section('2.', 'Law. Ireland.'),
      paragraph('Exhibit A', { outline: 1 }),
      paragraph('Price List', { outline: 1 }),
      section('1.', 'Ten euros.'),
    ]),
  )
  expect(clauses.map(({ citation }) => citation)).toEqual([
    '1', '2', 'Heading “Exhibit A”', 'Heading “Price List”', 'Exhibit A, paragraph 1',
  ]) // biome-ignore format: the citations in a row
})
