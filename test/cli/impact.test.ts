import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
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
})
