import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as later } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type BatchOptions, beginBatch, draftBatch, fetchBatch, workOn } from '../../src/batch/index.ts'
import { readMatter } from '../../src/matter/index.ts'
import { type Job, openFileStore, type Store } from '../../src/store/index.ts'
import { openPostgresStore } from '../../src/store/postgres.ts'
import { program } from '../cli/run.ts'
import { type Cluster, hasPostgres, startCluster } from '../setup/postgres.ts'

vi.setConfig({ testTimeout: process.env.CLAUSEBOOK_LONG ? 1_200_000 : 120_000 })

const folder = mkdtempSync(join(tmpdir(), 'clausebook-jobs-'))
let cluster: Cluster | undefined
const workers: ChildProcess[] = []
beforeAll(async () => {
  if (hasPostgres) cluster = await startCluster()
})
afterAll(() => {
  for (const worker of workers) worker.kill('SIGKILL')
  cluster?.remove()
  rmSync(folder, { recursive: true })
})

const common =
  'matter: Vendors\nclient: { name: Harrow Insurance Company, form: a New York corporation, address: Albany }\nagreement: { title: Master Agreement, date: 2024-03-01 }\npersonal_data: yes\n'
const head =
  'vendor.name,vendor.product,vendor.kind,vendor.form,vendor.address,vendor.models,vendor.sees_prompts,#supplier id'

/** A table of so many vendors; every 17th has a kind that is none, the last is there twice. */
function tableOf(rows: number): string {
  const row = (at: number) =>
    `"Vendor ${at === rows ? 1 : at}","Product",${at % 17 === 0 ? 'sass' : 'saas'},a company,"Quay ${at}, Bristol",Llama 3.3,yes,${at}`
  const file = join(folder, `vendors-${rows}.csv`)
  writeFileSync(file, [head, ...Array.from({ length: rows }, (_, at) => row(at + 1))].join('\n'))
  return file
}

const optionsOf = (rows: number): Omit<BatchOptions, 'output' | 'jobs'> => ({
  document: 'vendor-addendum',
  format: 'markdown',
  batch: tableOf(rows),
  matter: readMatter(common, 'common.yaml'),
  draft: { date: '2025-01-31' },
})

/** Every file of a folder with its bytes. */
function filesOf(output: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(output)
      .sort()
      .map((name) => [name, readFileSync(join(output, name), 'latin1')]),
  )
}

const silent = { tell: () => {}, progressOf: async () => ({ step: () => {}, stop: () => {} }) }

async function workHere(store: Store): Promise<void> {
  const signal = new AbortController().signal
  await workOn(store.jobs, { worker: 'here', concurrency: 1, once: true, signal, tell: () => {} })
}

async function databaseStore(pauses = { lease: 4, failed: 0 }) {
  const address = await cluster!.database()
  return { address, store: await openPostgresStore(address, { pauses }) }
}

const engines = [
  {
    name: 'files',
    missing: false,
    async open(): Promise<{ store: Store; close(): Promise<void> }> {
      const matters = join(folder, 'matters')
      mkdirSync(matters, { recursive: true })
      return { store: await openFileStore(matters), close: async () => {} }
    },
  },
  {
    name: hasPostgres ? 'PostgreSQL' : 'PostgreSQL, which is not here: apt-get install postgresql',
    missing: !hasPostgres,
    async open(): Promise<{ store: Store; close(): Promise<void> }> {
      const { store } = await databaseStore()
      return { store, close: store.close }
    },
  },
]

