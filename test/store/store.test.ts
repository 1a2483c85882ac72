import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs, {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as later } from 'node:timers/promises'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { Conflict, type Matters, openFileStore } from '../../src/store/index.ts'
import { bundled } from './bundle.ts'

const root = mkdtempSync(join(tmpdir(), 'clausebook-store-'))
afterAll(() => rmSync(root, { recursive: true }))

let folder: string
let matters: Matters
beforeEach(async () => {
  folder = mkdtempSync(join(root, 'm-'))
  ;({ matters } = await openFileStore(folder, { now: () => new Date('2025-01-31T10:00:00Z') }))
})
const yaml = (title: string, more = '') => `matter: ${title}\n${more}`

describe('a matter that is saved', () => {
  test('is for nobody else on the machine to read', async () => {
    writeFileSync(join(folder, 'old.yaml'), yaml('Old'), { mode: 0o644 })
    const { base } = await matters.open('old')
    await matters.save({ yaml: yaml('Old', 'a: 1\n'), name: 'old', base, by: 'd' })
    const open = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => {
      const { mode } = statSync(join(entry.parentPath, entry.name))
      return (mode & 0o777) !== (entry.isDirectory() ? 0o700 : 0o600)
    })
    expect(open.map(({ name }) => name)).toEqual([])
  })
})

describe('a file of the folder', () => {
  test('that was put there or edited by hand becomes a version of its own', async () => {
    writeFileSync(join(folder, 'acme.yaml'), yaml('Acme', 'a: 1\n'))
    const found = await matters.open('acme')
    const saved = await matters.save({
      yaml: yaml('Acme', 'a: 2\n'),
      name: 'acme',
      base: found.base,
      by: 'd',
    })
    writeFileSync(join(folder, 'acme.yaml'), yaml('Acme', 'a: 3\n'))
    await expect(
      matters.save({ yaml: yaml('Acme', 'a: 4\n'), name: 'acme', base: saved.base, by: 'd' }),
    ).rejects.toBeInstanceOf(Conflict)
    const { base } = await matters.open('acme')
    await matters.save({ yaml: yaml('Acme', 'a: 4\n'), name: 'acme', base, by: 'd' })
    expect((await matters.versions('acme')).map(({ did }) => did)).toEqual([
      'saved',
      'by hand',
      'saved',
      'by hand',
    ])
  })

  test('that was opened with all others is opened as it is now, whoever changed it since', async () => {
    const others = (await openFileStore(folder)).matters
    const words = async () => (await matters.openAll(['ash', 'birch'])).map((one) => one.yaml)
    writeFileSync(join(folder, 'ash.yaml'), yaml('Ash', 'a: 1\n'))
    await matters.save({ yaml: yaml('Birch'), by: 'd' })
    await later(250)
    expect(await words()).toEqual([yaml('Ash', 'a: 1\n'), yaml('Birch')])
    expect(await words()).toEqual([yaml('Ash', 'a: 1\n'), yaml('Birch')])
    // As long as it was, and a moment later.
    writeFileSync(join(folder, 'ash.yaml'), yaml('Ash', 'a: 2\n'))
    const { base } = await others.open('birch')
    const saved = await others.save({ yaml: yaml('Fir'), name: 'birch', base, by: 'd' })
    expect(await words()).toEqual([yaml('Ash', 'a: 2\n'), yaml('Fir')])
    await others.remove('birch', saved.base, 'd')
    writeFileSync(join(folder, 'ash.yaml'), yaml('Ash', 'a: 3\n'))
    expect(await words()).toEqual([yaml('Ash', 'a: 3\n')])
  })

  test('that a process did not come to copy anew is not taken for an edit', async () => {
    const first = await matters.save({ yaml: yaml('A', 'v: 1\n'), by: 'd' })
    await matters.save({ yaml: yaml('A', 'v: 2\n'), name: 'a', base: first.base, by: 'd' })
    writeFileSync(join(folder, 'a.yaml'), yaml('A', 'v: 1\n'))
    expect(await matters.open('a')).toMatchObject({ version: 2, yaml: yaml('A', 'v: 2\n') })
  })

  test('and versions of the program before are read', async () => {
    mkdirSync(join(folder, '.versions/acme'))
    writeFileSync(join(folder, '.versions/acme/0001.yaml'), yaml('Acme', 'a: 1\n'))
    writeFileSync(join(folder, '.versions/acme/0002.yaml'), yaml('Acme', 'a: 2\n'))
    writeFileSync(join(folder, 'acme.yaml'), yaml('Acme', 'a: 2\n'))
    const { base, version } = await matters.open('acme')
    expect(version).toBe(2)
    const saved = await matters.save({ yaml: yaml('Acme', 'a: 3\n'), name: 'acme', base, by: 'd' })
    expect(saved.version).toBe(3)
    expect((await matters.open('acme', 1)).yaml).toBe(yaml('Acme', 'a: 1\n'))
  })
})

