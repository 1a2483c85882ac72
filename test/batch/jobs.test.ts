import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as later } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import {
  type BatchOptions,
  beginBatch,
  beginReviews,
  draftBatch,
  fetchJob,
  type GivenPaper,
  waitingDrafts,
  workOn,
} from '../../src/batch/index.ts'
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
  const work = { worker: 'here', concurrency: 1, once: true, signal, paperTime: 60_000, tell: () => {} }
  await workOn(store.jobs, work)
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
      await expect(fetchJob(store, id, { output: fetched }, silent)).rejects.toThrow('waits for a worker')
      await workHere(store)
      expect(await store.jobs.open(id)).toMatchObject({
        state: 'done',
        things: { all: rows, done: rows, failed: 1 },
      })
      const toldAgain: string[] = []
      const telling = { ...silent, tell: (line: string) => void toldAgain.push(line) }
      expect(await fetchJob(store, id, { output: fetched }, telling)).toEqual(counts)
      expect(toldAgain).toEqual(told)
      expect(filesOf(fetched)).toEqual(filesOf(batch))
      // Over what is there already nothing is written, and what somebody changed by hand stays.
      writeFileSync(join(fetched, 'Vendor-2.md'), 'mine')
      expect(await fetchJob(store, id, { output: fetched }, silent)).toMatchObject({
        drafted: 0,
        failed: 2,
      })
      expect(readFileSync(join(fetched, 'Vendor-2.md'), 'utf8')).toBe('mine')
    } finally {
      await close()
    }
  })

  test.skipIf(missing)('has one addendum for several products, as the batch itself has', async () => {
    const batch = join(folder, `products of ${name}.csv`)
    const rows = ['Claims', 'Letters', 'Claims'].map(
      (product) => `Tidewater,${product},saas,a company,"Quay 1",Llama 3.3,yes,7`,
    )
    writeFileSync(batch, [head, ...rows].join('\n'))
    const matter = readMatter(`${common}negotiation: { positions: { indemnity: off } }\n`, 'common.yaml')
    const options = { ...optionsOf(2), matter, batch, group: 'vendor' }
    const [here, fetched] = [join(folder, `one of ${name}`), join(folder, `one fetched of ${name}`)]
    const told: string[] = []
    await draftBatch({ ...options, output: here, jobs: 1 }, (line) => told.push(line))
    expect(told.join('\n')).toContain('once more, and counts once')
    const { store, close } = await open()
    try {
      const { id, things } = await beginBatch(options, store, 'dana', () => {})
      expect(things.all).toBe(1)
      await workHere(store)
      await fetchJob(store, id, { output: fetched }, silent)
      expect(filesOf(fetched)).toEqual(filesOf(here))
      // What somebody must approve holds up each of them.
      const vendors = ['Claims', 'Letters', 'Search'].map((product) => ({
        id: product,
        record: { vendor: { name: 'Tidewater', product } },
      }))
      expect([...(await waitingDrafts(store, vendors as never)).keys()]).toEqual(['Claims', 'Letters'])
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
          for await (const { given } of store.jobs.things(id)) yield { things: [given] }
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
        expect(await fetchJob(store, job.id, { output }, silent)).toMatchObject({ drafted: 0, failed: 2 })
      } finally {
        await close()
      }
    },
  )
})

const terms = readFileSync('examples/papers/tidewater-terms.md')

/** Papers of which one is no Word file, one has no words, one is too large, and the rest are a vendor's. */
async function* papers(good: number): AsyncGenerator<GivenPaper> {
  yield { place: 'terms/broken.docx', bytes: new TextEncoder().encode('PK no zip') }
  for (let at = 1; at <= good; at += 1) yield { place: `terms/paper ${at}.md`, bytes: terms }
  yield { place: 'terms/empty.txt', bytes: new Uint8Array() }
  yield { place: 'terms/large.md', bytes: new Uint8Array(21 * 1024 * 1024) }
  yield { place: 'terms/gone.md', problem: 'is not there' }
}

const askedReviews = (good: number) => ({
  title: 'terms',
  papers: papers(good),
  matter: { yaml: readFileSync('examples/vendor-saas.yaml', 'utf8'), place: 'vendor-saas.yaml' },
  format: 'markdown' as const,
  date: '2025-01-31',
})

