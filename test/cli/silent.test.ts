import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { wordDocument } from '../../src/texts/word.ts'
import { p, run, wordFile } from '../ooxml/word-file.ts'
import { clausebook } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausebook-silent-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = (name: string, body: string) => {
  writeFileSync(join(folder, name), wordFile({ body }))
  return join(folder, name)
}
const sent = file('sent.docx', p('1. Pay within 30 days.') + p('2. Notices go by mail.'))
const returned = file(
  'returned.docx',
  p(
    `${run('1. Pay within 60 days')}<w:ins w:id="1" w:author="Opp">${run(' of receipt')}</w:ins>${run('.')}`,
  ) + p('2. Notices go by mail.'),
)
const openly = file(
  'openly.docx',
  p(
    `${run('1. Pay within 30 days')}<w:ins w:id="1" w:author="Opp">${run(' of receipt')}</w:ins>${run('.')}`,
  ) + p('2. Notices go by mail.'),
)

const compare = (...args: string[]) => clausebook(['compare', ...args, '--silent'])

test.each([
  ['terminal', 'txt'],
  ['markdown', 'md'],
  ['html', 'html'],
  ['csv', 'csv'],
])('lists what was changed without being tracked, and who tracked: %s', (format, ending) => {
  const output = join(folder, `silent.${ending}`)
  const { status, stderr } = compare(sent, returned, '--format', format, '--output', output)
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  const words = readFileSync(output, 'utf8')
  for (const said of ['Section 1', '30', '60', 'Opp', 'racked']) expect(words).toContain(said)
  expect(words).not.toContain('of receipt')
})

test('gives the same as data and as a Word file, where nothing else is asked', () => {
  expect(JSON.parse(compare(sent, returned, '--format', 'json').stdout)).toMatchObject({
    form: 1,
    sent: { name: 'sent.docx', sha256: expect.stringMatching(/^[0-9a-f]{64}$/), view: 'accepted' },
    changes: [{ kind: 'words', place: 'Section 1', before: '30', after: '60', nearby: ['Opp'] }],
    tracked: [{ author: 'Opp', changes: 1, comments: 0 }],
    readWhole: true,
  })
  const output = join(folder, 'silent.docx')
  expect(compare(sent, returned, '--output', output).status).toBe(0)
  expect(JSON.stringify(wordDocument(readFileSync(output)).stories)).toContain('Section 1')
})

test('ends with 1 on request where something was changed silently, and with 0 where all is tracked', () => {
  expect(compare(sent, returned, '--exit-code').status).toBe(1)
  const { status, stdout } = compare(sent, openly, '--exit-code')
  expect(status).toBe(0)
  expect(stdout).toContain('Nothing was changed without being tracked.')
})

test.each([
  [[sent, join(folder, 'nobody.docx')], /nobody\.docx is not there/],
  [[sent, 'returned.txt'], /must be a Word file/],
  [[sent, returned, '--topic', 'fees'], /--topic does not go with --silent/],
  [[sent, returned, '--right-view', 'accepted'], /leave --right-view out/],
  [[sent, returned, '--gate'], /--silent does not go with --gate/],
  [[sent, file('broken.docx', '<w:p>')], /broken\.docx/],
])('refuses %j in one line', (args, reason) => {
  const { status, stdout, stderr } = compare(...args)
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toMatch(reason)
  expect(stderr.trim().split('\n')).toHaveLength(1)
})
