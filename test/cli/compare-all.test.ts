import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { expectValid } from '../word/validity.ts'
import { clausebook } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausebook-matrix-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('clausebook compare --all', () => {
  test('sets no line wider than the terminal, narrow or wide', () => {
    for (const COLUMNS of ['60', '180']) {
      const { status, stdout } = clausebook(['compare', '--all', 'user-threshold'], { env: { COLUMNS } })
      expect(status).toBe(0)
      expect(Math.max(...stdout.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(
        Number(COLUMNS),
      )
      expect(stdout).toContain('Llama 3.3, 2024-12-06')
    }
  })

  test.each([
    ['matrix.md', '# Monthly-user threshold: all licenses'],
    ['matrix.html', '<!doctype html>'],
    ['matrix.json', '{\n  "libraryDigest"'],
    ['matrix.docx', 'PK'],
  ])('writes %s, the same each time', async (name, start) => {
    const file = join(folder, name)
    const write = () => {
      expect(clausebook(['compare', '--all', 'user-threshold', '-o', file])).toEqual({
        status: 0,
        stdout: '',
        stderr: '',
      })
      return readFileSync(file)
    }
    const first = write()
    expect(first.toString('latin1').startsWith(start)).toBe(true)
    expect(write().equals(first)).toBe(true)
    if (name.endsWith('.docx')) await expectValid(first)
  })

  test.each([
    [['--all', 'user-treshold'], /did you mean user-threshold\?/],
    [['--all', 'grant', 'llama-2'], /--all takes no licenses/],
    [['--all', 'grant', '-f', 'csv'], /not written as CSV/],
  ])('%j is refused in one line', (args, says) => {
    const { status, stdout, stderr } = clausebook(['compare', ...args])
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(says)
    expect(stderr).toMatch(/^clausebook: [^\n]+\n$/)
  })
})