describe.each(engines)('a review of many papers that is a job of $name', ({ missing, name, open }) => {
  test.skipIf(missing)(
    'has a report for each that can be read, and tells of each other why not',
    async () => {
      const { store, close } = await open()
      try {
        const { id } = await beginReviews(askedReviews(2), store, 'dana')
        const reasons = async () =>
          (await store.jobs.failures(id, 10)).map(({ result }) => String(Object(result?.said).problem))
        await workHere(store)
        expect(await store.jobs.open(id)).toMatchObject({
          ...{ what: 'review', title: 'review of terms', state: 'done' },
          things: { all: 6, done: 6, failed: 4 },
        })
        const [broken, empty, large, gone] = await reasons()
        expect(broken).toContain('broken.docx')
        expect(empty).toContain('empty.txt')
        expect(large).toBe(
          'has 21 MB, more than the 20 MB that are read: save it anew without pictures, or in parts',
        )
        expect(gone).toBe('is not there')

        const output = join(folder, `reviews of ${name}`)
        const told: string[] = []
        const telling = { ...silent, tell: (line: string) => void told.push(line) }
        expect(await fetchJob(store, id, { output }, telling)).toEqual({ reviewed: 2, failed: 4 })
        expect(told).toHaveLength(4)
        const files = filesOf(output)
        expect(Object.keys(files)).toEqual([
          'paper-1-review.md',
          'paper-2-review.md',
          'reports.json',
          'summary.csv',
          'summary.md',
          'summary.xlsx',
        ])
        const lines = files['summary.csv']!.split('\r\n')
        // What was not read comes first, then what is against a license, then what is left to a person.
        expect(lines[1]).toMatch(
          /^terms\/broken\.docx,,,the whole paper,,not reviewed,none: to be read by a person/,
        )
        expect(lines[5]).toMatch(/^terms\/paper 1\.md,.*,against a license or the facts,,against,fair,/)
        const verdicts = lines.flatMap(
          (line) => /,(met: \w+|contrary|unclear|missing|below),/.exec(line)?.[1] ?? [],
        )
        expect(verdicts.indexOf('unclear')).toBe(0)
        expect(verdicts.lastIndexOf('unclear')).toBeLessThan(verdicts.indexOf('contrary'))
        expect(files['summary.md']).toContain('2 of 6 papers were reviewed')
        // What somebody changed by hand stays, and the rest is as it was.
        writeFileSync(join(output, 'paper-2-review.md'), 'mine')
        expect(await fetchJob(store, id, { output }, silent)).toEqual({ reviewed: 1, failed: 5 })
        expect(readFileSync(join(output, 'paper-2-review.md'), 'utf8')).toBe('mine')
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
      await fetchJob(store, id, { output: fetched }, silent)
      expect(filesOf(fetched)).toEqual(filesOf(batch))
    } finally {
      await store.close()
    }
  },
)

test.skipIf(!hasPostgres)(
  'a worker that is killed in the middle of papers loses none and doubles none',
  async () => {
    const { address, store } = await databaseStore()
    try {
      const good = 8
      const { id } = await beginReviews(askedReviews(good), store, 'dana')
      const killed = startWorker(address)
      // The second paper is in its hands, or the one behind it.
      await once(killed.stderr!, 'data')
      killed.kill('SIGKILL')
      await once(killed, 'exit')
      const other = startWorker(address)
      await vi.waitFor(async () => expect((await store.jobs.open(id)).state).toBe('done'), {
        timeout: 100_000,
        interval: 200,
      })
      other.kill('SIGTERM')
      expect(other.exitCode ?? (await once(other, 'exit'))[0]).toBe(0)
      const all = good + 4
      expect(await store.jobs.open(id)).toMatchObject({ dead: 0, things: { all, done: all, failed: 4 } })
      const output = join(folder, 'reviews of the killed')
      expect(await fetchJob(store, id, { output }, silent)).toEqual({ reviewed: good, failed: 4 })
      const reports = readdirSync(output).filter((file) => file.endsWith('-review.md'))
      const words = new Set(
        reports.map((file) => readFileSync(join(output, file), 'utf8').replaceAll(/paper \d/g, '')),
      )
      expect([reports.length, words.size]).toEqual([good, 1])
    } finally {
      await store.close()
    }
  },
)
