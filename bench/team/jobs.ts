// A batch that is a job: what one worker and two do in a second, and what memory they take; a line of JSON for each.
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as later } from 'node:timers/promises'
import { beginBatch } from '../../src/batch/index.ts'
import type { Store } from '../../src/store/index.ts'
import { openPostgresStore } from '../../src/store/postgres.ts'
import { hasPostgres, startCluster } from '../../test/setup/postgres.ts'
import { startProgram, tableOf } from './started.ts'

/** Rows of the jobs by which workers are compared, and of the one by which memory is. */
const [few = 200, many = 1000] = (process.env.CLAUSEBOOK_BENCH_ROWS ?? '')
  .split(',')
  .map(Number)
  .filter(Boolean)
/** Of the clock of the kernel, which counts the time of a process in these (proc(5)). */
const ticks = 100

if (!hasPostgres) process.exit()
const cluster = await startCluster([])
const folder = mkdtempSync(join(tmpdir(), 'clausebook-bench-jobs-'))
try {
  for (const [workers, rows] of [
    [1, 100],
    [1, few],
    [2, few],
    [1, many],
  ] as const)
    process.stdout.write(`${JSON.stringify(await measured(workers, rows))}\n`)
} finally {
  cluster.remove()
  rmSync(folder, { recursive: true })
}

async function measured(count: number, rows: number) {
  const address = await cluster.database()
  const store = await openPostgresStore(address)
  const options = { document: 'vendor-addendum', format: 'docx', batch: tableOf(folder, rows) } as const
  const draft = { date: '2025-01-31', allowBlanks: true }
  const { id } = await beginBatch({ ...options, draft }, store, 'bench', () => {})
  const workers = Array.from({ length: count }, () =>
    startProgram('worker', '--database', address, '--concurrency', '1'),
  )
  // Each has read its library and drafted its first rows.
  await Promise.all(workers.map((worker) => once(worker.stderr!, 'data')))
  const begun = { ...(await done()), at: performance.now(), processor: processorOf(workers) }
  let job = await done()
  while (job.done < rows) {
    await later(100)
    job = await done()
  }
  const seconds = (performance.now() - begun.at) / 1000
  const drafted = rows - begun.done
  const processor = (processorOf(workers) - begun.processor) / drafted
  const memory = Math.max(...workers.map(peakOf))
  const bytes = await sizeOfFirst(store.jobs, id)
  for (const worker of workers) worker.kill('SIGTERM')
  await Promise.all(workers.map((worker) => worker.exitCode ?? once(worker, 'exit')))
  await store.close()
  return { workers: count, rows, aSecond: drafted / seconds, processor: processor * 1000, memory, bytes }

  async function done(): Promise<{ done: number }> {
    return (await store.jobs.open(id)).things
  }
}

async function sizeOfFirst(jobs: Store['jobs'], id: string): Promise<number> {
  for await (const { result } of jobs.things(id)) if (result?.content) return result.content.length
  throw new Error('nothing was drafted')
}

/** Seconds of processor time that they took so far. */
function processorOf(workers: ChildProcess[]): number {
  const times = workers.map(({ pid }) => {
    const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
    const [user = 0, system = 0] = rest.split(' ').slice(11, 13).map(Number)
    return (user + system) / ticks
  })
  return times.reduce((sum, one) => sum + one, 0)
}

/** The most memory that it ever had, in MB. */
function peakOf({ pid }: ChildProcess): number {
  const [, kilobytes = '0'] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return (Number(kilobytes) * 1024) / 1e6
}
