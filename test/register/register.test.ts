import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { csvLine } from '../../src/csv-line.ts'
import { loadLibrary } from '../../src/library/index.ts'
import { columnMap } from '../../src/matter/table.ts'
import {
  changeWords,
  findVendors,
  importRows,
  keepRow,
  openRegister,
  readRecord,
  recordWith,
  recordYaml,
  registerSheet,
  registerTable,
  titleInYaml,
} from '../../src/register/index.ts'
import { writeWorkbook } from '../../src/sheet/index.ts'
import { openFileStore } from '../../src/store/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausebook-register-'))
afterAll(() => rmSync(folder, { recursive: true }))
const library = await loadLibrary()

async function register() {
  const place = mkdtempSync(join(folder, 'register-'))
  return openRegister((await openFileStore(place, { titleOf: titleInYaml })).matters)
}

async function imported(
  of: Awaited<ReturnType<typeof register>>,
  content: string | Uint8Array,
  ending = 'csv',
  options: Partial<Parameters<typeof importRows>[3]> = {},
) {
  const file = join(folder, `table.${ending}`)
  writeFileSync(file, content)
  const { vendors } = await of.all()
  const rows = []
  for await (const row of importRows(file, vendors, library, { on: '2026-01-02', ...options })) {
    rows.push(row)
    await keepRow(of, row, 'Dana')
  }
  return rows.map(
    ({ state, changes, problem }) => problem ?? [state, ...changes.map(changeWords)].join(' | '),
  )
}

const table = `vendor.name,vendor.product,vendor.models,status,owner,term.renews,levels.no-training,figures.incidents.notice,vendor.contact,#supplier id
Pine Ltd.,Pine Search,Llama 3.1; Llama 3.3,sent,Li,,,,"+1 253 555 0100, Legal",007
"Oak, Inc.",Oak Desk,Llama 4 Scout,signed,Dana,2027-01-01,fallback,48,,
`

