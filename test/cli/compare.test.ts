import { execFileSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { packageRoot } from '../../src/home.ts'
import { program, clausebook as run } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausebook-compare-'))
const none = join(folder, 'no-texts')
/** As on a machine without official texts. */
const clausebook: typeof run = (args, options = {}) =>
  run(args, { ...options, env: { CLAUSEBOOK_TEXTS: none, ...options.env } })
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
    ['report.json', '{\n  "schema": 2,\n  "left"'],
    ['report.csv', '\ufeffdocument,story,left_section'],
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
    const env = { ...process.env, CLAUSEBOOK_TEXTS: none, CLAUSEBOOK_OFFLINE: '1' }
    const out = execFileSync('bash', ['-c', script, 'bash', process.execPath, program], {
      encoding: 'utf8',
      env,
    })
    expect(out).toBe('<!doctype html>\n')
  })
})

const lantern = (version: number) => join(packageRoot(), 'examples', 'agreements', `lantern-${version}.md`)

describe('files', () => {
  test('compare as licenses do, by their words', () => {
    const { status, stdout } = clausebook(['compare', lantern(1), lantern(2), '-f', 'json'])
    expect(status).toBe(0)
    const { left, summary, pairs, text } = JSON.parse(stdout)
    expect(left).toMatchObject({ id: 'lantern-1.md', title: 'Lantern Model License, Version 1' })
    expect(left.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect({ text, summary }).toEqual({
      text: 'official',
      summary: { identical: 6, cosmetic: 0, changed: 7, added: 1, removed: 1, moved: 0 },
    })
    const law = pairs.find(({ right }: { right?: { path: string } }) => right?.path === '7')
    expect(law).toMatchObject({ left: { path: '6' }, status: 'identical' })
  })

  const words = '1. Grant. You may use “Lantern” – for a fee of 5 €.\n\n2. Term. It ends.\n'
  test.each<[string, Buffer]>([
    ['UTF-16', Buffer.from(`\ufeff${words}`, 'utf16le')],
    [
      'Windows-1252',
      Buffer.from(
        words.replace('“', '\u0093').replace('”', '\u0094').replace('–', '\u0096').replace('€', '\u0080'),
        'latin1',
      ),
    ],
  ])('in %s are read', (name, bytes) => {
    const [odd, plain] = [join(folder, `${name}.txt`), join(folder, 'utf-8.txt')]
    writeFileSync(odd, bytes)
    writeFileSync(plain, words)
    expect(clausebook(['compare', odd, plain, '--exit-code']).status).toBe(0)
  })

  test('of Word compare with the text that they were made from', () => {
    const redline = join(folder, 'lantern.docx')
    expect(clausebook(['compare', lantern(2), lantern(2), '-o', redline]).status).toBe(0)
    const { stdout } = clausebook(['compare', lantern(2), redline, '-f', 'json'])
    const { pairs } = JSON.parse(stdout)
    const sections = pairs.filter(({ left }: { left?: { kind: string } }) => left?.kind === 'section')
    expect(sections.length).toBe(9)
    for (const { left, status } of sections) expect([left.path, status]).toEqual([left.path, 'identical'])
  })

  test('and a license whose text is missing cannot be compared, and the way to get it is said', () => {
    const { status, stderr } = clausebook(['compare', lantern(1), 'llama-2'])
    expect(status).toBe(2)
    expect(stderr).toMatch(/official text of llama-2 is not here: clausebook texts fetch/)
  })
})

const texts = process.env.CLAUSEBOOK_TEXTS
describe.skipIf(!texts)('with the official texts', () => {
  const json = (...args: string[]) => JSON.parse(run(['compare', ...args, '-f', 'json']).stdout)

  test('their words are compared, and what the library knows stands with them', () => {
    const { text, left, pairs, knowledge } = json('llama-2', 'llama-3.1')
    expect(text).toBe('official')
    expect(left.sha256).toMatch(/^[0-9a-f]{64}$/)
    const threshold = pairs.find((pair: { left?: { path: string } }) => pair.left?.path === '2')
    expect(threshold.topics.map(({ id }: { id: string }) => id)).toContain('user-threshold')
    expect(knowledge.topics[0].status).not.toBe('same')
  })

  test('one topic alone is one topic’s clauses', () => {
    const { pairs } = json('llama-2', 'llama-3.1', '--topic', 'user-threshold')
    expect(pairs.map((pair: { left?: { path: string } }) => pair.left?.path)).toEqual(['2'])
  })

  test('restatements are compared where that is asked', () => {
    expect(json('llama-2', 'llama-3.1', '--text', 'restated').text).toBe('restated')
  })

  test('a license never seen before gets topics, and says of none what it cannot know', () => {
    const { pairs, knowledge } = json(lantern(2), 'llama-3.1')
    const threshold = pairs.filter((pair: { topics?: { id: string }[] }) =>
      pair.topics?.some(({ id }) => id === 'user-threshold'),
    )
    expect(threshold.some((pair: { left?: { path: string } }) => pair.left?.path === '2')).toBe(true)
    const topic = knowledge.topics.find(({ id }: { id: string }) => id === 'user-threshold')
    expect(topic.status).toBe('changed')
  })
})

describe('bad input ends with status 2 and one line, and writes nothing', () => {
  mkdirSync(join(folder, 'taken'))
  writeFileSync(join(folder, 'file'), 'here before')
  writeFileSync(join(folder, 'empty.txt'), ' \n')
  writeFileSync(join(folder, 'given.txt'), '1. The fee is due.\n')
  writeFileSync(join(folder, 'picture.txt'), Buffer.from('\u0089PNG\r\n\u001a\n\0\0\0\rIHDR', 'latin1'))
  writeFileSync(join(folder, 'long.txt'), '')
  writeFileSync(join(folder, 'scan.pdf'), '%PDF-1.4 a small one')
  truncateSync(join(folder, 'long.txt'), 200 * 1024 * 1024)
  writeFileSync(join(folder, 'broken.docx'), 'PK\u0003\u0004 and nothing more')
  writeFileSync(join(folder, 'locked.docx'), Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))
  test.each<[name: string, args: string[], says: RegExp]>([
    ['an unknown license', ['lama-2', 'llama-3'], /did you mean llama-2\?/],
    ['a text that a license does not have', ['llama-2/appendix', 'llama-3'], /its texts are/],
    [
      'restatements of two kinds',
      ['llama-2/agreement', 'llama-2/use-policy', '--text', 'restated'],
      /two of a kind/,
    ],
    ['an unknown topic', ['llama-2', 'llama-3', '--topic', 'nope'], /no topic nope/],
    ['an unknown format', ['llama-2', 'llama-3', '-f', 'pdf'], /Allowed choices/],
    ['a date that is none', ['llama-2', 'llama-3', '--date', '2025-02-30'], /a date is written/],
    ['one license alone', ['llama-2'], /missing required argument/],
    ['an unknown option', ['llama-2', 'llama-3', '--chnged'], /Did you mean --changed\?/],
    ['a folder that is not there', ['llama-2', 'llama-3', '-o', join(folder, 'none', 'a.md')], /no folder/],
    ['a folder as output', ['llama-2', 'llama-3', '-o', join(folder, 'taken')], /is a folder/],
    ['a workbook that is not there', ['none.xlsx', 'llama-3'], /none\.xlsx is not there: check its name/],
    [
      'an output that is read, by another name',
      [join(folder, 'given.txt'), 'llama-3/agreement', '-o', join(folder, 'taken', '..', 'given.txt')],
      /given\.txt is one of the files that are read: name another/,
    ],
    ['a file that is not there', ['none.txt', 'llama-3'], /none\.txt is not there: check its name/],
    ['a folder', [folder, 'llama-3'], /is a folder/],
    ['an empty file', [join(folder, 'empty.txt'), 'llama-3'], /is empty/],
    ['a picture', [join(folder, 'picture.txt'), 'llama-3'], /is a picture: let a scanning program/],
    ['a file of 200 MB', [join(folder, 'long.txt'), 'llama-3'], /has 200 MB/],
    [
      'a PDF',
      [join(folder, 'scan.pdf'), 'llama-3'],
      /scan\.pdf is a broken PDF: open it, print it to a PDF again/,
    ],
    [
      'an output of an unknown kind',
      ['llama-2', 'llama-3', '-o', join(folder, 'a.xyz')],
      /end it in \.txt, \.md/,
    ],
    ['a broken Word file', [join(folder, 'broken.docx'), 'llama-3'], /broken\.docx is broken/],
    ['an encrypted Word file', [join(folder, 'locked.docx'), 'llama-3'], /locked\.docx is encrypted/],
    ['official words that are not here', ['llama-2', 'llama-3', '--text', 'official'], /is not here/],
    ['restatements of a file', [lantern(1), 'llama-3', '--text', 'restated'], /is a file/],
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
