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
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { Conflict, type Matters, NameTaken, NoSuchMatter, openFileStore } from '../../src/store/index.ts'
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
const audit = () =>
  readFileSync(join(folder, '.audit.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('a matter that is saved', () => {
  test('gets a name by its title, and each version says who saved it and when', async () => {
    const first = await matters.save({ yaml: yaml('ACME / Search'), by: 'dana' })
    expect(first).toMatchObject({ name: 'acme-search', version: 1 })
    await matters.save({
      yaml: yaml('ACME / Search', 'a: 1\n'),
      name: first.name,
      base: first.base,
      by: 'lee',
    })
    expect(await matters.versions('acme-search')).toMatchObject([
      { version: 2, by: 'lee', at: '2025-01-31T10:00:00.000Z', did: 'saved' },
      { version: 1, by: 'dana' },
    ])
    expect(readFileSync(join(folder, 'acme-search.yaml'), 'utf8')).toContain('a: 1')
    expect((await matters.open('acme-search', 1)).yaml).toBe(yaml('ACME / Search'))
  })

  test('is refused where it is based on an older version, also one with the same words', async () => {
    const first = await matters.save({ yaml: yaml('A', 'v: 1\n'), by: 'd' })
    const second = await matters.save({ yaml: yaml('A', 'v: 2\n'), name: 'a', base: first.base, by: 'd' })
    await matters.save({ yaml: yaml('A', 'v: 1\n'), name: 'a', base: second.base, by: 'd' })
    const late = matters.save({ yaml: yaml('A', 'v: 9\n'), name: 'a', base: first.base, by: 'x' })
    await expect(late).rejects.toBeInstanceOf(Conflict)
    await expect(late).rejects.toMatchObject({ theirs: { version: 3, yaml: yaml('A', 'v: 1\n') } })
  })

  test('twice by a double click is saved once', async () => {
    const once = '5f0c2f4e-0000-4000-8000-000000000000'
    const both = await Promise.all([1, 2].map(() => matters.save({ yaml: yaml('B'), by: 'd', once })))
    expect(both.map(({ name }) => name)).toEqual(['b', 'b'])
    // Also when another server takes the second click.
    const other = (await openFileStore(folder)).matters
    expect((await other.save({ yaml: yaml('B'), by: 'd', once })).name).toBe('b')
    const again = { yaml: yaml('B', 'c: 1\n'), name: 'b', base: both[0]!.base, by: 'd' }
    const saved = await Promise.all([matters.save(again), matters.save(again), other.save(again)])
    expect(saved.map(({ version }) => version)).toEqual([2, 2, 2])
  })

  test('takes a name that is free, one each, however many are saved at once', async () => {
    const other = (await openFileStore(folder)).matters
    writeFileSync(join(folder, 'same-2.yaml'), 'matter: By hand\n')
    const saved = await Promise.all(
      Array.from({ length: 12 }, (_, at) =>
        (at % 2 ? matters : other).save({ yaml: yaml('Same', `n: ${at}\n`), by: 'd' }),
      ),
    )
    expect(new Set(saved.map(({ name }) => name)).size).toBe(12)
    expect(readFileSync(join(folder, 'same-2.yaml'), 'utf8')).toBe('matter: By hand\n')
  })

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

describe('what else can be done', () => {
  test('an old version is restored as the newest', async () => {
    const first = await matters.save({ yaml: yaml('A', 'v: 1\n'), by: 'd' })
    const second = await matters.save({ yaml: yaml('A', 'v: 2\n'), name: 'a', base: first.base, by: 'd' })
    await expect(matters.restore('a', 1, first.base, 'd')).rejects.toBeInstanceOf(Conflict)
    await matters.restore('a', 1, second.base, 'lee')
    expect(await matters.versions('a')).toMatchObject([{ version: 3, did: 'restored 1', by: 'lee' }, {}, {}])
    expect((await matters.open('a')).yaml).toBe(yaml('A', 'v: 1\n'))
  })

  test('a name is changed, and never to one that is taken', async () => {
    const { base } = await matters.save({ yaml: yaml('A'), by: 'd' })
    await matters.save({ yaml: yaml('B'), by: 'd' })
    await expect(matters.rename('a', 'b', base, 'd')).rejects.toBeInstanceOf(NameTaken)
    await expect(matters.rename('a', '../c', base, 'd')).rejects.toBeInstanceOf(NameTaken)
    await matters.rename('a', 'c', base, 'd')
    await expect(matters.open('a')).rejects.toBeInstanceOf(NoSuchMatter)
    expect((await matters.versions('c')).map(({ did }) => did)).toEqual(['renamed a', 'saved'])
    expect(readdirSync(folder).sort()).toEqual(['.audit.jsonl', '.versions', 'b.yaml', 'c.yaml'])
  })

  test('a matter that is deleted leaves its name, digest and who, and no word', async () => {
    const { base } = await matters.save({ yaml: yaml('Secret', 'x: hushhush\n'), by: 'dana' })
    await expect(matters.remove('secret', '0.0', 'x')).rejects.toBeInstanceOf(Conflict)
    await matters.remove('secret', base, 'lee')
    await expect(matters.open('secret')).rejects.toBeInstanceOf(NoSuchMatter)
    await expect(
      matters.save({ yaml: yaml('Secret'), name: 'secret', base, by: 'd' }),
    ).rejects.toBeInstanceOf(NoSuchMatter)
    expect(readdirSync(join(folder, '.versions'))).toEqual([])
    const [saved, gone] = audit()
    expect(gone).toEqual({ ...saved, did: 'deleted', by: 'lee', version: 2 })
    expect(readFileSync(join(folder, '.audit.jsonl'), 'utf8')).not.toContain('hushhush')
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

/** Rounds of each of eight writers; the thousand of the design are for `npm run test:long`. */
const rounds = process.env.CLAUSEBOOK_LONG ? 125 : 15

test(`eight writers in processes of their own lose no save in ${rounds * 8} rounds`, async () => {
  const script = await bundled('writer', root)
  await matters.save({ yaml: yaml('Shared', 'count: 0\n'), by: 'd' })
  const writers = Array.from({ length: 8 }, (_, at) =>
    spawn(process.execPath, [script, folder, 'shared', String(rounds), `w${at}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  )
  const told = await Promise.all(
    writers.map(async (child) => {
      let out = ''
      child.stdout!.on('data', (data) => (out += data))
      expect((await once(child, 'close'))[0]).toBe(0)
      return out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { saved: number })
    }),
  )
  const saved = told
    .flat()
    .map((one) => one.saved)
    .filter((version) => version > 0)
  expect(told.flat()).toHaveLength(rounds * 8)
  // Every save that was announced is a version of its own, and builds on the one before.
  expect(saved.sort((a, b) => a - b)).toEqual(Array.from({ length: saved.length }, (_, at) => at + 2))
  const newest = await matters.open('shared')
  expect(newest.yaml).toContain(`count: ${saved.length}\n`)
  expect(readFileSync(join(folder, 'shared.yaml'), 'utf8')).toBe(newest.yaml)
}, 600_000)

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
