import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { checkLibrary, loadLibrary } from '../../src/library/index.ts'
import { conditionRule } from '../../src/matter/index.ts'
import { Problem } from '../../src/problem.ts'
import { type Fault, writeLibrary } from './check/small-library.ts'

const made: string[] = []
afterAll(() => Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true }))))

const front = (changes: string) => `---\n${changes}\n---\nBody.\n`
const put = (path: string, content: string | Buffer) => (folder: string) => {
  rmSync(join(folder, path), { recursive: true, force: true })
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), content)
}
const link = (path: string, to: string) => (folder: string) => {
  rmSync(join(folder, path), { recursive: true, force: true })
  symlinkSync(to, join(folder, path))
}
const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghij'.replaceAll(
  /./g,
  (name) =>
    `${name}: &${name} [${Array(9)
      .fill(`*${String.fromCharCode(name.charCodeAt(0) - 1)}`)
      .join(', ')}]\n`,
)}`

/** What is done to a library in which nothing is wrong, and what the check says of it: words, in the file that has it. */
const hostile: [name: string, fault: Fault | ((folder: string) => void), file: string, said: RegExp][] = [
  ['no topics', { 'topics.yaml': null }, 'topics.yaml', /is missing/],
  [
    'no license at all',
    (folder) => rmSync(join(folder, 'licenses'), { recursive: true }),
    'licenses',
    /no license/,
  ],
  [
    'a license without its file',
    { 'licenses/alpha-1/license.yaml': null },
    'license.yaml',
    /there is no license\.yaml/,
  ],
  ['YAML that is none', { 'topics.yaml': 'groups:\n\t- id: [' }, 'topics.yaml', /./],
  ['a list where a map goes', { 'facts.yaml': '- a\n- b\n' }, 'facts.yaml', /expected record/],
  ['a number for a file', { 'topics.yaml': '7\n' }, 'topics.yaml', /the file: .*expected object/],
  ['an empty file', { 'topics.yaml': '' }, 'topics.yaml', /the file: .*expected object/],
  ['aliases that grow', { 'cues.yaml': bomb }, 'cues.yaml', /aliases/],
  ['lists in lists', { 'facts.yaml': `a: ${'['.repeat(20_000)}` }, 'facts.yaml', /nested deeper/],
  ['two documents', { 'facts.yaml': 'a: {}\n---\nb: {}\n' }, 'facts.yaml', /multiple documents/],
  ['a key twice', { 'facts.yaml': 'threshold: {}\nthreshold: {}\n' }, 'facts.yaml', /unique/],
  ['a tag of code', { 'facts.yaml': 'threshold: !!js/function "x"\n' }, 'facts.yaml', /./],
  ['an alias of nothing', { 'facts.yaml': 'threshold: *none\n' }, 'facts.yaml', /alias/],
  [
    'a key of every object',
    { 'facts.yaml': '__proto__: { users: { is: number, means: x } }\nconstructor: 3\n' },
    'facts.yaml',
    /./,
  ],
  [
    'bytes that are no text',
    put('facts.yaml', Buffer.from([0, 1, 2, 255, 254, 0, 10])),
    'facts.yaml',
    /UTF-8/,
  ],
  ['UTF-16', put('topics.yaml', Buffer.from('\ufeffgroups: []\n', 'utf16le')), 'topics.yaml', /UTF-8/],
  ['a huge file', put('facts.yaml', Buffer.alloc(60_000_000, 'a: {}\n')), 'facts.yaml', /larger than/],
  ['a value without end', { 'models.yaml': `models: ${'x'.repeat(300_000)}\n` }, 'models.yaml', /models: /],
  ['a link', link('facts.yaml', 'topics.yaml'), 'facts.yaml', /link/],
  ['a link to nothing', link('cues.yaml', 'nowhere.yaml'), 'cues.yaml', /link/],
  ['a link in a circle', link('risks', '.'), 'risks', /link/],
  [
    'a folder for a file',
    (folder) => put('facts.yaml/x.yaml', 'a: {}')(join(rmFile(folder, 'facts.yaml'))),
    'facts.yaml',
    /./,
  ],
  [
    'a pipe',
    (folder) => execFileSync('mkfifo', [join(rmFile(folder, 'facts.yaml'), 'facts.yaml')]),
    'facts.yaml',
    /no plain file/,
  ],
  [
    'front matter without its end',
    { 'risks/large.md': '---\nid: large\n' },
    'large.md',
    /between two lines of ---/,
  ],
  ['front matter that is a list', { 'risks/large.md': front('- a') }, 'large.md', /the file: /],
  [
    'a license that extends itself',
    { 'licenses/alpha-2/license.yaml': ['extends: alpha-1', 'extends: alpha-2'] },
    'license.yaml',
    /extends/,
  ],
  [
    'a date that is none',
    { 'licenses/alpha-1/license.yaml': ['released: 2024-03-01', 'released: 2024-13-41'] },
    'license.yaml',
    /released/,
  ],
  [
    'a condition that is code',
    { 'risks/large.md': ['when: {}', 'when: { $where: "process.exit(1)" }'] },
    'large.md',
    /\$where/,
  ],
  ['a condition that is a list', { 'risks/large.md': ['when: {}', 'when: [1, 2]'] }, 'large.md', /when/],
  [
    'an expression without its end',
    { 'risks/large.md': ['when: {}', 'when: { matter.purpose: { $regex: "(" } }'] },
    'large.md',
    /\$regex/,
  ],
  ['an id that is a path', { 'risks/large.md': ['id: large', 'id: ../../large'] }, 'large.md', /id/],
  ['a topic twice', { 'topics.yaml': [/id: grant,/, 'id: identity,'] }, 'topics.yaml', /twice/],
]

function rmFile(folder: string, path: string): string {
  rmSync(join(folder, path), { recursive: true, force: true })
  return folder
}

test.each(hostile)('%s: one clear line each, and never a stack', async (_, fault, file, said) => {
  const folder = await writeLibrary(typeof fault === 'function' ? {} : fault)
  made.push(folder)
  if (typeof fault === 'function') fault(folder)
  const { problems } = await checkLibrary(folder, new Map(), [conditionRule])
  const lines = problems.map((problem) => `${problem.place.file ?? ''}: ${problem.message}`)
  expect(
    lines.filter((line) => line.includes(file) && said.test(line)).length,
    lines.join('\n'),
  ).toBeGreaterThan(0)
  for (const line of lines) {
    expect(line).not.toMatch(/\n|\bat \S+ \(|Error:|undefined|\[object /)
    expect(line.length).toBeLessThan(600)
  }
  // Whatever loads it is told the same way.
  const loaded = await loadLibrary(folder).catch((error: unknown) => error)
  expect(loaded instanceof Error ? loaded instanceof Problem : true, String(loaded)).toBe(true)
})

test.each([
  ['no folder', (folder: string) => join(folder, 'none')],
  ['an empty folder', (folder: string) => folder],
  ['a file', () => join(import.meta.dirname, 'hostile.test.ts')],
  ['the whole disk', () => '/'],
])('%s is no library', async (_, of) => {
  const folder = await mkdtemp(join(tmpdir(), 'clausebook-none-'))
  made.push(folder)
  const none = of(folder)
  // One after the other: a promise that fails before anybody waits for it is an error of its own.
  for (const read of [() => checkLibrary(none, new Map()), () => loadLibrary(none)])
    await expect(read()).rejects.toMatchObject({
      rule: 'library-folder',
      message: expect.stringMatching(/^there is no clause library in this folder/),
    })
})
