import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { clausebook, program } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausebook-compare-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('clausebook compare', () => {
  test('prints a report with marks where there is no colour', () => {
    const { status, stdout, stderr } = clausebook(['compare', 'llama-2', 'llama-3.1'])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toContain('Llama 3.1 Community License Agreement')
    expect(stdout).toMatch(/\[-[^-]+-\]/)
    expect(stdout).toMatch(/\{\+[^+]+\+\}/)
    expect(stdout).not.toContain('\u001b')
  })

  test('sets no line wider than the terminal', () => {
    const { stdout } = clausebook(['compare', 'llama-2', 'llama-3.1'], { env: { COLUMNS: '60' } })
    expect(Math.max(...stdout.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(60)
  })

  test('has colour where it is asked for', () => {
    const { stdout } = clausebook(['compare', 'llama-2', 'llama-3.1'], {
      env: { NO_COLOR: '', FORCE_COLOR: '1' },
    })
    expect(stdout).toContain('\u001b[9m')
    expect(stdout).not.toContain('[-')
  })

  test.each([
    ['report.html', '<!doctype html>'],
    ['report.md', '# Llama 2 Community License Agreement'],
    ['report.json', '{\n  "left"'],
    ['report.csv', '\ufeffleft_section'],
    ['report.docx', 'PK'],
    ['report.txt', 'This compares restatements'],
  ])('writes %s in the format of its name', (name, start) => {
    const file = join(folder, name)
    expect(clausebook(['compare', 'llama-2', 'llama-3.1', '-o', file])).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    })
    expect(readFileSync(file, 'utf8').startsWith(start)).toBe(true)
  })

  test('says with --exit-code whether a clause differs', () => {
    expect(clausebook(['compare', 'llama-2', 'llama-3.1', '--exit-code']).status).toBe(1)
    expect(clausebook(['compare', 'llama-2', 'llama-2', '--exit-code']).status).toBe(0)
  })

  test('ends quietly where the reader has seen enough', () => {
    const script = `set -o pipefail; "$1" "$2" compare llama-2 llama-3.1 -f html | head -n 1`
    const out = execFileSync('bash', ['-c', script, 'bash', process.execPath, program], { encoding: 'utf8' })
    expect(out).toBe('<!doctype html>\n')
  })
})

describe('bad input ends with status 2 and one line, and writes nothing', () => {
  mkdirSync(join(folder, 'taken'))
  writeFileSync(join(folder, 'file'), 'here before')
  test.each<[name: string, args: string[], says: RegExp]>([
    ['an unknown license', ['lama-2', 'llama-3'], /did you mean llama-2\?/],
    ['a text that a license does not have', ['llama-2/appendix', 'llama-3'], /its texts are/],
    ['an agreement and a use policy', ['llama-2', 'llama-2/use-policy'], /two of a kind/],
    ['an unknown topic', ['llama-2', 'llama-3', '--topic', 'nope'], /no topic nope/],
    ['an unknown format', ['llama-2', 'llama-3', '-f', 'pdf'], /Allowed choices/],
    ['a date that is none', ['llama-2', 'llama-3', '--date', '2025-02-30'], /a date is written/],
    ['one license alone', ['llama-2'], /missing required argument/],
    ['an unknown option', ['llama-2', 'llama-3', '--chnged'], /Did you mean --changed\?/],
    ['a folder that is not there', ['llama-2', 'llama-3', '-o', join(folder, 'none', 'a.md')], /no folder/],
    ['a folder as output', ['llama-2', 'llama-3', '-o', join(folder, 'taken')], /is a folder/],
    ['a file as folder', ['llama-2', 'llama-3', '-o', join(folder, 'file', 'a.md')], /is not a folder/],
  ])('%s', (_name, args, says) => {
    const before = readdirSync(folder)
    const { status, stdout, stderr } = clausebook(['compare', ...args])
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(says)
    expect(stderr).toMatch(/^clausebook: [^\n]+\n$/)
    expect(readdirSync(folder)).toEqual(before)
  })
})

describe('the command line', () => {
  test('lists its commands', () => {
    const { status, stdout } = clausebook([])
    expect(status).toBe(0)
    for (const name of ['compare', 'library', 'serve']) expect(stdout).toContain(name)
  })

  test('names an unknown command in one line', () => {
    const { status, stderr } = clausebook(['compere'])
    expect(status).toBe(2)
    expect(stderr).toMatch(/^clausebook: [^\n]*compare[^\n]*\n$/)
  })
})