describe.each(engines)('a batch that is a job of $name', ({ missing, name, open }) => {
  test.skipIf(missing)('comes to the same bytes as the batch itself', async () => {
    const rows = 18
    const batch = join(folder, `batch of ${name}`)
    const options = optionsOf(rows)
    const told: string[] = []
    const counts = await draftBatch({ ...options, output: batch, jobs: 1 }, (line) => told.push(line))
    expect(counts).toEqual({ drafted: 17, unchanged: 0, failed: 1 })
    const { store, close } = await open()
    try {
      const { id } = await beginBatch(options, store, 'dana', () => {})
      const fetched = join(folder, `fetched of ${name}`)
      await expect(fetchBatch(store, id, { output: fetched }, silent)).rejects.toThrow('waits for a worker')
      await workHere(store)
      expect(await store.jobs.open(id)).toMatchObject({
        state: 'done',
        things: { all: rows, done: rows, failed: 1 },
      })
      const toldAgain: string[] = []
      const telling = { ...silent, tell: (line: string) => void toldAgain.push(line) }
      expect(await fetchBatch(store, id, { output: fetched }, telling)).toEqual(counts)
      expect(toldAgain).toEqual(told)
      expect(filesOf(fetched)).toEqual(filesOf(batch))
      // Over what is there already nothing is written, and what somebody changed by hand stays.
      writeFileSync(join(fetched, 'Vendor-2.md'), 'mine')
      expect(await fetchBatch(store, id, { output: fetched }, silent)).toMatchObject({
        drafted: 0,
        failed: 2,
      })
      expect(readFileSync(join(fetched, 'Vendor-2.md'), 'utf8')).toBe('mine')
    } finally {
      await close()
    }
  })

  test.skipIf(missing)(
    'is left to others where the library is another than that of whoever began it',
    async () => {
      const { store, close } = await open()
      try {
        const { id } = await beginBatch(optionsOf(2), store, 'dana', () => {})
        const { task, what, title, by } = await store.jobs.open(id)
        await store.jobs.cancel(id, 'dana')
        async function* rows() {
          for await (const { given } of store.jobs.things(id)) yield [given]
        }
        const other = { ...Object(task), settings: 'another' }
        const job = await store.jobs.begin({ what, title, by, task: other }, rows())
        await workHere(store)
        expect(await store.jobs.open(job.id)).toMatchObject({ state: 'waiting', dead: 0 })
        const [part] = await store.jobs.parts(job.id)
        expect(part).toMatchObject({ attempts: 0, failures: 0 })
        expect(part!.reason).toMatch(/^left to others by here: .*install the same there/)
        await store.jobs.cancel(job.id, 'dana')
        const output = join(folder, `dead of ${name}`)
        expect(await fetchBatch(store, job.id, { output }, silent)).toMatchObject({ drafted: 0, failed: 2 })
      } finally {
        await close()
      }
    },
  )
})

/** Rows of the batch in whose middle workers are killed, and how often; more for `npm run test:long`. */
const [rows, kills] = process.env.CLAUSEBOOK_LONG ? [400, 20] : [40, 1]

function startWorker(address: string): ChildProcess {
  const args = [program, 'worker', '--database', address, '--concurrency', '1']
  const worker = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  workers.push(worker)
  return worker
}

test.skipIf(!hasPostgres)(
  `workers that are killed in the middle, ${kills} of them in ${rows} rows, lose none and double none`,
  async () => {
    const { address, store } = await databaseStore()
    try {
      const options = optionsOf(rows)
      const batch = join(folder, 'batch of the killed')
      await draftBatch({ ...options, output: batch, jobs: 1 }, () => {})
      const { id } = await beginBatch(options, store, 'dana', () => {})
      const running = [startWorker(address), startWorker(address)]
      for (let kill = 0; kill < kills; kill += 1) {
        const worker = running[kill % 2]!
        // It has begun, and is somewhere in its next part.
        await once(worker.stderr!, 'data')
        await later((kill * 37) % 200)
        worker.kill('SIGKILL')
        await once(worker, 'exit')
        running[kill % 2] = startWorker(address)
      }
      let job: Job
      do {
        await later(200)
        job = await store.jobs.open(id)
      } while (job.state === 'at work')
      expect(job).toMatchObject({ state: 'done', dead: 0, things: { all: rows, done: rows } })
      // Whoever is told to end ends what is in hand, and well.
      const statuses = running.map(async (worker) => {
        worker.kill('SIGTERM')
        return worker.exitCode ?? (await once(worker, 'exit'))[0]
      })
      expect(await Promise.all(statuses)).toEqual([0, 0])
      const fetched = join(folder, 'fetched of the killed')
      await fetchBatch(store, id, { output: fetched }, silent)
      expect(filesOf(fetched)).toEqual(filesOf(batch))
    } finally {
      await store.close()
    }
  },
)
