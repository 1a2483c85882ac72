import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { clausebook } from '../run.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausebook-show-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('clausebook library list', () => {
  test('lists every kind, or one', () => {
    const { status, stdout } = clausebook(['library', 'list'])
    expect(status).toBe(0)
    for (const id of ['user-threshold', 'llama-3.1', 'model:llama-4']) expect(stdout).toContain(id)
    expect(clausebook(['library', 'list', 'licenses']).stdout).not.toContain('user-threshold')
  })

  test('refuses an unknown kind in one line', () => {
    const { status, stderr } = clausebook(['library', 'list', 'clauses'])
    expect(status).toBe(2)
    expect(stderr).toMatch(/^clausebook: [^\n]*topics, licenses[^\n]*\n$/)
  })
})

describe('clausebook library show', () => {
  test('prints a topic, no line wider than the terminal', () => {
    const { status, stdout, stderr } = clausebook(['library', 'show', 'user-threshold'], {
      env: { COLUMNS: '60' },
    })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(Math.max(...stdout.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(60)
  })

  test.each([
    [
      'flow-down:incidents',
      'incidents.notice within which an incident is told: preferred 24 hours, fallback',
    ],
    ['position:assignment', 'assignment.'],
  ])('names the figures of %s, by which a house and a matter set them', (id, words) => {
    const { status, stdout } = clausebook(['library', 'show', id], { env: { COLUMNS: '200' } })
    expect(status).toBe(0)
    expect(stdout.split('Figures that a house or a matter sets')[1]?.replace(/\s+/g, ' ')).toContain(words)
  })

  test('prints a term as JSON with its facts', () => {
    const { stdout } = clausebook(['library', 'show', 'llama-3.1/user-threshold', '--format', 'json'])
    const { facts } = JSON.parse(stdout) as { facts: { fact: string; value: unknown }[] }
    expect(facts).toContainEqual(expect.objectContaining({ fact: 'counted_on_date', value: '2024-07-23' }))
  })

  test('writes the format of the name of its output', () => {
    const file = join(folder, 'grant.md')
    expect(clausebook(['library', 'show', 'grant', '-o', file]).status).toBe(0)
    expect(readFileSync(file, 'utf8')).toMatch(/^# Grant of rights\n/)
  })

  test('names the nearest id in one line, with status 2, and writes nothing', () => {
    const before = readdirSync(folder)
    const { status, stdout, stderr } = clausebook([
      'library',
      'show',
      'user-treshold',
      '-o',
      join(folder, 'a.md'),
    ])
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toBe('clausebook: the library has no user-treshold: did you mean user-threshold?\n')
    expect(readdirSync(folder)).toEqual(before)
  })
})
