import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { clausebook } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausebook-impact-'))
afterAll(() => rmSync(folder, { recursive: true }))
const texts = process.env.CLAUSEBOOK_TEXTS
if (!texts) console.info('CLAUSEBOOK_TEXTS is not set: the move of a vendor is not tried')

describe.runIf(texts)('clausebook impact --vendor', () => {
  test('tells what a move to another model changes, and amends what was signed, once and for all', () => {
    const register = join(folder, 'register')
    const out = join(folder, 'out')
    clausebook(['vendors', 'import', 'examples/vendors.csv', '--register', register])
    const signed = ['status=signed', 'dates.signed=2025-03-03', 'levels.eu-multimodal=fallback']
    clausebook(['vendors', 'set', 'tidewater', ...signed, '--register', register])
    const move = (to: string, ...more: string[]) =>
      clausebook([
        ...['impact', '--vendor', 'tidewater', '--to', to, '--register', register],
        ...['--matter', 'examples/vendor-saas.yaml', '--amendments', out, '--date', '2026-11-30', ...more],
      ])
    const told = move('llama-4-scout', '--format', 'json')
    expect([told.status, told.stderr]).toEqual([0, expect.stringContaining('1 drafted')])
    const { move: moved, vendors } = JSON.parse(told.stdout)
    expect([vendors.length, moved.after]).toEqual([1, ['Llama 4 (Scout-17B-16E)']])
    expect(moved.changes).toContain('After Section 6 comes a new Section 6A')
    expect(moved.exact.find(({ point }: { point: string }) => point === 'Display')).toMatchObject({
      after: '“Built with Llama”',
    })

    const file = join(out, 'Tidewater-Software-Inc.docx')
    const first = readFileSync(file)
    rmSync(out, { recursive: true })
    move('llama-4-scout')
    expect(readFileSync(file).equals(first)).toBe(true)

    // What was sent stays, and another move gets a file beside it.
    clausebook(['vendors', 'set', 'tidewater', '--file', file, '--register', register])
    move('Llama 3.1')
    expect(readFileSync(file).equals(first)).toBe(true)
    expect(readdirSync(out)).toContain('Tidewater-Software-Inc-v2.docx')
    const lost = move('Llama 9')
    expect([lost.status, lost.stderr]).toEqual([2, expect.stringContaining('--to Llama 9')])
  })

  test('amends what was signed in one file in one paper, and strikes no model of the others', () => {
    const register = join(folder, 'several')
    const out = join(folder, 'amended')
    const table = join(folder, 'several.csv')
    const row = (product: string, models: string) => `Tidewater,${product},saas,a company,Quay 1,${models}`
    writeFileSync(
      table,
      [
        'vendor.name,vendor.product,vendor.kind,vendor.form,vendor.address,vendor.models',
        row('Claims', 'Llama 3.1'),
        row('Letters', 'Llama 3.3'),
      ].join('\n'),
    )
    const at = ['--register', register]
    clausebook(['vendors', 'import', table, ...at])
    const paper = join(folder, 'signed.docx')
    writeFileSync(paper, 'signed')
    const set = clausebook([
      ...[
        'vendors',
        'set',
        'tidewater-claims',
        'tidewater-letters',
        'status=signed',
        'dates.signed=2025-03-03',
      ],
      ...['levels.insurance=preferred', '--file', paper, '--is', 'signed', ...at],
    ])
    expect(set.stdout.trim().split('\n')).toHaveLength(2)
    const due = clausebook([
      'obligations',
      ...at,
      '--date',
      '2026-02-01',
      '--due',
      '60d',
      '--format',
      'csv',
    ]).stdout
    expect(due.split('\n').filter((line) => line.includes('certificate of its insurance again'))).toEqual([
      expect.stringContaining('Tidewater: Claims and Letters'),
    ])
    const amended = clausebook([
      ...['impact', '--vendor', 'tidewater-letters', '--to', 'llama-4-scout', ...at, '--amendments', out],
      ...['--matter', 'examples/vendor-saas.yaml', '--date', '2026-11-30', '--format', 'json'],
    ])
    expect(amended.stderr).toContain('1 drafted')
    const { move: moved } = JSON.parse(amended.stdout)
    expect(moved.changes).toContain('In Schedule 1, the row on “Letters” is replaced by')
    // Claims stays on Llama 3.1, which is none of the models that Letters leaves.
    expect([moved.before, moved.after]).toEqual([['Llama 3.3 (70B)'], ['Llama 4 (Scout-17B-16E)']])
    expect(JSON.stringify(moved.exact)).not.toContain('Llama 3.1')
    expect(readFileSync(join(out, 'summary.csv'), 'utf8')).toMatch(
      /tidewater-letters,Tidewater,Letters,saas,Tidewater.docx,joined/,
    )
  })
})
