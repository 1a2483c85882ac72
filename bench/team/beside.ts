// What pages take while a batch runs beside them, and what is left of a batch in whose middle workers are killed; a line of JSON for each.
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as later } from 'node:timers/promises'
import { beginBatch } from '../../src/batch/index.ts'
import { isUnderWay } from '../../src/store/index.ts'
import { openPostgresStore } from '../../src/store/postgres.ts'
import { hasPostgres, startCluster } from '../../test/setup/postgres.ts'
import { startProgram, tableOf } from './started.ts'

/** Rows of the batch beside the pages and of the one whose workers are killed, and how many are. */
const [rows = 400, killedRows = 400, kills = 20] = (process.env.CLAUSEBOOK_BENCH_BESIDE ?? '')
  .split(',')
  .map(Number)
  .filter(Boolean)
/** Pages that a team looks at meanwhile, one after the other. */
const paths = [
  '/',
  '/vendors',
  '/jobs',
  '/topics/user-threshold',
  '/compare/llama-2...llama-3.1?text=restated',
]
/** So many are asked for where nothing runs beside them. */
const quiet = 300

if (!hasPostgres) process.exit()
const cluster = await startCluster([])
const folder = mkdtempSync(join(tmpdir(), 'clausebook-bench-beside-'))
const started: ChildProcess[] = []
try {
  await pagesBeside()
  await killed()
} finally {
  for (const one of started) one.kill('SIGKILL')
  cluster.remove()
  rmSync(folder, { recursive: true })
}

async function pagesBeside(): Promise<void> {
  const address = await cluster.database()
  const store = await openPostgresStore(address)
  const served = start(
    'serve',
    '--database',
    address,
    '--port',
    '0',
    '--offline',
    '--requests-per-minute',
    '0',
  )
  const [line] = await once(served.stdout!, 'data')
  const [base = ''] = /http:\S+(?=\/)/.exec(String(line)) ?? []
  let asked = 0
  const next = async () => {
    const begun = performance.now()
    const answer = await fetch(base + paths[asked % paths.length]!)
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`)
    asked += 1
    return performance.now() - begun
  }
  for (const _ of paths) await next()
  const alone: number[] = []
  while (alone.length < quiet) alone.push(await next())
  tell({ beside: 0, pages: alone.length, ...spreadOf(alone) })
  const { id } = await beginBatch(optionsOf(rows), store, 'bench', () => {})
  const worker = start('worker', '--database', address, '--concurrency', '1')
  await once(worker.stderr!, 'data')
  const beside: number[] = []
  while (isUnderWay(await store.jobs.open(id))) {
    beside.push(await next())
    await later(20)
  }
  tell({ beside: rows, pages: beside.length, ...spreadOf(beside) })
  await store.close()
}

async function killed(): Promise<void> {
  const address = await cluster.database()
  const store = await openPostgresStore(address, { pauses: { lease: 4, failed: 0 } })
  const { id } = await beginBatch(optionsOf(killedRows), store, 'bench', () => {})
  const work = () => start('worker', '--database', address, '--concurrency', '1')
  const running = [work(), work()]
  let done = 0
  for (; done < kills && isUnderWay(await store.jobs.open(id)); done += 1) {
    const worker = running[done % 2]!
    // It says when it has ended a part; where nothing is left for it, it says nothing more.
    await Promise.race([once(worker.stderr!, 'data'), later(5_000)])
    await later((done * 37) % 200)
    worker.kill('SIGKILL')
    await once(worker, 'exit')
    running[done % 2] = work()
  }
  while (isUnderWay(await store.jobs.open(id))) await later(200)
  const seen = new Set<number>()
  let twice = 0
  for await (const { at, result } of store.jobs.things(id)) {
    if (seen.has(at)) twice += 1
    if (result && !result.failed) seen.add(at)
  }
  tell({ kills: done, of: killedRows, lost: killedRows - seen.size, twice })
  await store.close()
}

function start(...args: string[]): ChildProcess {
  const one = startProgram(...args)
  started.push(one)
  return one
}

function optionsOf(count: number) {
  const options = { document: 'vendor-addendum', format: 'docx', batch: tableOf(folder, count) } as const
  return { ...options, draft: { date: '2025-01-31', allowBlanks: true } }
}

function spreadOf(times: number[]): { p50: number; p99: number; worst: number } {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p99: at(0.99), worst: at(1) }
}

function tell(line: Record<string, number>): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}
