import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeOutput } from '../../src/cli/output.ts'
import { packageRoot } from '../../src/home.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausebook-output-'))
const script = join(folder, 'interrupted.mjs')
const out = join(folder, 'out')
beforeAll(async () => {
  // A write that is interrupted in its middle: the part stands in the folder when the signal comes.
  await build({
    stdin: {
      contents: `
        import { writeFileSync } from 'node:fs'
        import { rememberUnfinished } from './src/cli/unfinished.ts'
        const part = process.argv[2]
        rememberUnfinished(part)
        writeFileSync(part, 'half')
        process.stdout.write('writing')
        setInterval(() => {}, 1000)`,
      resolveDir: packageRoot(),
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: script,
  })
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('a result', () => {
  test('replaces what was there, whole', async () => {
    const file = join(folder, 'result.txt')
    writeFileSync(file, 'a much longer text that was here before')
    await writeOutput(file, 'new')
    expect(readFileSync(file, 'utf8')).toBe('new')
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  test.each(['SIGINT', 'SIGTERM'] as const)('is not left half written by %s', async (signal) => {
    const part = `${out}.${signal}.part`
    const child = spawn(process.execPath, [script, part])
    await new Promise((done) => child.stdout.once('data', done))
    const ended = new Promise((done) => child.once('exit', (_code, by) => done(by)))
    child.kill(signal)
    expect(await ended).toBe(signal)
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  test.runIf(process.platform === 'linux')('says why it cannot be written', async () => {
    // Nobody makes a file in /proc.
    await expect(writeOutput('/proc/none.txt', 'x')).rejects.toThrow(/cannot be written/)
  })
})