describe('a register', () => {
  test('takes a table, then only what changed of it, and keeps who said so', async () => {
    const of = await register()
    expect((await imported(of, table)).map((row) => row.split(' | ')[0])).toEqual(['new', 'new'])
    expect(await imported(of, table)).toEqual(['unchanged', 'unchanged'])
    expect(await imported(of, table.replace(',sent,Li', ',signed,'))).toEqual([
      'changed | status: sent → signed | dates.signed: nothing → 2026-01-02',
      'unchanged',
    ])
    const { vendors } = await of.all()
    expect(vendors.map(({ id }) => id)).toEqual(['oak-inc-oak-desk', 'pine-ltd-pine-search'])
    expect(vendors[1]!.record).toMatchObject({
      owner: 'Li',
      ids: { 'supplier id': '007' },
      dates: { signed: '2026-01-02' },
    })
    // A new vendor may have come to its status long ago: the day of the import is none of it.
    expect(vendors[1]!.record.dates.sent).toBeUndefined()
    expect((await of.history('pine-ltd-pine-search')).map(({ by, changes }) => [by, changes.length])).toEqual(
      [
        ['Dana', 2],
        ['Dana', expect.any(Number)],
      ],
    )
  })

  test('takes no second row of a vendor for a first that cannot be read', async () => {
    const of = await register()
    const twice = [
      'vendor.name;vendor.product;status;term.renews',
      'Fir AG;Chat;signed;03/04/2027',
      'FIR A.G.;chat;sent;',
      'Yew AG;Chat;sent;',
    ].join('\n')
    const [bad, second, other] = await imported(of, twice)
    expect(bad).toContain('03/04/2027')
    expect(second).toMatch(/is the same vendor and product as .*:2/)
    expect(other).toMatch(/^new/)
    expect((await of.all()).vendors.map(({ id }) => id)).toEqual(['yew-ag-chat'])
  })

  test('has what is most likely a slip told, and keeps it', async () => {
    const of = await register()
    const file = join(folder, 'slips.csv')
    const rows = [
      'vendor.name,vendor.models,status,dates.signed,term.ends',
      'Ash,Llama 3.1 und Llama 3.3,signed,2026-03-31,2025-01-01',
      'Elm,Llama 3.3,signed,2026-03-31,2027-01-01',
    ]
    writeFileSync(file, rows.join('\n'))
    const read = []
    for await (const row of importRows(file, [], library, { on: '2026-01-02' })) read.push(row)
    expect(read[0]!.remarks).toEqual([
      expect.stringContaining('Llama 3.1 und Llama 3.3'),
      'it ends on 2025-01-01, before it was signed on 2026-03-31',
    ])
    expect(read[1]!.remarks).toEqual([])
    expect((await of.all()).vendors).toEqual([])
  })

  test('comes back from its workbook, and from its own CSV, as it is', async () => {
    const of = await register()
    await imported(of, table)
    const { vendors } = await of.all()
    const workbook = await writeWorkbook([registerSheet(registerTable(vendors, library), ['Llama 3.1'])])
    expect(await imported(of, workbook, 'xlsx')).toEqual(['unchanged', 'unchanged'])
    const { fields, own, rows } = registerTable(vendors, library)
    const lines = [[...fields.map(({ path }) => path), ...own.map((name) => `#${name}`)], ...rows]
    expect(await imported(of, lines.map((line) => csvLine(line)).join(''))).toEqual([
      'unchanged',
      'unchanged',
    ])
    expect(fields.map(({ path }) => path)).toContain('figures.incidents.notice')
    expect(own).toEqual(['supplier id'])
    expect(rows.every((row) => row.length === fields.length + 1)).toBe(true)
  })

  test('tells each row that it cannot take, and takes the others', async () => {
    const of = await register()
    const rows = await imported(
      of,
      `vendor.name,vendor.product,vendor.kind,status,levels.incidents,figures.incidents.notice
Pine,Search,saas,sent,,
PINE.,search,saas,sent,,
Oak,,sas,,,
Elm,,,sined,,
Ash,,,,best,
,Nameless,,,,
Yew,,,signed,fallback,
,,saas,,,
`,
    )
    expect(rows).toEqual([
      expect.stringContaining('new'),
      expect.stringContaining('is the same vendor and product as'),
      expect.stringContaining('vendor.kind: expected one of'),
      expect.stringContaining('status: expected one of'),
      expect.stringContaining('levels.incidents: expected one of'),
      expect.stringContaining('vendor.name: expected a name'),
      expect.stringContaining('new'),
      expect.stringContaining('vendor.name: expected a name'),
    ])
  })

  test('reads a table in the words of others by what is said of its columns, and names all of those of which nothing is', async () => {
    const of = await register()
    const theirs = `Our suppliers,,,,
,,,,
Supplier,Tool,Owner,Tier,Internal
Pine,Search,Li,A,x
Grand total: 1,,,,
`
    await expect(imported(of, theirs)).rejects.toThrow('row 3 does: where that is the header, say --header 3')
    await expect(imported(of, theirs, 'csv', { header: 3 })).rejects.toThrow(
      '4 columns are no facts: Supplier (vendor.name?), Tool (vendor.product?), Tier, Internal: Rename them, or say --column "Supplier=vendor.name" --column "Tool=vendor.product" --column "Tier=#" --column "Internal=#"',
    )
    const columns = columnMap(['supplier = vendor.name', 'Tool=vendor.product', 'Tier=#', 'Internal=-'])
    const unread: string[] = []
    const said = { header: 3, columns, unread: (what: string) => void unread.push(what) }
    expect(await imported(of, theirs, 'csv', said)).toEqual([expect.stringMatching(/^new .*owner/)])
    expect(unread).toEqual(['the sum in row 5 (“Grand total: 1”)'])
    const [pine] = (await of.all()).vendors
    expect(pine!.record).toMatchObject({
      vendor: { name: 'Pine', product: 'Search' },
      owner: 'Li',
      ids: { Tier: 'A' },
    })
    await expect(imported(of, theirs, 'csv', { header: 9 })).rejects.toThrow('has no row 9')
    const twice = 'Supplier,Contact,Contact,owner,owner\nPine,p@pine.example,+1 253,Li,Ada\n'
    await expect(imported(of, twice)).rejects.toThrow(
      'owner has two columns: leave one, or say what the second is, --column "owner (2)=-"',
    )
    const two = columnMap([
      'Supplier=vendor.name',
      'Contact=vendor.contact',
      'contact (2)=#',
      'owner (2)=category',
    ])
    expect(await imported(of, twice, 'csv', { columns: two })).toHaveLength(1)
    expect((await of.all()).vendors.map(({ record }) => record)).toContainEqual(
      expect.objectContaining({ owner: 'Li', category: 'Ada', ids: { 'Contact (2)': '+1 253' } }),
    )
    const same = columnMap([
      'Supplier=vendor.name',
      'Contact=vendor.contact',
      'Contact (2)=vendor.contact',
      'owner (2)=-',
    ])
    await expect(imported(of, twice, 'csv', { columns: same })).rejects.toThrow(
      'vendor.contact has two columns',
    )
  })

  test.each([
    ['01.04.27', 'has a year of two digits'],
    ['31. März', 'has no year'],
    ['31.02.2027', 'is in no calendar'],
    ['soon', 'expected a day such as 2025-03-31, or nothing where it is not known, got “soon”'],
  ])('tells what is wrong with the day %s', async (day, reason) => {
    const [row] = await imported(await register(), `vendor.name,term.ends\nPine,${day}\n`)
    expect(row).toContain(reason)
  })

  test('tells all cells of a row that cannot be read, and reads months by their names', async () => {
    const of = await register()
    const [told, taken] = await imported(
      of,
      'vendor.name,term.ends,dates.signed,term.notice_days\nPine,01.04.27,3. 4.,30\nOak,31. März 2027,1 de mayo de 2026,30 days\n',
    )
    expect(told).toMatch(/term\.ends: “01\.04\.27” .*; dates\.signed: “3\. 4\.” has no year/)
    expect(taken).toContain('term.ends')
    expect((await of.all()).vendors[0]!.record).toMatchObject({
      term: { ends: '2027-03-31', notice_days: 30 },
      dates: { signed: '2026-05-01' },
    })
  })

  test('lets nobody save over what somebody else said meanwhile', async () => {
    const of = await register()
    await imported(of, table)
    const read = await of.open('oak-inc-oak-desk')
    const said = (owner: string) =>
      recordWith(read.record, { values: { owner }, own: [] }, '2026-01-03').record
    await of.save(said('Ana'), 'Ana', read)
    await expect(of.save(said('Bo'), 'Bo', read)).rejects.toThrow('was changed by someone else')
  })

  test('finds by words, model and status, and puts what has no value last', async () => {
    const of = await register()
    await imported(of, table)
    const { vendors } = await of.all()
    const ids = (filter: Parameters<typeof findVendors>[1]) =>
      findVendors(vendors, filter).map(({ id }) => id.slice(0, 3))
    expect(ids({ sort: 'renews' })).toEqual(['oak', 'pin'])
    expect(ids({ find: 'pine 007' })).toEqual(['pin'])
    expect(ids({ model: 'llama 3' })).toEqual(['pin'])
    expect(ids({ status: ['signed'] })).toEqual(['oak'])
    expect(ids({ owner: 'nobody' })).toEqual([])
  })

  test('a record says what it does not know, with its line', () => {
    expect(() => readRecord('vendor: {name: Oak}\nlevels:\n  incidents: best\n', 'oak.yaml')).toThrow(
      /expected one of/,
    )
    expect(() => readRecord('vendor: {name: Oak, knd: saas}\n', 'oak.yaml')).toThrow(/knd/)
    expect(() => readRecord('matter: X\n', 'oak.yaml')).toThrow()
    const yaml = 'vendor:\n  name: Oak\nstatus: new\n'
    expect(recordYaml(readRecord(yaml, 'oak.yaml'))).toBe(yaml)
  })
})
