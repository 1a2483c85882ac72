import { type ChildProcess, spawn } from 'node:child_process'
import { readdir, readFile, symlink, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packageRoot } from '../../src/home.ts'
import { unreadable } from '../../src/texts/source-file.ts'
import { folderWith } from './licenses.ts'
import { repositoryWith } from './repository.ts'

const program = join(packageRoot(), 'dist', 'clausebook.js')
const official = process.env.CLAUSEBOOK_TEXTS && resolve(process.env.CLAUSEBOOK_TEXTS)
if (!official) console.info('CLAUSEBOOK_TEXTS is not set: the commands on the official texts do not run')

interface Run {
  status: number | null
  out: string
  err: string
}

async function texts(folder: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<Run> {
  const child: ChildProcess = spawn(process.execPath, [program, 'texts', ...args], {
    cwd: tmpdir(),
    env: { ...process.env, CLAUSEBOOK_OFFLINE: '', CLAUSEBOOK_TEXTS: folder, ...env },
  })
  const run: Run = { status: null, out: '', err: '' }
  child.stdout?.on('data', (data) => {
    run.out += data
  })
  child.stderr?.on('data', (data) => {
    run.err += data
  })
  run.status = await new Promise((done) => child.on('close', done))
  return run
}

function expectOneLine({ status, err }: Run, says: RegExp): void {
  expect(err).toMatch(/^clausebook: [^\n]+\n$/)
  expect(err).toMatch(says)
  expect(status).toBe(2)
}

describe('clausebook texts status', () => {
  test('lists every pinned text, and how to get those that are not here', async () => {
    const { status, out } = await texts(await folderWith(), ['status'])
    expect(status).toBe(0)
    expect(out).toMatch(/^TEXT +PINNED +PRESENT +VERIFIED\nllama-1 +3cc76aab03fe +no +-\n/)
    expect(out).toMatch(
      /\n0 of 13 pinned texts are in \S+\. Get the others: clausebook texts fetch, or texts import DIR\.\n$/,
    )
  })

  test('is JSON where asked', async () => {
    const { out } = await texts(await folderWith({ 'llama-2/license.txt': 'Not it.' }), ['status', '--json'])
    const rows = JSON.parse(out).texts
    expect(rows).toHaveLength(13)
    expect(rows[1]).toMatchObject({ id: 'llama-2', present: true, matches: 'neither', pin: { bytes: 6917 } })
  })
})

describe('clausebook texts import with bad input says what is wrong in one line', () => {
  test.each([
    ['an empty file', { 'a.txt': '' }, 'a.txt', /a\.txt is empty$/m],
    ['a blank file', { 'a.txt': ' \n\n' }, 'a.txt', /a\.txt is empty$/m],
    [
      'a binary file',
      { 'a.txt': Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 8, 0]) },
      'a.txt',
      /is broken: open it in Word/,
    ],
    ['a missing file', {}, 'a.txt', /a\.txt is not there/],
    ['an empty folder', {}, '.', /has no text in it/],
    ['a folder without any license', { 'a.txt': 'A poem.' }, '.', /has no text of the library in it/],
    ['another text', { 'a.txt': 'A poem.' }, 'a.txt', /is like no text of the library/],
  ])('for %s', async (_, files, name, says) => {
    const store = await folderWith()
    expectOneLine(
      await texts(store, ['import', join(await folderWith(files as Record<string, string>), name)]),
      says,
    )
    expect(await readdir(store)).toEqual([])
  })

  test('for a file of 200 MB', async () => {
    const file = join(await folderWith({ 'big.txt': 'x' }), 'big.txt')
    await truncate(file, 200 * 1024 * 1024)
    expectOneLine(
      await texts(await folderWith(), ['import', file]),
      /has 200 MB, and no agreement has more than 20 MB/,
    )
  })

  test('for a link that leads to itself', async () => {
    const file = join(await folderWith(), 'a.txt')
    await symlink(file, file)
    expectOneLine(await texts(await folderWith(), ['import', file]), /a\.txt cannot be read: ELOOP/)
  })

  test('for a file that may not be read', () => {
    // Nothing is unreadable to root, whom the tests may run as: so the words alone.
    const problem = unreadable('a.txt', Object.assign(new Error('EACCES'), { code: 'EACCES' }))
    expect(String(problem)).toBe('a.txt may not be read: ask for permission to read it')
  })

  test('for what the system cannot read', async () => {
    expectOneLine(await texts(await folderWith(), ['import', '/dev/null']), /is not a file/)
  })

  test('for a path that is not given', async () => {
    expectOneLine(await texts(await folderWith(), ['import']), /missing required argument/)
  })
})

