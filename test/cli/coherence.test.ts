import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { clausebook } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausebook-coherence-'))
afterAll(() => rmSync(folder, { recursive: true }))

function written(name: string, words: string): string {
  const file = join(folder, name)
  writeFileSync(file, words)
  return file
}

const paper = `HARBOR TERMS

1. Fees. A fee of US$100 is due under Section 2.

2. Law. These terms are governed by the laws of the State of Oregon.
`

test('says of a paper that fits that nothing was found, and ends with 0', () => {
  const { status, stdout } = clausebook(['coherence', written('good.md', paper), '--exit-code'])
  expect({ status, stdout }).toEqual({
    status: 0,
    stdout: 'good.md: nothing found that does not fit together\n',
  })
})

test('says what does not fit with its place, and ends with 1 where that is asked', () => {
  const file = written('bad.md', paper.replace('Section 2.', 'Section 7. A deposit of 90 euros is kept.'))
  const asked = clausebook(['coherence', file, '--exit-code'])
  expect(asked.status).toBe(1)
  expect(asked.stdout.trim().split('\n')).toHaveLength(1 + 1)
  expect(asked.stdout).toContain('bad.md: Section 1: “Section 7” is named, and there is none (reference)')
  expect(clausebook(['coherence', file]).status).toBe(0)
})

test('reads it with paper of the other side, and writes JSON', () => {
  const theirs = written('theirs.md', paper.replace('Oregon', 'Texas'))
  const output = join(folder, 'out.json')
  const { status } = clausebook([
    'coherence',
    written('ours.md', paper),
    '--with',
    theirs,
    '-f',
    'json',
    '-o',
    output,
  ])
  expect(status).toBe(0)
  const { messages, read } = JSON.parse(readFileSync(output, 'utf8')) as {
    messages: { rule: string }[]
    read: string[]
  }
  expect(read).toEqual(['ours.md', 'theirs.md'])
  expect(messages.map(({ rule }) => rule)).toEqual(['law-and-courts'])
})

test('names a file that is not there, and ends with 2', () => {
  const { status, stderr } = clausebook(['coherence', join(folder, 'nowhere.docx')])
  expect({ status, lines: stderr.trim().split('\n').length }).toEqual({ status: 2, lines: 1 })
})

test.skipIf(!process.env.CLAUSEBOOK_TEXTS)(
  'reads a letter in the words of a house, which calls a section of the license a clause',
  () => {
    const house = join(folder, 'house')
    mkdirSync(house)
    writeFileSync(join(house, 'house.yaml'), 'name: F\nlanguage: en-GB\nwords: { section: clause }\n')
    const file = join(folder, 'letter.md')
    clausebook(['draft', 'side-letter', 'examples/acme.yaml', '--house', house, '--output', file])
    const words = readFileSync(file, 'utf8')
    expect(words).toMatch(/\bClause \d/)
    expect(clausebook(['coherence', file]).stdout).toMatch(/: nothing found/)
    writeFileSync(file, words.replace(/\bClause 5\.c\b/, 'Clause 15.c'))
    expect(clausebook(['coherence', file]).stdout).toMatch(/15\.c” is named, and there is none/)
  },
)
