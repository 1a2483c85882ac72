import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import type { PaperTask } from '../../src/batch/review/review-worker.ts'
import { openReviewers } from '../../src/batch/review/reviewers.ts'
import { openWorkshop } from '../../src/server/work/workshop.ts'
import { program } from '../cli/run.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausebook-reviewers-'))
afterEach(() => vi.unstubAllEnvs())
afterAll(() => rmSync(folder, { recursive: true }))

const matter = readFileSync('examples/vendor-saas.yaml', 'utf8')
const paper = (file: string, words: string | Uint8Array): PaperTask => ({
  paper: { file, bytes: Buffer.from(words) },
  ...{ matter, vendor: '', format: 'markdown' },
})
const terms = readFileSync('examples/papers/tidewater-terms.md')

/** An office that never ends, and writes down who it is. @returns what still runs of it, and what it left */
function slowOffice(name: string) {
  const [bin, temporary] = [join(folder, name), join(folder, `${name} left`)]
  for (const one of [bin, temporary]) mkdirSync(one)
  const pids = join(folder, `${name}.pids`)
  const script = `#!/bin/sh\nsleep 600 &\necho $$ $! >> '${pids}'\nwait\n`
  writeFileSync(join(bin, 'soffice'), script, { mode: 0o755 })
  vi.stubEnv('PATH', `${bin}:${process.env.PATH}`)
  vi.stubEnv('TMPDIR', temporary)
  return {
    begun: () => (existsSync(pids) ? readFileSync(pids, 'utf8').trim().split(/\s+/).map(Number) : []),
    left: () => readdirSync(temporary),
  }
}

function runs(pid: number): boolean {
  try {
    // What has ended and nobody asked for is there by its number alone.
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

test.runIf(process.platform === 'linux')(
  'an office that a paper began is ended with its thread, of a job and of a page, and leaves nothing',
  async () => {
    const rtf = '{\\rtf1 The vendor names Llama.}'
    const ofJob = slowOffice('job')
    const reviewers = openReviewers(1, 1500)
    expect(await reviewers.run(paper('terms.rtf', rtf))).toEqual({
      problem: expect.stringMatching(/^took longer than 2 s/),
    })
    // It was tried once more, since it may have been a neighbour who took the time.
    expect(ofJob.begun()).toHaveLength(4)
    await expect.poll(() => ofJob.begun().filter(runs)).toEqual([])
    expect(ofJob.left()).toEqual([])
    await reviewers.end()

    const ofPage = slowOffice('page')
    const workshop = await openWorkshop(60_000)
    const upload = { file: 'terms.rtf', bytes: Buffer.from(rtf) }
    const gone = new AbortController()
    const client = { key: '', gone: gone.signal }
    const under = workshop
      .run('compare', { left: upload, right: upload, folder }, client)
      .catch((error) => error)
    await expect.poll(() => ofPage.begun().length).toBeGreaterThan(1)
    gone.abort()
    expect(await under).toMatchObject({ rule: 'gone' })
    await expect.poll(() => ofPage.begun().filter(runs)).toEqual([])
    expect(ofPage.left()).toEqual([])
    await workshop.close()
  },
)

test.runIf(process.platform === 'linux')(
  'a review of several papers that is told to end leaves no paper, no matter and no office',
  async () => {
    const office = slowOffice('command')
    const rtf = join(folder, 'terms.rtf')
    writeFileSync(rtf, '{\\rtf1 The vendor names Llama.}')
    const args = [
      'review',
      rtf,
      'examples/papers/tidewater-terms.md',
      '--matter',
      'examples/vendor-saas.yaml',
    ]
    const command = spawn(process.execPath, [program, ...args, '--output', join(folder, 'reports')])
    await expect.poll(() => office.begun().length).toBeGreaterThan(1)
    expect(office.left().join()).toContain('clausebook-reviews-')
    command.kill('SIGTERM')
    expect(await once(command, 'exit')).toEqual([null, 'SIGTERM'])
    await expect.poll(() => office.begun().filter(runs)).toEqual([])
    expect(office.left()).toEqual([])
  },
)

test('the time of a paper begins when it is read, and not when its thread does', async () => {
  const slow = openReviewers(1, 60_000)
  const before = performance.now()
  await slow.run(paper('terms.md', terms))
  const withBeginning = performance.now() - before
  await slow.end()
  const hasty = openReviewers(1, withBeginning * 0.7)
  expect(await hasty.run(paper('terms.md', terms.subarray(0, 400)))).toHaveProperty('outcome')
  await hasty.end()
})