test('a list of ten thousand is paged, and reads no file whole', async () => {
  const words = 'x'.repeat(1_800_000)
  for (let at = 0; at < 10_000; at += 1) {
    writeFileSync(join(folder, `m-${String(at).padStart(5, '0')}.yaml`), `matter: Matter ${at}\n`)
  }
  for (let at = 0; at < 50; at += 1)
    writeFileSync(join(folder, `a-${at}.yaml`), `matter: Large ${at}\nx: ${words}\n`)
  const before = process.memoryUsage().rss
  const first = await matters.list()
  expect(first).toMatchObject({ total: 10_050, pages: 201, page: 1 })
  expect(first.matters).toHaveLength(50)
  expect(first.matters[0]).toMatchObject({ name: 'a-0', title: 'Large 0', versions: 1 })
  expect(process.memoryUsage().rss - before).toBeLessThan(60_000_000)
  const last = await matters.list({ page: 900 })
  expect(last.matters.at(-1)).toMatchObject({ name: 'm-09999' })
  expect(await matters.list({ find: '0042' })).toMatchObject({ total: 11 })
})

/** Saves of a megabyte each, and among them the kills: where they fall, the seed says. */
const wanted = process.env.CLAUSEBOOK_LONG ? { saves: 200, kills: 20 } : { saves: 3, kills: 3 }
const seed = Number(process.env.CLAUSEBOOK_SEED ?? 1)

test(`what was announced is whole after kills in the middle of ${wanted.saves} saves`, async () => {
  const script = await bundled('killed', root)
  await matters.save({ yaml: yaml('Large'), by: 'd' })
  let newest = 1
  for (let kill = 0; kill < wanted.kills || newest < wanted.saves; kill += 1) {
    const child = spawn(process.execPath, [script, folder, 'large'], { stdio: ['ignore', 'pipe', 'inherit'] })
    let announced = 0
    child.stdout!.on('data', (data) => {
      announced = Number(String(data).trim().split('\n').at(-1))
    })
    await once(child.stdout!, 'data')
    await new Promise((done) => setTimeout(done, 40 + ((kill * 37 + seed * 61) % 500)))
    child.kill('SIGKILL')
    await once(child, 'close')
    const after = (await openFileStore(folder)).matters
    const versions = await after.versions('large')
    expect(versions[0]!.version).toBeGreaterThanOrEqual(announced)
    // Those before were looked at after the kill before.
    for (const { version } of versions.filter((one) => one.version > newest)) {
      const words = (await after.open('large', version)).yaml
      expect(words.length).toBeGreaterThan(1_000_000)
      expect(words.endsWith(`end: ${version}\n`)).toBe(true)
    }
    newest = versions[0]!.version
    // The next save goes on behind it.
    const { base, yaml: now } = await after.open('large')
    await after.save({
      yaml: now.replace(/end: .*/, `end: ${newest + 1}`),
      name: 'large',
      base,
      by: 'n',
    })
  }
}, 600_000)

test('what is announced is on the disk: its words, and the name under which they are found', async () => {
  const first = await matters.save({ yaml: yaml('A', 'v: 1\n'), by: 'd' })
  const handle = await open(join(folder, 'a.yaml'))
  const files = Object.getPrototypeOf(handle) as FileHandle
  await handle.close()
  const synced: { path: string; words: string | undefined; entries: string[] }[] = []
  const note = (descriptor: number) => {
    const path = readlinkSync(`/proc/self/fd/${descriptor}`)
    const isFolder = statSync(path).isDirectory()
    synced.push({
      path,
      words: isFolder ? undefined : readFileSync(path, 'utf8'),
      entries: isFolder ? readdirSync(path) : [],
    })
  }
  const folders = vi.spyOn(files, 'sync').mockImplementation(function (this: FileHandle) {
    note(this.fd)
    return this.datasync()
  })
  const parts = vi.spyOn(fs, 'fsync').mockImplementation((descriptor, done) => {
    note(descriptor)
    fs.fdatasync(descriptor, done)
  })
  try {
    await matters.save({ yaml: yaml('A', 'v: 2\n'), name: 'a', base: first.base, by: 'd' })
  } finally {
    folders.mockRestore()
    parts.mockRestore()
  }
  const words = synced.findIndex((one) => one.words === yaml('A', 'v: 2\n'))
  const name = synced.findIndex(({ path, entries }) => path.endsWith('/a') && entries.includes('0002'))
  expect(words).toBeGreaterThanOrEqual(0)
  expect(name).toBeGreaterThan(words)
})
