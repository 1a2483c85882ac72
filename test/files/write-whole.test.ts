import { execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { writeOutput } from '../../src/cli/output.ts'
import { writeWhole } from '../../src/files/index.ts'
import { packageRoot } from '../../src/home.ts'
import { clausebook, program } from '../cli/run.ts'

const root = mkdtempSync(join(tmpdir(), 'clausebook-files-'))
afterAll(() => rmSync(root, { recursive: true }))
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(root, 'f-'))
})
const at = (name: string) => join(folder, name)

/** Whatever happens, no part stays. */
function onlyThese(...names: string[]): void {
  expect(readdirSync(folder).sort()).toEqual(names.sort())
}

describe('a file that is written whole', () => {
  test('replaces what was there and keeps its permissions', async () => {
    writeFileSync(at('redline.docx'), 'a much longer text that was here before')
    chmodSync(at('redline.docx'), 0o600)
    await writeWhole(at('redline.docx'), 'new')
    expect(readFileSync(at('redline.docx'), 'utf8')).toBe('new')
    expect(statSync(at('redline.docx')).mode & 0o777).toBe(0o600)
    onlyThese('redline.docx')
  })

  test('is made with the permissions of any new file, or those asked for', async () => {
    await writeWhole(at('plain'), 'x')
    writeFileSync(at('by-node'), 'x')
    await writeWhole(at('private'), 'x', { mode: 0o600 })
    expect(statSync(at('plain')).mode).toBe(statSync(at('by-node')).mode)
    expect(statSync(at('private')).mode & 0o777).toBe(0o600)
  })

  test('is written where a link leads, and the link stays', async () => {
    mkdirSync(at('elsewhere'))
    writeFileSync(at('elsewhere/real.md'), 'old')
    symlinkSync('elsewhere/real.md', at('link.md'))
    symlinkSync('elsewhere/new.md', at('dangling.md'))
    await writeWhole(at('link.md'), 'through the link')
    await writeWhole(at('dangling.md'), 'made behind the link')
    expect(readlinkSync(at('link.md'))).toBe('elsewhere/real.md')
    expect(readFileSync(at('elsewhere/real.md'), 'utf8')).toBe('through the link')
    expect(readFileSync(at('elsewhere/new.md'), 'utf8')).toBe('made behind the link')
    expect(readdirSync(at('elsewhere')).sort()).toEqual(['new.md', 'real.md'])
  })

  test('leaves another name of the old file its words', async () => {
    writeFileSync(at('a'), 'old')
    linkSync(at('a'), at('b'))
    await writeWhole(at('a'), 'new')
    expect([readFileSync(at('a'), 'utf8'), readFileSync(at('b'), 'utf8')]).toEqual(['new', 'old'])
  })

  test.each([
    ['a folder', (path: string) => mkdirSync(path), /is a folder/],
    ['a link to itself', (path: string) => symlinkSync(path, path), /a link that leads to itself/],
  ])('refuses %s', async (_name, make, reason) => {
    make(at('there'))
    await expect(writeWhole(at('there'), 'x')).rejects.toThrow(reason)
    onlyThese('there')
  })

  test('says that there is no folder, in one line and with status 2', () => {
    const { status, stderr } = clausebook(['library', 'list', '--output', at('none/x.md')])
    expect(status).toBe(2)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })
})

describe.runIf(process.platform === 'linux')('what is no file', () => {
  test('a pipe takes the words as they come, and stays one', async () => {
    execFileSync('mkfifo', [at('pipe')])
    const reader = spawn('cat', [at('pipe')])
    const read = new Promise<string>((done) => reader.stdout.once('data', (data) => done(String(data))))
    await writeWhole(at('pipe'), 'through the pipe')
    expect(await read).toBe('through the pipe')
    expect(lstatSync(at('pipe')).isFIFO()).toBe(true)
    onlyThese('pipe')
  })

  test('a reader that goes early is told of', async () => {
    execFileSync('mkfifo', [at('pipe')])
    spawn('head', ['-c', '1', at('pipe')])
    await expect(writeWhole(at('pipe'), 'x'.repeat(4_000_000))).rejects.toThrow(/whoever read it has gone/)
  })

  test('a socket takes them, and stays one', async () => {
    let got = ''
    const server = createServer((socket) => socket.on('data', (data) => (got += data)))
    await new Promise<void>((done) => server.listen(at('socket'), done))
    await writeWhole(at('socket'), 'through the socket')
    expect(lstatSync(at('socket')).isSocket()).toBe(true)
    await new Promise((done) => server.close(done))
    expect(got).toBe('through the socket')
  })

  // A node of our own: no test ever names a real device.
  test.runIf(process.getuid?.() === 0)('a device takes them, and stays one', async () => {
    execFileSync('mknod', [at('null'), 'c', '1', '3'])
    await writeWhole(at('null'), 'into nothing')
    expect(lstatSync(at('null')).isCharacterDevice()).toBe(true)
    execFileSync('mknod', [at('full'), 'c', '1', '7'])
    await expect(writeWhole(at('full'), 'x')).rejects.toThrow(/the disk is full/)
    onlyThese('full', 'null')
  })

  test.runIf(process.getuid?.() === 0)('a full standard output is the person’s to mend', () => {
    execFileSync('mknod', [at('full'), 'c', '1', '7'])
    const run = 'node "$0" library list > "$1"; echo "$?"'
    const said = execFileSync('sh', ['-c', `(${run}) 2>&1`, program, at('full')], { encoding: 'utf8' })
    expect(said).toBe('clausebook: standard output cannot be written: the disk is full\n2\n')
  })

  test('a disk without room leaves what was there, and nothing else', () => {
    writeFileSync(at('out.md'), 'before')
    // No file of this process may be larger than a kilobyte.
    const run = 'trap "" XFSZ; ulimit -f 1; node "$0" library list --output "$1"; echo "$?"'
    const said = execFileSync('bash', ['-c', `(${run}) 2>&1`, program, at('out.md')], { encoding: 'utf8' })
    expect(said).toMatch(/^clausebook: \S+out\.md cannot be written: .+\n2\n$/)
    expect(readFileSync(at('out.md'), 'utf8')).toBe('before')
    onlyThese('out.md')
  })

  test('says why nobody makes a file there', async () => {
    await expect(writeOutput('/proc/none.txt', 'x')).rejects.toThrow(/cannot be written/)
  })
})

describe('an end in the middle', () => {
  const script = join(root, 'interrupted.mjs')
  beforeAll(async () => {
    await build({
      stdin: {
        contents: `
          import { openPart } from './src/files/index.ts'
          const part = await openPart(process.argv[2], 0o666)
          await part.write('half')
          process.stdout.write('writing')
          if (process.argv[3] === 'exit') process.exit(3)
          setInterval(() => {}, 1000)`,
        resolveDir: packageRoot(),
      },
      bundle: true,
      platform: 'node',
      format: 'esm',
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
      },
      outfile: script,
    })
  })

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('by %s leaves nothing', async (signal) => {
    const child = spawn(process.execPath, [script, folder])
    await new Promise((done) => child.stdout.once('data', done))
    const ended = new Promise((done) => child.once('exit', (_code, by) => done(by)))
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/^\.clausebook-[0-9a-f-]{36}\.part$/)])
    child.kill(signal)
    expect(await ended).toBe(signal)
    onlyThese()
  })

  test('by the program itself leaves nothing', async () => {
    const child = spawn(process.execPath, [script, folder, 'exit'])
    expect(await new Promise((done) => child.once('exit', done))).toBe(3)
    onlyThese()
  })
})
