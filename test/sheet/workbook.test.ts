import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { tableRows, writeWorkbook } from '../../src/sheet/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausebook-sheet-'))
afterAll(() => rmSync(folder, { recursive: true }))

const columns = [
  { header: 'Name', note: 'The legal name.' },
  { header: 'Signed', kind: 'date' as const },
  { header: 'Status', options: ['sent', 'signed'] },
  { header: 'Kind', options: Array.from({ length: 80 }, (_, at) => `a kind of vendor ${at}`) },
  { header: 'Count', kind: 'number' as const },
]

async function rowsIn(bytes: Uint8Array, options = {}) {
  const file = join(folder, 'table.xlsx')
  writeFileSync(file, bytes)
  const rows = []
  for await (const row of tableRows(file, options)) rows.push(row)
  return rows
}

/** The workbook with one part changed. */
function changed(bytes: Uint8Array, part: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes)
  return zipSync({ ...parts, [part]: strToU8(change(Buffer.from(parts[part]!).toString('utf8'))) })
}

describe('a workbook', () => {
  const rows = [
    ['=SUM(A1)', '2025-03-31', 'signed', '', '12'],
    ['007', '', 'sent', 'x;y', ''],
  ]

  test('comes back as it was written, with the same bytes each time', async () => {
    const bytes = await writeWorkbook([{ name: 'Vendors', columns, rows }])
    expect(await writeWorkbook([{ name: 'Vendors', columns, rows }])).toEqual(bytes)
    const read = await rowsIn(bytes)
    expect(read[0]!.cells).toEqual(columns.map(({ header }) => header))
    expect(read.slice(1).map(({ line, cells }) => [line, ...cells])).toEqual([
      [2, ...rows[0]!],
      [3, ...rows[1]!],
    ])
  })

  test('has a drop-down for each list, a long one too, and notes on its header', async () => {
    const parts = unzipSync(await writeWorkbook([{ name: 'Vendors', columns, rows }]))
    const sheet = Buffer.from(parts['xl/worksheets/sheet1.xml']!).toString('utf8')
    expect(sheet.match(/<dataValidation /g)).toHaveLength(2)
    expect(sheet).toContain('Lists!$A$1:$A$80')
    expect(Buffer.from(parts['xl/comments1.xml']!).toString('utf8')).toContain('The legal name.')
  })

  test('tells a cell with an error by its place, and the sheets that it does not read', async () => {
    const bytes = await writeWorkbook([
      { name: 'Vendors', columns: columns.slice(0, 2), rows: [['Ash', '']] },
      { name: 'Notes', columns: [{ header: 'Note' }], rows: [['x']] },
    ])
    const wrong = changed(bytes, 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace(/<c r="A2"[^>]*>.*?<\/c>/, '<c r="A2" t="e"><v>#N/A</v></c>'),
    )
    const unread: string[] = []
    const read = await rowsIn(wrong, { unread: (what: string) => unread.push(what) })
    expect(read[1]!.problem?.message).toContain('A2 holds the error #N/A')
    expect(unread).toEqual(['the sheet Notes'])
    expect((await rowsIn(bytes, { sheet: 'notes' })).map(({ cells }) => cells[0])).toEqual(['Note', 'x'])
  })

  test('has what is merged down a column in each of its rows, and a title that is merged across once', async () => {
    const bytes = await writeWorkbook([
      {
        name: 'Vendors',
        columns: columns.slice(0, 2),
        rows: [
          ['Ash', '2025-03-31'],
          ['', '2026-03-31'],
          ['', ''],
          ['Elm', ''],
        ],
      },
    ])
    const merged = changed(bytes, 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace(
        '</sheetData>',
        '</sheetData><mergeCells count="2"><mergeCell ref="A2:A4"/><mergeCell ref="A1:B1"/></mergeCells>',
      ),
    )
    expect((await rowsIn(merged)).map(({ line, cells }) => [line, ...cells])).toEqual([
      [1, 'Name', 'Signed'],
      [2, 'Ash', '2025-03-31'],
      [3, 'Ash', '2026-03-31'],
      [5, 'Elm', expect.anything()],
    ])
  })

  test('is refused where it unpacks to more than its limit, is a Word file, or an old workbook', async () => {
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(1000) })
    const entry = Buffer.from(bomb).indexOf('PK\u0001\u0002')
    new DataView(bomb.buffer).setUint32(entry + 24, 210_000_000, true)
    await expect(rowsIn(bomb)).rejects.toThrow('unpacks to more than')
    await expect(rowsIn(zipSync({ 'word/document.xml': strToU8('<x/>') }))).rejects.toThrow('is no workbook')
    await expect(rowsIn(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))).rejects.toThrow('old workbook')
  })
})
