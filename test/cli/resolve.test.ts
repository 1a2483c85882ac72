import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { wordDocument } from '../../src/texts/word.ts'
import { wordFile } from '../ooxml/word-file.ts'
import { clausebook } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausebook-resolve-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const inserted = (words: string, author: string, day: string) =>
  `<w:ins w:id="1" w:author="${author}" w:date="${day}T00:00:00Z"><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:ins>`
const file = join(folder, 'marked.docx')
writeFileSync(
  file,
  wordFile({
    body: `<w:p>${inserted('one ', 'Ann', '2026-01-10')}${inserted('two', 'Bob', '2026-02-10')}</w:p>`,
  }),
)

function resolved(...args: string[]) {
  const output = join(folder, 'resolved.docx')
  const { status, stderr } = clausebook(['resolve', file, ...args, '--output', output])
  const [body] = wordDocument(readFileSync(output), { view: 'original' }).stories
  const [first] = body?.blocks ?? []
  return { status, stderr, words: first?.type === 'paragraph' ? first.text : '' }
}

// Read as it was before what is still tracked: what was accepted is there, what is open or rejected is not.
test.each([
  ['all', ['--accept'], 'one two', ''],
  ['one author’s', ['--accept', '--author', 'Ann'], 'one', 'clausebook: 1 of 2 tracked changes stay\n'],
  [
    'those before a day',
    ['--accept', '--before', '2026-02-01'],
    'one',
    'clausebook: 1 of 2 tracked changes stay\n',
  ],
  [
    'those of nobody who is there',
    ['--accept', '--author', 'ann'],
    '',
    'clausebook: no tracked change was accepted: 2 are of others, or later\n',
  ],
])('resolves %s and tells what stays', (_, args, words, stderr) => {
  expect(resolved(...args)).toEqual({ status: 0, stderr, words })
})
