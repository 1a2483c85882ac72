import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, describe, expect, test } from 'vitest'
import { type BatchOptions, type BatchRow, draftBatch } from '../../src/batch/index.ts'
import { openRows } from '../../src/batch/row/rows.ts'
import { readMatter } from '../../src/matter/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausebook-grouped-'))
afterAll(() => rmSync(folder, { recursive: true }))

const common =
  'matter: Vendors\nclient: { name: Harrow Insurance Company, form: a New York corporation, address: Albany }\nagreement: { title: Master Agreement, date: 2024-03-01 }\npersonal_data: yes\n'
const head =
  'vendor.name,vendor.product,vendor.kind,vendor.form,vendor.address,vendor.models,vendor.sees_prompts,#supplier id'
const row = (
  name: string,
  product: string,
  models = 'Llama 3.3',
  { kind = 'saas', address = 'Quay 1, Bristol', sees = 'yes', id = '7' } = {},
) => `"${name}","${product}",${kind},a company,"${address}",${models},${sees},${id}`

let tables = 0
function optionsOf(rows: string[], group?: string): Omit<BatchOptions, 'output' | 'jobs'> {
  tables += 1
  const batch = join(folder, `vendors-${tables}.csv`)
  writeFileSync(batch, [head, ...rows].join('\n'))
  return {
    document: 'vendor-addendum',
    format: 'markdown',
    batch,
    matter: readMatter(common, 'common.yaml'),
    draft: { date: '2025-01-31' },
    ...(group !== undefined && { group }),
  }
}

async function read(rows: string[], group?: string): Promise<{ rows: BatchRow[]; told: string[] }> {
  const told: string[] = []
  const opened = await openRows(optionsOf(rows, group))
  const found: BatchRow[] = []
  for await (const one of opened.read((line) => told.push(line))) found.push(one)
  expect(await opened.count()).toBe(found.length)
  return { rows: found, told }
}

const placesOf = ({ rows }: { rows: BatchRow[] }) =>
  rows.map(({ place, with: joined = [] }) => [place, ...joined.map((one) => one.place)].map(lineOf))
const lineOf = (place: string) => Number(place.split(':').at(-1))

