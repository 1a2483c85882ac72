// More workers than there are processors: each takes parts and keeps what came of them as a real one does, and waits instead of
// drafting as long as a real one drafted. A line of JSON for each number of workers; what it tells is where the database stops them.
import { randomBytes } from 'node:crypto'
import { setTimeout as later } from 'node:timers/promises'
import { isUnderWay, type Store, type ThingResult } from '../../src/store/index.ts'
import { openPostgresStore } from '../../src/store/postgres.ts'
import { type Cluster, hasPostgres, startCluster } from '../../test/setup/postgres.ts'

/** What a worker takes to draft a row, in milliseconds, and how large its document is, in bytes: as they were measured before. */
const [perRow = 30, bytes = 35_000] = process.argv.slice(2).map(Number)
/** So many seconds each number of workers is looked at; the first of them, in which all begin, do not count. */
const [seconds, warm] = [12, 2]
const rowsInPart = 10
/** So many pools of connections they share at most, of ten each: a database that nobody set up takes a hundred. */
const pools = 8

if (!hasPostgres) process.exit()
const cluster = await startCluster([])
try {
  for (const workers of [1, 2, 4, 8, 16, 32, 64]) {
    const line = { workers, ...(await measured(cluster, workers)) }
    process.stdout.write(`${JSON.stringify(line)}\n`)
  }
} finally {
  cluster.remove()
}

async function measured(cluster: Cluster, workers: number): Promise<{ aSecond: number; ideal: number }> {
  const address = await cluster.database()
  const stores = await Promise.all(
    Array.from({ length: Math.min(workers, pools) }, () => openPostgresStore(address)),
  )
  const [{ jobs }] = stores as [Store, ...Store[]]
  const rows = Math.ceil((workers * seconds * 1000) / perRow / rowsInPart) * rowsInPart
  const asked = { what: 'draft', title: 'simulated', task: {}, by: 'bench' }
  const { id } = await jobs.begin(asked, partsOf(rows))
  let stopped = false
  const ends = Array.from({ length: workers }, async (_, at) => {
    const store = stores[at % stores.length]!
    while (!stopped) {
      const part = await store.jobs.next(`simulated ${at}`)
      if (!part) return
      await later(part.things.length * perRow)
      await part.done(part.things.map(resultOf))
    }
  })
  await later(warm * 1000)
  const [before, begun] = [await doneOf(jobs, id), performance.now()]
  await later((seconds - warm) * 1000)
  const aSecond = ((await doneOf(jobs, id)) - before) / ((performance.now() - begun) / 1000)
  stopped = true
  await Promise.all(ends)
  if (isUnderWay(await jobs.open(id))) await jobs.cancel(id, 'bench')
  await Promise.all(stores.map((store) => store.close()))
  return { aSecond, ideal: (workers * 1000) / perRow }
}

async function* partsOf(rows: number): AsyncGenerator<{ things: unknown[] }> {
  for (let first = 1; first <= rows; first += rowsInPart)
    yield {
      things: Array.from({ length: rowsInPart }, (_, at) => ({
        place: `line ${first + at}`,
        facts: { 'vendor.name': `Vendor ${first + at}` },
      })),
    }
}

/** A document that does not become smaller when it is packed, as a Word file does not. */
function resultOf(): ThingResult {
  return { failed: false, said: { input: 'vendor', outcome: {} }, content: randomBytes(bytes) }
}

async function doneOf(jobs: Store['jobs'], id: string): Promise<number> {
  return (await jobs.open(id)).things.done
}
