import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openForEdits, wordsOfParagraph } from '../../src/markup/index.ts'
import { bare, vendorPaper } from '../review/vendor-paper.ts'
import { clausebook } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausebook-review-'))
afterAll(() => rmSync(folder, { recursive: true }))

const paper = 'examples/papers/tidewater-terms.md'
const asked = ['review', paper, '--matter', 'examples/vendor-saas.yaml']

test('says on its first screen what is worst, and where', () => {
  const { status, stdout } = clausebook(asked)
  expect(status).toBe(0)
  const first = stdout.split('\n').slice(0, 40).join('\n')
  expect(first).toContain('contrary, Section 2.1')
  expect(first).toContain('It names Llama 4 Scout')
  expect(first).toContain('ninety-six (96)')
})

test('holds it against the figures of the house', () => {
  const house = join(folder, 'house')
  mkdirSync(house)
  writeFileSync(join(house, 'house.yaml'), 'name: A firm\nfigures: { incidents.notice: 5 }\n')
  const { stdout } = clausebook([...asked, '--house', house, '--format', 'markdown'])
  expect(stdout).toContain('preferred 5 hours')
})

test('ends with 1 where something is not met, if that is asked', () => {
  expect(clausebook([...asked, '--exit-code']).status).toBe(1)
})

test.each(['md', 'html', 'csv', 'json', 'docx'])('writes a report as .%s', (ending) => {
  const file = join(folder, `report.${ending}`)
  expect(clausebook([...asked, '--report', file]).status).toBe(0)
  const bytes = readFileSync(file)
  if (ending === 'docx') expect(bytes.subarray(0, 2).toString()).toBe('PK')
  else expect(bytes.toString()).toContain('contrary')
  if (ending === 'json') expect(JSON.parse(bytes.toString()).rows.length).toBeGreaterThan(20)
})

test('their Word file comes back marked up, and the report says what was marked', async () => {
  const [theirs, back, report] = ['theirs.docx', 'back.docx', 'report.md'].map((name) => join(folder, name))
  writeFileSync(theirs!, await vendorPaper(bare, 'counted'))
  const { status } = clausebook([
    'review',
    theirs!,
    '--matter',
    'examples/vendor-saas.yaml',
    '--output',
    back!,
    '--report',
    report!,
    '--only',
    'incidents,security',
  ])
  expect(status).toBe(0)
  expect(readFileSync(back!).subarray(0, 2).toString()).toBe('PK')
  expect(readFileSync(report!, 'utf8')).toContain('insertion, new 4.')
})

test('for a paper that is no Word file a rider goes back, in their terms and without our levels', async () => {
  const back = join(folder, 'rider.docx')
  const { status, stdout } = clausebook([...asked, '--output', back])
  expect(status).toBe(0)
  expect(stdout).toContain('Marked')
  const rider = openForEdits(readFileSync(back)).paragraphs.map(wordsOfParagraph).join('\n')
  expect(rider).toContain('Rider to')
  expect(rider).toContain('Tidewater')
  expect(rider).toMatch(/New Section\s\d/)
  expect(rider).not.toMatch(/\b(?:fallback|walk-away|playbook|this Addendum|Master Agreement)\b/)
})

test('bad input is told in one line, with 2', () => {
  const decisions = join(folder, 'decisions.yaml')
  writeFileSync(decisions, 'version: 1\ndecisions:\n  - flow_down: incidents\n')
  for (const args of [
    ['review', 'nothing.docx', '--matter', 'examples/vendor-saas.yaml'],
    [...asked, '--vendor', 'Nobody, Inc.'],
    [...asked, '--decisions', decisions],
    ['review', paper],
    [...asked, '--level', 'fallback'],
    [...asked, '--output', join(folder, 'back.md')],
    [...asked, '--output', join(folder, 'back.docx'), '--only', 'nothing'],
  ]) {
    const { status, stderr } = clausebook(args)
    expect(status).toBe(2)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  }
})

test('many papers, or a folder of them, fill a folder: a report for each that can be read, and a summary', () => {
  const papers = join(folder, 'papers')
  const output = join(folder, 'reviews')
  mkdirSync(join(papers, 'older'), { recursive: true })
  writeFileSync(join(papers, 'b.md'), readFileSync(paper))
  writeFileSync(join(papers, 'a.docx'), 'no Word file')
  writeFileSync(join(papers, 'picture.png'), '')
  const many = ['review', papers, '--matter', 'examples/vendor-saas.yaml']
  const { status, stdout, stderr } = clausebook([...many, '--output', output])
  expect([status, stdout]).toEqual([1, `1 reviewed, 1 failed: ${output}\n`])
  expect(stderr).toContain('older is not read: no ending of a paper')
  expect(stderr).toContain('picture.png is not read: no ending of a paper')
  expect(stderr).toContain(`${join(papers, 'a.docx')}: `)
  expect(readdirSync(output).sort()).toEqual([
    'b-review.docx',
    'reports.json',
    'summary.csv',
    'summary.md',
    'summary.xlsx',
  ])
  for (const [more, words] of [
    [[], 'fills a folder: give --output DIR, or --queue'],
    [['--output', 'a.docx'], 'fills a folder: give --output DIR, or --queue'],
    [['--output', output, '--level', 'fallback'], '--level is for one paper'],
    [['--output', output, '--queue'], '--queue keeps the reports with the job'],
  ] as const) {
    const refused = clausebook([...many, ...more])
    expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining(words)])
  }
})