describe('rows of one vendor', () => {
  const three = [
    row('Tidewater', 'Claims', 'Llama 3.1'),
    row('Gannet', 'Notes'),
    row('Tidewater', 'Letters', 'Llama 4 Scout'),
    row('Tidewater', 'Search', 'Llama 3.1; Llama 3.3'),
  ]

  test('are an addendum each without a switch, and one line says that they could be one', async () => {
    const alone = await read(three)
    expect(placesOf(alone)).toEqual([[2], [3], [4], [5]])
    expect(alone.told).toEqual([
      expect.stringContaining('3 rows are of one vendor with several products: --group vendor'),
    ])
    expect((await read([row('Tidewater', 'Claims'), row('Gannet', 'Notes')])).told).toEqual([])
    expect((await read([row('Tidewater', 'Claims'), row('Tidewater', 'Claims')])).told).toEqual([])
  })

  test('are one addendum where product and models alone differ, each product with its own models', async () => {
    const { rows, told } = await read(three, 'vendor')
    expect([placesOf({ rows }), told]).toEqual([[[2, 4, 5], [3]], []])
    expect(rows[0]!.facts.vendor).toMatchObject({
      product: 'Claims, Letters and Search',
      models: ['Llama 3.1', 'Llama 4 Scout', 'Llama 3.3'],
      products: [
        { product: 'Claims', models: ['Llama 3.1'] },
        { product: 'Letters', models: ['Llama 4 Scout'] },
        { product: 'Search', models: ['Llama 3.1', 'Llama 3.3'] },
      ],
    })
    expect(rows[1]!.facts.vendor).not.toHaveProperty('products')
    // By name, as the register has them: the numbers of schedules follow.
    const turned = await read([row('Tidewater', 'Letters'), row('Tidewater', 'Claims')], 'vendor')
    expect(Object(turned.rows[0]!.facts.vendor).product).toBe('Claims and Letters')
  })

  test.each([
    ['kind', { kind: 'managed-api' }, 'vendor.kind: saas → managed-api'],
    ['address', { address: 'Quay 2' }, 'vendor.address: Quay 1, Bristol → Quay 2'],
    ['answer', { sees: 'no' }, 'vendor.sees_prompts: yes → no'],
    ['empty cell', { sees: '' }, 'vendor.sees_prompts: yes → nothing'],
    ['id', { id: '8' }, '#supplier id: 7 → 8; if it is the same vendor'],
  ])('stay apart where the %s differs, and say so', async (_, other, why) => {
    const rows = [row('Tidewater', 'Claims'), row('Tidewater', 'Letters', 'Llama 3.3', other)]
    const apart = await read(rows, 'vendor')
    expect(placesOf(apart)).toEqual([[2], [3]])
    expect(apart.rows[1]!.told).toContain(why)
    expect(apart.rows[0]!.told).toBeUndefined()
    for (const { facts } of apart.rows) expect(facts.vendor).not.toHaveProperty('products')
  })

  test('are told apart by a column where one is named', async () => {
    const rows = [
      row('Tidewater', 'Claims'),
      row('Tidewater', 'Letters', 'Llama 3.3', { id: '8' }),
      row('Tidewater', 'Search'),
      row('Tidewater', 'Notes', 'Llama 3.3', { id: '' }),
    ]
    const { rows: read2 } = await read(rows, '#supplier id')
    expect(placesOf({ rows: read2 })).toEqual([[2, 4], [3], [5]])
    expect(read2[2]!.told).toContain('has no #supplier id')
    await expect(read(rows, '#po')).rejects.toThrow('no column of that name: there is #supplier id')
    await expect(read(rows, 'product')).rejects.toThrow('--group product: say vendor, or the column')
    await expect(
      openRows({ ...optionsOf(rows, 'vendor'), document: 'vendor-questionnaire' }),
    ).rejects.toThrow('--group is for vendor-addendum')
  })

  test('name a product twice: it counts once, and with other models the second row fails', async () => {
    const once = await read(
      [row('Tidewater', 'Claims'), row('Tidewater', 'Letters'), row('Tidewater', 'CLAIMS.')],
      'vendor',
    )
    expect(placesOf(once)).toEqual([[2, 3, 4]])
    expect(once.rows[0]!.with![1]!.told).toMatch(/is the product of .*:2 once more, and counts once/)
    expect(Object(once.rows[0]!.facts.vendor).products).toHaveLength(2)
    const other = await read(
      [row('Tidewater', 'Claims'), row('Tidewater', 'Letters'), row('Tidewater', 'Claims', 'Llama 2')],
      'vendor',
    )
    expect(placesOf(other)).toEqual([[2, 3], [4]])
    expect(other.rows[1]!.problem?.message).toMatch(/names the product of .*:2 with other models/)
    expect(Object(other.rows[0]!.facts.vendor).models).toEqual(['Llama 3.3'])
  })
})

test('what was sent stays when one product changes, and the summary says which and why', async () => {
  const output = join(folder, 'out')
  const summary = (): Record<string, string>[] =>
    parse(readFileSync(join(output, 'summary.csv')), { bom: true, columns: true })
  const fill = async (letters: string, isSent = false) => {
    const told: string[] = []
    const options = optionsOf(
      [row('Tidewater', 'Claims', 'Llama 3.1'), row('Tidewater', 'Letters', letters)],
      'vendor',
    )
    const counts = await draftBatch({ ...options, output, jobs: 1, isSent: () => isSent }, (line) =>
      told.push(line),
    )
    return { counts, told: told.join('\n') }
  }
  expect((await fill('Llama 3.3')).counts).toEqual({ drafted: 1, unchanged: 0, failed: 0 })
  const [first, second] = summary()
  expect([first!.state, second!.state]).toEqual(['drafted', 'joined'])
  expect([first!.product, second!.product]).toEqual(['Claims and Letters', 'Letters'])
  expect([first!.file, second!.file]).toEqual(['Tidewater.md', 'Tidewater.md'])
  expect(first!.notes).toContain('limits of liability that it states are counted for each by itself')
  expect(readFileSync(join(output, 'summary.html'), 'utf8')).toContain('is in one addendum with')
  const sent = readFileSync(join(output, 'Tidewater.md'), 'utf8')
  const again = await fill('Llama 4 Scout', true)
  expect(again.told).toContain(
    'Tidewater.md was sent and stays as it is; since then changed: vendor.products.Letters: Llama 3.3 → Llama 4 Scout',
  )
  expect(again.told).not.toContain('vendor.models')
  expect(readFileSync(join(output, 'Tidewater.md'), 'utf8')).toBe(sent)
  expect(readdirSync(output)).toContain('Tidewater-v2.md')
  expect(summary().map(({ file }) => file)).toEqual(['Tidewater-v2.md', 'Tidewater-v2.md'])
})
