import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { packageRoot } from '../../src/home.ts'

const root = packageRoot()
const folder = mkdtempSync(join(tmpdir(), 'clausebook-ci-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** `file suite`, as .ci/may-skip has them. */
const suites = readFileSync(join(root, '.ci', 'may-skip'), 'utf8')
  .split('\n')
  .filter((line) => /^[^#]/.test(line))

/** What the summary of CI says of tests, each a file, its suite and how it went. */
function summary(tests: [file: string, suite: string, status: string][]) {
  const report = join(folder, 'report.json')
  const testResults = tests.map(([file, suite, status]) => ({
    name: join(root, file),
    status: status === 'failed' ? 'failed' : 'passed',
    assertionResults: [
      {
        ancestorTitles: [suite],
        fullName: `${suite} does`,
        status,
        failureMessages: status === 'failed' ? ['Error: two is not three\n    at here'] : [],
      },
    ],
  }))
  writeFileSync(report, JSON.stringify({ testResults }))
  const { status, stdout } = spawnSync(process.execPath, [join(root, '.ci', 'summary.mjs'), report], {
    encoding: 'utf8',
  })
  return { status, last: stdout.trim().split('\n').at(-1), stdout }
}

const named = suites.map((line) => {
  const [file, ...suite] = line.split(' ')
  return [file!, suite.join(' '), 'skipped'] as [string, string, string]
})
const some: [string, string, string] = ['test/a.test.ts', 'a suite', 'passed']

test('the summary of CI lets be skipped what .ci/may-skip names, and nothing else', () => {
  expect(named).toHaveLength(3)
  expect(summary([some, ...named])).toMatchObject({ status: 0, last: '1 passed, 0 failed' })
  const [file, suite] = named[0]!
  for (const other of [
    ['test/a.test.ts', suite, 'skipped'],
    [file, 'another suite', 'skipped'],
    [file, suite, 'failed'],
  ] as [string, string, string][]) {
    expect(summary([some, ...named, other])).toMatchObject({ status: 1, last: '1 passed, 1 failed' })
  }
  // A name that no suite has would let the next of that name be skipped.
  expect(summary([some, ...named.slice(1)])).toMatchObject({ status: 1, last: '1 passed, 1 failed' })
  expect(summary(named)).toMatchObject({ status: 1 })
})

test('the summary of CI tells what failed, in which run and why, where only the end of the log is seen', () => {
  const { stdout } = summary([some, ...named, ['test/b.test.ts', 'another suite', 'failed']])
  expect(stdout).toMatch(
    /^failed \(report\): test\/b\.test\.ts: another suite does\n {2}Error: two is not three\n {6}at here\n1 passed, 1 failed\n$/m,
  )
})
