import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { holdFolder } from '../../src/files/index.ts'
import { packageRoot } from '../../src/home.ts'

const root = mkdtempSync(join(tmpdir(), 'clausebook-hold-'))
const script = join(root, 'holder.mjs')
const folder = mkdtempSync(join(root, 'out-'))
afterAll(() => rmSync(root, { recursive: true }))

beforeAll(async () => {
  await build({
    stdin: {
      contents: `
        import { holdFolder } from './src/files/index.ts'
        await holdFolder(process.argv[2])
        process.stdout.write('held')
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

async function holder() {
  const child = spawn(process.execPath, [script, folder])
  await new Promise((done) => child.stdout.once('data', done))
  return child
}

describe('a folder that another process fills', () => {
  test('is refused with who holds it while that one lives, and is free as soon as it has ended', async () => {
    const child = await holder()
    await expect(holdFolder(folder)).rejects.toThrow(
      new RegExp(`is being filled by process ${child.pid} on ${hostname()} since \\S+: run this again when`),
    )
    const ended = new Promise((done) => child.once('exit', done))
    child.kill('SIGTERM')
    await ended
    const held = await holdFolder(folder)
    await held.release()
    expect(readdirSync(folder)).toEqual([])
  })

  test('is not taken from a holder that is too busy to say that it lives', async () => {
    const child = await holder()
    child.kill('SIGSTOP')
    try {
      // Longer than it takes to take a folder over from a process that is gone.
      await new Promise((done) => setTimeout(done, 4000))
      await expect(holdFolder(folder)).rejects.toThrow(`is being filled by process ${child.pid}`)
    } finally {
      child.kill('SIGCONT')
      const ended = new Promise((done) => child.once('exit', done))
      child.kill('SIGTERM')
      await ended
    }
    await (await holdFolder(folder)).release()
  })

  test('is free a few seconds after its holder was killed', async () => {
    const child = await holder()
    const ended = new Promise((done) => child.once('exit', done))
    child.kill('SIGKILL')
    await ended
    const held = await holdFolder(folder)
    expect(held.lost.aborted).toBe(false)
    await held.release()
    expect(readdirSync(folder)).toEqual([])
  })
})
