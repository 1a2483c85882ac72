import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, describe, expect, test } from 'vitest'
import { type BatchTable, factRows } from '../../src/batch/row/table-rows.ts'
import { writeWorkbook } from '../../src/sheet/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausebook-csv-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function rowsOf(content: string | Uint8Array, table: BatchTable = {}) {
  const file = join(folder, 'vendors.csv')
  writeFileSync(file, content)
  const rows = []
  for await (const { place, facts, problem } of factRows(
    file,
    { matter: 'Common', personal_data: true },
    table,
  )) {
    rows.push({ line: Number(place.split(':').at(-1)), facts, problem: problem?.message })
  }
  return rows
}

const söhne = {
  line: 2,
  facts: {
    matter: 'Common',
    personal_data: true,
    vendor: { name: 'Söhne; & Co', models: ['Llama 2', 'Llama 3'] },
  },
}

describe('a table', () => {
  test.each([
    ['UTF-8', 'vendor.name,vendor.models\n"Söhne; & Co",Llama 2; Llama 3\n'],
    [
      'a mark of order and other line ends',
      '\uFEFFvendor.name,vendor.models\r\n"Söhne; & Co",Llama 2; Llama 3\r\n',
    ],
    ['semicolons', 'vendor.name;vendor.models\n"Söhne; & Co";"Llama 2; Llama 3"\n'],
    ['tabs', 'vendor.name\tvendor.models\nSöhne; & Co\tLlama 2; Llama 3\n'],
    ['a delimiter that it names', 'sep=|\r\nvendor.name|vendor.models\nSöhne; & Co|Llama 2; Llama 3\n', 3],
    [
      'questions',
      'What is the vendor\'s full legal name,Which models does the product run on?\n"Söhne; & Co",Llama 2; Llama 3\n',
    ],
    [
      'UTF-16',
      iconv.encode('vendor.name,vendor.models\n"Söhne; & Co",Llama 2; Llama 3\n', 'utf16le', {
        addBOM: true,
      }),
    ],
    ['Windows-1252', iconv.encode('vendor.name,vendor.models\n"Söhne; & Co",Llama 2; Llama 3\n', 'win1252')],
  ] as [string, string | Uint8Array, number?][])('in %s', async (_, content, line = 2) => {
    expect(await rowsOf(content)).toEqual([{ ...söhne, line }])
  })

  test('as a workbook gives what the same table gives', async () => {
    const content = await writeWorkbook([
      {
        name: 'Vendors',
        columns: ['vendor.name', 'vendor.models', '#id'].map((header) => ({ header })),
        rows: [['Söhne; & Co', 'Llama 2; Llama 3', '007']],
      },
    ])
    expect(await rowsOf(content)).toEqual([söhne])
    await expect(rowsOf(content, { sheet: 'Notes' })).rejects.toThrow('has no sheet Notes')
  })

  test('reads days, numbers and truths as spreadsheets of the world write them, and asks where a day is two', async () => {
    const header = 'vendor.contract.date;vendor.retention_days;vendor.sees_prompts;users.monthly\n'
    const days = async (day: string, locale?: string) => {
      const [row] = await rowsOf(
        `${'vendor.name;vendor.contract.date'}\nAsh;${day}\n`,
        locale ? { locale } : {},
      )
      return row?.problem ?? Object(row?.facts.vendor).contract?.date
    }
    expect(await days('31.03.2025')).toBe('2025-03-31')
    expect(await days('3/31/2025')).toBe('2025-03-31')
    expect(await days('45747')).toBe('2025-03-31')
    expect(await days('March 31, 2025')).toBe('2025-03-31')
    expect(await days('04/03/2025')).toContain('is two days')
    expect(await days('04/03/2025', 'en-GB')).toBe('2025-03-04')
    expect(await days('04/03/2025', 'en-US')).toBe('2025-04-03')
    await expect(rowsOf(header.replace(';users.monthly', ''), { locale: 'xx-nowhere-' })).rejects.toThrow(
      'there is no locale',
    )
    const [row] = await rowsOf(
      'vendor.name;vendor.sees_prompts;vendor.above_threshold;vendor.retention_days\nAsh;WAHR;nein;1.200\n',
      { locale: 'de-DE' },
    )
    expect(row?.facts.vendor).toMatchObject({
      sees_prompts: 'yes',
      above_threshold: 'no',
      retention_days: 1200,
    })
  })

  test('gives each row the line on which it begins, over quoted line ends and empty lines', async () => {
    const rows = await rowsOf('vendor.name,#remark\nAsh,"two\nlines"\n\nBirch,\n,\nCedar,x,more\n')
    expect(rows.map(({ line, problem }) => [line, problem?.slice(0, 11)])).toEqual([
      [2, undefined],
      [5, undefined],
      [7, 'has 3 cells'],
    ])
  })

  test('leaves the common fact where a cell is empty', async () => {
    expect(
      (await rowsOf('vendor.name,personal_data\nAsh,\nBirch,no\n')).map(({ facts }) => facts.personal_data),
    ).toEqual([true, 'no'])
  })

  test('takes a name whatever its first word is, and no words that name nobody', async () => {
    const names = [
      'See Tickets Ltd',
      '"Ask Media Group, LLC"',
      'Per Aarsleff A/S',
      'No Isolation AS',
      'Not Impossible Labs',
    ]
    const people = ['"Per Hansen, per@pike.example"', '"Will May, +1 253 555 0100"']
    const rows = await rowsOf(`vendor.name\n${names.join('\n')}\nsee above\nn/a\nnot yet known\n`)
    expect(rows.map(({ problem }) => problem !== undefined)).toEqual([
      ...names.map(() => false),
      true,
      true,
      true,
    ])
    const reached = await rowsOf(`vendor.contact\n${people.join('\n')}\nask our broker\n`)
    expect(reached.map(({ problem }) => problem !== undefined)).toEqual([false, false, true])
  })

  test('tells a quotation mark that is never closed where it opens', async () => {
    const rows = await rowsOf('vendor.name\nAsh\n"Birch\nCedar\n')
    expect(rows.map(({ line, problem }) => [line, problem?.slice(0, 40)])).toEqual([
      [2, undefined],
      [3, 'a quotation mark that opens here is neve'],
    ])
  })

  test.each([
    ['', 'is empty'],
    ['PK\u0003\u0004', 'cannot be opened as a workbook'],
    ['vendor.name,vendor.name\n', 'has two columns'],
    ['vendor.name,,vendor.kind\n', 'column 2 has no name'],
    ['vendor,vendor.kind\n', 'there is no fact vendor'],
    ['#only remarks\n', 'the header names no fact'],
  ])('%j is refused', async (content, reason) => {
    await expect(rowsOf(content)).rejects.toThrow(reason)
  })
})

test('a table of the register is drafted from, and what the register alone keeps is told', async () => {
  const told: string[] = []
  const header = 'vendor.name,Where does it stand?,dates.signed,What was signed on Incidents?,term.renews'
  const [row] = await rowsOf(`${header}\nTidewater,signed,2025-01-31,fallback,\n`, {
    unread: (what) => told.push(what),
  })
  expect(row).toMatchObject({ facts: { vendor: { name: 'Tidewater' } }, problem: undefined })
  expect(told).toEqual([
    'what the register alone keeps (Where does it stand?, dates.signed, What was signed on Incidents?, term.renews)',
  ])
})
