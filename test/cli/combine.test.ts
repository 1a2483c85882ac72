import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { compareWord, countChanges, openWord } from '../../src/markup/index.ts'
import { p, wordFile } from '../ooxml/word-file.ts'
import { clausebook } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausebook-combine-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string) => join(folder, name)
const word = (...lines: string[]) => wordFile({ body: lines.map((line) => p(line)).join('') })
const base = word('Fees are due in 30 days.', 'Notices go by mail.')
const save = (name: string, bytes: Uint8Array) => {
  writeFileSync(at(name), bytes)
  return at(name)
}
const marked = (name: string, author: string, ...lines: string[]) =>
  save(name, compareWord(base, word(...lines), { author }).bytes)
const [start, ann, bob] = [
  save('base.docx', base),
  marked('ann.docx', 'Ann', 'Fees are due in 60 days.', 'Notices go by mail.'),
  marked('bob.docx', 'Bob', 'Fees are due in 45 days.', 'Notices go by courier.'),
]
const output = at('all.docx')

test('writes one file and lists who changed what, and where they conflict', () => {
  const { status, stdout, stderr } = clausebook([
    'combine',
    start,
    ann,
    bob,
    '--output',
    output,
    '--exit-code',
  ])
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
  expect(stdout).toContain('conflict at “Fees are due in 30 days.”')
  expect(stdout).toMatch(/Ann \(.*ann\.docx\): “30” → “60”\n.*Bob \(.*bob\.docx\): “30” → “45”/)
  expect(countChanges(openWord(readFileSync(output)))).toMatchObject({ insertions: 3, deletions: 2 })
})

test('gives the list as data, and the same bytes for the same day', () => {
  const run = () =>
    clausebook(['combine', start, ann, bob, '-o', output, '--format', 'json', '--date', '2026-01-31'])
  const { status, stdout } = run()
  const bytes = readFileSync(output)
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    form: 1,
    reviewers: [{ authors: ['Ann'] }, { authors: ['Bob'] }],
    conflicts: [{ wishes: [{ inserted: '60' }, { inserted: '45' }] }],
    shared: [],
  })
  run()
  expect(readFileSync(output).equals(bytes)).toBe(true)
})

test.each([
  [[start, ann], /at least two reviewers/],
  [[start, ann, at('nobody.docx')], /nobody\.docx is not there/],
  [[start, ann, save('text.docx', new TextEncoder().encode('no zip'))], /text\.docx/],
  [[start, ann, save('other.docx', word('Something else.'))], /no mark-up of .*line 1 of the body/],
  [[save('damaged.docx', base.slice(0, 300)), ann, bob], /damaged\.docx/],
])('refuses %# in one line, and writes nothing', (args, reason) => {
  const missing = at('never.docx')
  const { status, stdout, stderr } = clausebook(['combine', ...args, '--output', missing])
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toMatch(reason)
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(() => readFileSync(missing)).toThrow()
})
