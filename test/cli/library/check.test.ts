import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { writeLibrary } from '../../library/check/small-library.ts'
import { clausebook } from '../run.ts'

const empty = mkdtempSync(join(tmpdir(), 'clausebook-no-texts-'))
const made = [empty]
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true })
})

const check = async (...args: string[]) => {
  const folder = await writeLibrary({ 'licenses/alpha-1/grant.md': ['who: licensee', 'who: nobody'] })
  made.push(folder)
  return {
    folder,
    ...clausebook(['library', 'check', '--folder', folder, ...args], {
      cwd: folder,
      env: { CLAUSEBOOK_TEXTS: empty },
    }),
  }
}

describe('clausebook library check', () => {
  test('prints a problem a line, what it could not check and why, and ends with status 1', async () => {
    const { status, stdout, stderr } = await check()
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    expect(stdout).toMatch(/^licenses\/alpha-1\/grant\.md:11:6 schema who: /m)
    expect(stdout).toMatch(
      /^Not checked, since the official texts are not here \(clausebook texts fetch\):$/m,
    )
    expect(stdout).toMatch(/^ {2}coverage: every clause of every text is taken by a topic$/m)
    expect(stdout).toMatch(/\d+ problems? in \d+ files: .* against 0 texts\.\n$/)
  })

  test('gives the same as JSON', async () => {
    const { stdout } = await check('--json')
    const { problems, skipped } = JSON.parse(stdout) as { problems: object[]; skipped: { rule: string }[] }
    expect(problems[0]).toMatchObject({
      file: 'licenses/alpha-1/grant.md',
      line: 11,
      column: 6,
      rule: 'schema',
    })
    expect(skipped.map(({ rule }) => rule)).toContain('quotes')
  })

  test('names a folder without a library in one line, with status 2', () => {
    const { status, stderr } = clausebook(['library', 'check', '--folder', join(empty, 'none')])
    expect(status).toBe(2)
    expect(stderr).toMatch(/^clausebook: [^\n]*there is no clause library in this folder\n$/)
  })
})