describe('clausebook texts offline', () => {
  test.each([['fetch'], ['check']])('%s asks nobody', async (command) => {
    const { base, asked } = await repositoryWith()
    const folder = await folderWith()
    expectOneLine(
      await texts(folder, [command, '--offline'], { CLAUSEBOOK_TEXTS_URL: base }),
      /asks the network/,
    )
    const env = { CLAUSEBOOK_TEXTS_URL: base, CLAUSEBOOK_OFFLINE: '1' }
    expectOneLine(await texts(folder, [command], env), /texts import DIR works without/)
    expect(asked).toEqual([])
  })
})

describe('clausebook texts fetch', () => {
  test('names each text that failed, and ends with status 1', async () => {
    const { base } = await repositoryWith({ '*': (_, response) => response.end('Something else.') })
    const run = await texts(await folderWith(), ['fetch', 'llama-2'], { CLAUSEBOOK_TEXTS_URL: base })
    expect(run.status).toBe(1)
    expect(run.out).toMatch(/^0 fetched, 0 here already, 1 not: /)
    expect(run.err).toMatch(
      /^clausebook: llama-2: llama-2 was refused: [^\n]+ the pin has 6917 with e30d9339da53…\n$/,
    )
  })

  test('refuses an address that is none', async () => {
    const run = await texts(await folderWith(), ['fetch'], { CLAUSEBOOK_TEXTS_URL: 'mirror' })
    expectOneLine(run, /CLAUSEBOOK_TEXTS_URL is mirror: it must be an address/)
  })

  test('refuses an id that is none', async () => {
    expectOneLine(await texts(await folderWith(), ['fetch', 'lama-2']), /did you mean llama-2\?/)
  })
})

describe.runIf(official)('clausebook texts on the official texts', () => {
  test('imports the folder, and all are verified', async () => {
    const store = await folderWith()
    const run = await texts(store, ['import', official!])
    expect([run.status, run.err]).toEqual([0, ''])
    expect(run.out.match(/^imported /gm)).toHaveLength(13)
    expect((await texts(store, ['status'])).out).toContain('\n13 of 13 pinned texts are in ')
  })

  test('two processes fetch at once from a mirror, and every file is whole', async () => {
    const { base } = await repositoryWith({
      '*': async (request, response) => {
        const [, model, file] = /\/(llama[\d_]+)\/(\w+)(?:\.md)?$/.exec(request.url ?? '') ?? []
        if (!model) return response.writeHead(404).end()
        const name = file === 'LICENSE' ? 'license.txt' : 'use-policy.md'
        const id = model.replace('llama', 'llama-').replace('_', '.')
        response.end(await readFile(join(official!, id, name)))
      },
    })
    const store = await folderWith()
    const env = { CLAUSEBOOK_TEXTS_URL: base }
    const runs = await Promise.all([1, 2].map(() => texts(store, ['fetch'], env)))
    for (const { err } of runs) expect(err).toMatch(/^clausebook: llama-1: http\S+ answers 404 Not Found\n$/)
    const rows = JSON.parse((await texts(store, ['status', '--json'])).out).texts
    expect(rows.filter(({ matches }: { matches?: string }) => matches === 'bytes')).toHaveLength(12)
    const parts = (await readdir(store, { recursive: true })).filter((name) => name.endsWith('.part'))
    expect(parts).toEqual([])
  })

  test('refuses a changed text, and keeps it where it is accepted', async () => {
    const source = await readFile(join(official!, 'llama-3.1/license.txt'), 'utf8')
    const from = await folderWith({ 'from-vendor.txt': source.replace('California', 'Nevada') })
    const store = await folderWith()
    await texts(store, ['import', official!])
    const refused = await texts(store, ['import', join(from, 'from-vendor.txt')])
    expectOneLine(
      refused,
      /closest to the Llama 3\.1 agreement, 1 word differs: refused without --accept-changed/,
    )
    const kept = await texts(store, ['import', from, '--accept-changed'])
    expect(kept.out).toContain(
      'closest to the Llama 3.1 agreement, 1 word differs: kept as llama-3.1@local-1',
    )
    expect((await texts(store, ['status'])).out).toMatch(/llama-3\.1@local-1 +- +yes +accepted change/)
  })
})
