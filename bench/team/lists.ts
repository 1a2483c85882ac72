// Lists of a database beside what the same questions take in psql; a line of JSON for each.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { openRegister, titleInYaml } from '../../src/register/index.ts'
import { openPostgresStore } from '../../src/store/postgres.ts'
import { type Cluster, hasPostgres, startCluster } from '../../test/setup/postgres.ts'

const rounds = 60
const size = 50

if (!hasPostgres) process.exit()
const cluster = await startCluster([])
try {
  for (const count of (process.argv[2] ?? '100,10000,100000').split(',').map(Number)) {
    const address = await cluster.database()
    await fill(address, count)
    const store = await openPostgresStore(address, { vendorTitleOf: titleInYaml })
    const last = Math.ceil(count / size)
    for (const page of [...new Set([1, Math.ceil(last / 2), last])]) {
      const ours = await medianOf(() => store.vendors.list({ page, size }))
      tell({
        what: 'vendors',
        count,
        page,
        ours,
        psql: psql(cluster, address, vendorsSql((page - 1) * size)),
      })
    }
    if (count <= 10_000) {
      const start = performance.now()
      const { vendors } = await openRegister(store.vendors).all()
      if (vendors.length !== count) throw new Error(`${vendors.length} of ${count} vendors were read`)
      tell({ count, all: performance.now() - start, memory: process.memoryUsage().rss / 1e6 })
    }
    await fillDrafts(address, count)
    for (const page of [...new Set([1, Math.ceil(last / 2), last])]) {
      const ours = await medianOf(() => store.drafts.list({ page, size }))
      tell({ what: 'drafts', count, page, ours, psql: psql(cluster, address, draftsSql((page - 1) * size)) })
    }
    const ours = await medianOf(() => store.drafts.list({ find: `vendor ${count}`, size }))
    tell({ what: 'drafts, by words', count, page: 1, ours, psql: psql(cluster, address, foundSql(count)) })
    await store.close()
  }
} finally {
  cluster.remove()
}

function tell(line: Record<string, number | string>): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

/** Vendors such as `clausebook vendors import` makes them, one version each. */
async function fill(address: string, count: number): Promise<void> {
  const client = new pg.Client(address)
  await client.connect()
  await client.query(
    `insert into clausebook.record (kind, name, title, version, owner)
     select 'vendor', 'vendor-' || to_char(n, 'FM000000'), 'Vendor ' || n, 1, 'bench' from generate_series(1, $1::int) n`,
    [count],
  )
  await client.query(
    `insert into clausebook.version (record, version, at, by, did, sha256, yaml)
     select id, 1, now(), 'bench', 'saved', '', 'vendor:' || chr(10) || '  name: ' || title || chr(10) || '  kind: saas' || chr(10) || 'status: signed' || chr(10)
     from clausebook.record`,
  )
  await client.query('vacuum analyze')
  await client.end()
}

async function medianOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return median(times)
}

/** Drafts such as a batch or a page makes them, without their bytes: no list reads any. */
async function fillDrafts(address: string, count: number): Promise<void> {
  const client = new pg.Client(address)
  await client.connect()
  await client.query(
    `insert into clausebook.draft
       (name, document, title, matter_name, matter_version, vendor, format, by, at, sha256, record, content)
     select 'matter-' || n, 'vendor-addendum', 'Matter ' || n, 'matter-' || n, 1, 'Vendor ' || n, 'docx', 'bench',
       now() - ($1::int - n) * interval '1 minute', '', '{}', ''
     from generate_series(1, $1::int) n`,
    [count],
  )
  await client.query('vacuum analyze clausebook.draft')
  await client.end()
}

const draftColumns =
  'd.name, d.document, d.title, d.matter_name, d.matter_version, d.vendor, d.by, d.at, d.sha256, d.sent_at, d.sent_by'

function draftsSql(offset: number): string {
  return `select count(*) from clausebook.draft;
select ${draftColumns} from (select id from clausebook.draft order by id desc limit ${size} offset ${offset}) shown
join clausebook.draft d on d.id = shown.id order by d.id desc;\n`
}

function foundSql(count: number): string {
  const found = `words @@ websearch_to_tsquery('simple', 'vendor ${count}')`
  return `select count(*) from clausebook.draft where ${found};
select ${draftColumns} from clausebook.draft d where ${found} order by d.id desc limit ${size};\n`
}

function vendorsSql(offset: number): string {
  return `select count(*) from clausebook.record where kind = 'vendor';
select r.name, r.title, v.at, v.by, r.version
from (select id from clausebook.record where kind = 'vendor' order by name limit ${size} offset ${offset}) shown
join clausebook.record r on r.id = shown.id
join clausebook.version v on v.record = r.id and v.version = r.version order by r.name;\n`
}

/** What psql says that the count and the page take, in milliseconds. */
function psql({ run, folder }: Cluster, address: string, asked: string): number {
  const file = join(folder, 'asked.sql')
  writeFileSync(file, `\\timing on\n${asked.repeat(rounds)}`)
  const told = run('psql', ['-X', '-q', '-f', file, '-o', '/dev/null', address])
  const times = [...told.matchAll(/Time: ([\d.]+) ms/g)].map(([, time]) => Number(time))
  return median(times.filter((_, at) => at % 2 === 0).map((time, at) => time + times[at * 2 + 1]!))
}

function median(times: number[]): number {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!
}
