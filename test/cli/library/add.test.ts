import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { agreement, policy, writeLibrary } from '../../library/check/small-library.ts'
import { clausebook } from '../run.ts'

let folder: string
beforeEach(async () => {
  folder = await writeLibrary()
  writeFileSync(
    join(folder, '.new.txt'),
    agreement('Alpha 3', 'May 6, 2026').replace('one hundred', 'one thousand'),
  )
  writeFileSync(join(folder, '.policy.md'), policy('Alpha 3'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const add = (id: string, ...rest: string[]) =>
  clausebook(['library', 'add', id, join(folder, '.new.txt'), '--folder', folder, ...rest])

describe('clausebook library add', () => {
  test('writes the folder, says what to do next, and the check then tells what is left', () => {
    const args = ['--use-policy', join(folder, '.policy.md'), '--extends', 'alpha-2']
    const { status, stdout, stderr } = add('alpha-3', ...args)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toContain('clausebook library check --folder')
    const files = readdirSync(join(folder, 'licenses', 'alpha-3'))
    expect(files).toContain('license.yaml')
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])

    const check = clausebook(['library', 'check', '--folder', folder])
    expect(check.status).toBe(1)
    expect(check.stdout).toMatch(
      /alpha-3\/license\.yaml:\d+:\d+ unfinished TODO: owner\/name of the public repository/,
    )
    // Positions are inherited as terms are.
    expect(check.stdout).not.toMatch(/positions\/counting\.md/)
  })

  test('begins a license on its own, whose facts the check asks for', () => {
    expect(add('beta-1').status).toBe(0)
    const { stdout } = clausebook(['library', 'check', '--folder', folder])
    expect(stdout).toMatch(/beta-1\/[a-z]+\.md:\d+:\d+ unfinished TODO: the restatement/)
  })

  test('gives what is proposed as JSON', () => {
    const { stdout } = add('alpha-3', '--extends', 'alpha-2', '--json')
    const { proposals, files } = JSON.parse(stdout) as { proposals: { topic: string }[]; files: string[] }
    expect(proposals.map(({ topic }) => topic)).toContain('threshold')
    expect(files).toContain('license.yaml')
  })
})

describe('what cannot be added is told in one line, and nothing is written', () => {
  test.each<[name: string, args: () => string[], says: RegExp]>([
    ['a license that is there', () => ['alpha-2', join(folder, '.new.txt')], /alpha-2 is there already/],
    ['an id that is none', () => ['Alpha_3', join(folder, '.new.txt')], /is no id/],
    ['an id that leaves the folder', () => ['../alpha', join(folder, '.new.txt')], /is no id/],
    ['a file that is not there', () => ['alpha-3', join(folder, 'none.txt')], /is not there/],
    ['a file without clauses', () => ['alpha-3', join(folder, '.empty.txt')], /no clauses|is empty/],
    [
      'an unknown parent',
      () => ['alpha-3', join(folder, '.new.txt'), '--extends', 'gamma-1'],
      /gamma-1 is no license/,
    ],
  ])('%s', (_, args, says) => {
    writeFileSync(join(folder, '.empty.txt'), 'Hello.\n')
    const before = readdirSync(folder, { recursive: true }).sort()
    const license = readFileSync(join(folder, 'licenses/alpha-2/license.yaml'), 'utf8')
    const { status, stdout, stderr } = clausebook(['library', 'add', ...args(), '--folder', folder])
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(says)
    expect(stderr).toMatch(/^clausebook: [^\n]+\n$/)
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(before)
    expect(readFileSync(join(folder, 'licenses/alpha-2/license.yaml'), 'utf8')).toBe(license)
    expect(existsSync(join(folder, 'licenses/alpha-3'))).toBe(false)
  })
})
