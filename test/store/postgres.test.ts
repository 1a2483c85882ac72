import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packageRoot } from '../../src/home.ts'
import type { Problem } from '../../src/problem.ts'
import { openViews } from '../../src/register/index.ts'
import {
  actingFrom,
  type Drafts,
  NoSuchDraft,
  openFileLinks,
  openFileStore,
  type Role,
  type Said,
  type TeamStore,
} from '../../src/store/index.ts'
import { migrateDatabase, openPostgresStore } from '../../src/store/postgres.ts'
import { type Cluster, hasPostgres, startCluster } from '../setup/postgres.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausebook-carried-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Every file below a folder with its bytes. */
function filesOf(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name)).sort()
  return new Map(paths.map((path) => [relative(folder, path), readFileSync(path, 'latin1')]))
}

/** Named so, as letters lose their marks. */
const unicode = 'u-ni-code-a'

const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing was refused',
    (error: Problem) => error.toString(),
  )

test.each([
  ['mysql://db/clausebook'],
  ['db/clausebook'],
  ['postgres://db'],
  ['postgres://dana:12/hush@db/clausebook'],
  ['postgres://dana:pw#hush@db/clausebook'],
])('an address that is none is told without a word of it: %s', async (address) => {
  const told = await refused(openPostgresStore(address))
  expect(told).toMatch(/^the address of the database is none: give one like postgres:/)
  expect(told).not.toMatch(/hush|dana/)
})

describe.skipIf(!hasPostgres)(
  `a database${hasPostgres ? '' : ', which is not here: apt-get install postgresql'}`,
  () => {
    let cluster: Cluster
    beforeAll(async () => {
      cluster = await startCluster()
    })
    afterAll(() => cluster.remove())

    async function ask(address: string, sql: string) {
      const client = new pg.Client(address)
      await client.connect()
      try {
        return (await client.query(sql)).rows
      } finally {
        await client.end()
      }
    }

    test('gets its tables once, however many bring them at the same time, and is refused before and after', async () => {
      const address = await cluster.database(false)
      expect(await refused(openPostgresStore(address))).toContain('clausebook store migrate makes them')
      const taken = await Promise.all([1, 2, 3].map(() => migrateDatabase(address)))
      expect(taken.flat().sort()).toEqual([...new Set(taken.flat())].sort())
      expect(taken.flat()).toContain('0001-records-versions-audit.sql')
      expect(taken.flat().filter((step) => /^queue \d+$/.test(step))).toHaveLength(1)
      expect(await migrateDatabase(address)).toEqual([])
      await (await openPostgresStore(address)).close()
      await ask(address, 'delete from clausebook.migration where number > 0')
      expect(await refused(openPostgresStore(address))).toMatch(
        /has tables of version 0, and this program needs/,
      )
      await ask(address, `insert into clausebook.migration (number, name, sha256) values (9999, 'x', 'x')`)
      expect(await refused(openPostgresStore(address))).toContain('of a newer Clausebook than this')
      expect(await refused(migrateDatabase(address))).toContain('of a newer Clausebook than this')
    })

    test('that is not there, refuses the user or is down is told in a line, without the password', async () => {
      const address = await cluster.database()
      expect(await refused(openPostgresStore(address.replace(/test_\d+$/, 'none')))).toMatch(
        /127\.0\.0\.1:\d+\/none has no such database/,
      )
      await ask(address, `create role dana login password 'right'`)
      cluster.guard(true)
      const told = await refused(openPostgresStore(address.replace('clausebook@', 'dana:hush@')))
      cluster.guard(false)
      expect(told).toMatch(/refuses the user: look at name and password/)
      expect(told).not.toContain('hush')
      expect(await refused(openPostgresStore(address.replace('clausebook@', 'dana@')))).toContain(
        'lets this user not do so',
      )
      expect(await refused(openPostgresStore('postgres://dana:hush@127.0.0.1:1/clausebook'))).toMatch(
        /^127\.0\.0\.1:1\/clausebook does not answer/,
      )
    })

    test('that is killed and started again is found again, with all that was announced', async () => {
      const store = await openPostgresStore(await cluster.database())
      await store.matters.save({ yaml: 'matter: Kept\n', by: 'd' })
      cluster.stop()
      expect(await refused(store.matters.open('kept'))).toContain('does not answer')
      await cluster.start()
      expect((await store.matters.open('kept')).yaml).toBe('matter: Kept\n')
      await store.close()
    })

    test('lets nobody change or take away a line of the audit', async () => {
      const address = await cluster.database()
      const store = await openPostgresStore(address)
      await store.matters.save({ yaml: 'matter: A\n', by: 'd' })
      await store.close()
      for (const sql of [
        'update clausebook.audit set by = $$x$$',
        'delete from clausebook.audit',
        'truncate clausebook.audit',
      ])
        await expect(ask(address, sql)).rejects.toThrow('the audit is only ever added to')
      expect(await ask(address, 'select by from clausebook.audit')).toEqual([{ by: 'd' }])
    })

    test('is worked with by a user who has the rights that docs/team.md gives, and no more', async () => {
      const address = await cluster.database()
      const [, grants] = /```sql\n(.*?)```/s.exec(
        readFileSync(join(packageRoot(), 'docs', 'team.md'), 'utf8'),
      )!
      await ask(address, `create role app login; ${grants}`)
      const served = address.replace('clausebook@', 'app@')
      const store = await openPostgresStore(served)
      const { name, base } = await store.matters.save({ yaml: 'matter: A\n', by: 'd' })
      await store.decisions.add(name, '', [{ withdrawn: 'audit' }], 'd')
      const renamed = await store.matters.rename(name, 'b', base, 'd')
      await store.matters.remove('b', renamed.base, 'd')
      const deal = store.deals.place('a', 'd')
      await deal.begin({ yaml: 'deal: a\n', files: new Map([['deal.key', 'k']]) })
      await deal.hold((held) => held.save({ yaml: 'deal: b\n', gone: ['deal.key'], did: 'changed' }))
      await store.deals.remove('a', 'd')
      async function* rows() {
        yield { things: ['row'] }
      }
      const job = await store.jobs.begin({ what: 'draft', title: 'rows', task: {}, by: 'd' }, rows())
      await store.watchJobs()
      await (await store.jobs.next('w'))!.done([{ failed: false, said: {} }])
      await store.jobs.remove(job.id, 'd')
      const word = await store.signIns.begin('d', new Date(Date.now() + 60_000))
      expect((await store.signIns.find(word))?.name).toBe('d')
      await store.signIns.end(word)
      expect(await store.signIns.find(word)).toBeUndefined()
      await store.close()
      await expect(ask(served, 'delete from clausebook.audit')).rejects.toThrow('permission denied')
      await expect(ask(served, 'drop table clausebook.audit')).rejects.toThrow('must be owner')
    })

    test('begins the job of a watch that is due once, however many look, and once for all that was missed', async () => {
      const address = await cluster.database()
      let at = new Date('2025-01-31T06:59:59Z')
      const opened = await Promise.all([1, 2].map(() => openPostgresStore(address, { now: () => at })))
      const [store] = opened as [TeamStore, TeamStore]
      const first = '2025-01-31T07:00:00.000Z'
      const asked = { title: 'watch of all texts', every: '1d', task: { ids: [] }, by: 'dana' }
      await expect(store.watches.add({ ...asked, every: '1m' })).rejects.toThrow('--every 1m is no time')
      const { id } = await store.watches.add({ ...asked, first })
      expect(await store.watches.tick()).toEqual([])
      const ticks = async () =>
        (await Promise.all([...opened, ...opened].map(({ watches }) => watches.tick()))).flat()
      at = new Date(first)
      expect(await ticks()).toHaveLength(1)
      expect(await ticks()).toEqual([])
      // Nobody worked over a weekend, and more.
      at = new Date('2025-02-04T08:00:00Z')
      expect(await ticks()).toHaveLength(1)
      expect(await store.watches.list()).toEqual([{ id, ...asked, next: '2025-02-05T07:00:00.000Z' }])
      const jobs = await store.jobs.list()
      expect(jobs).toMatchObject([
        { what: 'watch', title: asked.title, by: 'dana', state: 'waiting', things: { all: 1 } },
        { what: 'watch' },
      ])
      expect(await store.jobs.open(jobs[0]!.id)).toMatchObject({ task: { ids: [], by: 'dana', watch: id } })
      // What it tells is the register's: whoever is a requester by now sees it no more.
      const seen = (role: Role) => store.seenBy({ name: 'dana', role }).jobs
      expect(await seen('drafter').list()).toHaveLength(2)
      expect(await seen('requester').list()).toEqual([])
      await expect(seen('requester').open(jobs[0]!.id)).rejects.toThrow('no such job')
      await store.watches.remove(id, 'lee')
      await expect(store.watches.remove(id, 'lee')).rejects.toThrow('there is no watch')
      at = new Date('2025-03-01T08:00:00Z')
      expect(await ticks()).toEqual([])
      expect(
        await ask(address, `select by, did from clausebook.audit where kind = 'watch' order by id`),
      ).toEqual([
        { by: 'dana', did: 'watches every 1d' },
        { by: 'lee', did: 'watches no more' },
      ])
      await Promise.all(opened.map((one) => one.close()))
    })

    test('keeps drafts as they were made, one for the same bytes, to be found by words and shown to whom it is', async () => {
      let at = new Date('2025-01-31T10:00:00Z')
      const store = await openPostgresStore(await cluster.database(), { now: () => at })
      const { drafts } = store
      const matter = await store.matters.save({ yaml: 'matter: ACME Search\n', by: 'dana' })
      await store.sharing.unshare('matter', matter.name, { kind: 'counsel' }, 'dana')
      const of = { name: matter.name, version: 1 }
      const asked = { document: 'side-letter', title: 'ACME Search', format: 'docx', by: 'dana', matter: of }
      const content = new Uint8Array([0, 255, 13, 10])
      const first = await drafts.keep({ ...asked, content, record: '{"version": 1}' })
      expect(first).toMatchObject({ name: 'acme-search-side-letter', matter: of, at: at.toISOString() })
      at = new Date('2025-02-01T10:00:00Z')
      expect(await drafts.keep({ ...asked, content, by: 'lee' })).toEqual(first)
      const other = new Uint8Array([1])
      const names = await Promise.all(
        [2, 3, 4].map(
          async (byte) => (await drafts.keep({ ...asked, content: new Uint8Array([byte]) })).name,
        ),
      )
      expect(names.sort()).toEqual([2, 3, 4].map((count) => `acme-search-side-letter-${count}`))
      const file = { document: 'risk-memo', title: 'Other', format: 'docx', content: other }
      const mine = await drafts.keep({ ...file, by: 'bob', vendor: 'Foxglove' })
      // The same words of another are another's.
      expect((await drafts.keep({ ...file, by: 'eve', vendor: 'Foxglove' })).name).toBe(`${mine.name}-2`)
      expect(await drafts.open(first.name)).toEqual({
        ...first,
        content: Buffer.from(content),
        record: '{"version": 1}',
      })
      expect((await drafts.having(first.sha256)).map(({ name }) => name)).toEqual([first.name])
      const page = await drafts.list({ page: 2, size: 2 })
      expect([page.total, page.page, page.pages, page.drafts.length]).toEqual([6, 2, 3, 2])
      const all = [1, 2, 3].map(async (page) => (await drafts.list({ page, size: 2 })).drafts)
      const listed = (await Promise.all(all)).flat().map(({ name }) => name)
      expect([listed[0], listed.at(-1), new Set(listed).size]).toEqual([`${mine.name}-2`, first.name, 6])
      const found = async (find: string) => (await drafts.list({ find })).total
      expect([await found('search letter'), await found('foxglove'), await found(first.name)]).toEqual([
        4, 2, 4,
      ])
      expect(await found('acme foxglove')).toBe(0)

      // Whoever sees the matter sees its drafts; those of a file are their drafter's alone.
      const seen = (name: string, role: Role) => store.seenBy({ name, role }).drafts
      expect((await seen('dana', 'requester').list()).total).toBe(4)
      expect((await seen('bob', 'counsel').list()).drafts).toEqual([mine])
      for (const work of [
        (theirs: Drafts) => theirs.open(first.name),
        (theirs: Drafts) => theirs.sent(first.name, 'bob'),
        (theirs: Drafts) => theirs.remove(first.name, 'bob'),
      ])
        await expect(work(seen('bob', 'counsel'))).rejects.toBeInstanceOf(NoSuchDraft)
      expect(await seen('bob', 'counsel').having(first.sha256)).toEqual([])

      expect((await drafts.sent(first.name, 'dana')).sent).toEqual({ at: at.toISOString(), by: 'dana' })
      await expect(drafts.sent(first.name, 'lee')).rejects.toThrow('was sent before, as dana says')
      await expect(drafts.remove(first.name, 'dana')).rejects.toThrow('what was sent stays')
      await drafts.remove(`${mine.name}-2`, 'eve')
      await expect(drafts.open(`${mine.name}-2`)).rejects.toBeInstanceOf(NoSuchDraft)

      const to = join(folder, 'drafts out')
      expect(await store.exportTo(to)).toMatchObject({ matters: 1, drafts: 5 })
      const again = await openPostgresStore(await cluster.database(), { now: () => at })
      expect(await again.importFrom(to)).toMatchObject({ drafts: 5 })
      expect(await again.drafts.open(first.name)).toEqual(await drafts.open(first.name))
      const bob = again.seenBy({ name: 'bob', role: 'requester' })
      expect((await bob.drafts.list()).drafts).toEqual([mine])
      expect(await refused(again.importFrom(to))).toContain('nothing was taken in')

      // With the matter go its drafts, but for one that was sent.
      const { base } = await again.matters.open(matter.name)
      await again.matters.remove(matter.name, base, 'dana')
      expect((await again.drafts.list()).drafts).toEqual(
        [mine, await again.drafts.open(first.name)].map(({ name }) => expect.objectContaining({ name })),
      )
      await expect(again.drafts.keep({ ...asked, content })).rejects.toThrow('no such matter')
      await Promise.all([store.close(), again.close()])
    })

    test('gives a part to nobody in whose middle ten workers were ended, and says who had it last', async () => {
      const address = await cluster.database()
      const store = await openPostgresStore(address)
      async function* rows() {
        yield { things: ['row'] }
      }
      const { id } = await store.jobs.begin({ what: 'draft', title: 'rows', task: {}, by: 'd' }, rows())
      await ask(address, `update clausebook.job_part set attempts = 10, worker = 'db.example 1'`)
      expect(await store.jobs.next('w')).toBeUndefined()
      expect(await store.jobs.open(id)).toMatchObject({ state: 'failed', dead: 1 })
      expect((await store.jobs.parts(id))[0]!.reason).toContain('10 times, last db.example 1')
      await store.close()
    })

    test('finds a matter by words of its title, and keeps vendors apart from matters', async () => {
      const store = await openPostgresStore(await cluster.database())
      await store.matters.save({ yaml: 'matter: The répondeur of Müller & Söhne\n', by: 'd' })
      await store.matters.save({ yaml: 'matter: Other\n', by: 'd' })
      await store.vendors.save({ yaml: 'matter: Other\n', by: 'd' })
      const names = async (find: string) =>
        (await store.matters.list({ find })).matters.map(({ title }) => title)
      expect(await names('söhne müller')).toEqual(['The répondeur of Müller & Söhne'])
      expect(await names('"of müller"')).toEqual(['The répondeur of Müller & Söhne'])
      expect(await names('söhne other')).toEqual([])
      expect(await store.vendors.list()).toMatchObject({ total: 1, matters: [{ name: 'other' }] })
      const views = openViews(async () => store.views)
      const { id } = await views.add('Other', { status: 'signed', columns: ['owner'] }, 'd')
      await expect(views.add('other', {}, 'd')).rejects.toThrow('there is a view “other” already')
      await views.rename(id, 'Signed', 'd')
      expect(await views.open(id)).toMatchObject({
        name: 'Signed',
        asks: { status: 'signed', columns: ['owner'] },
      })
      await views.remove(id, 'd')
      expect(await views.all()).toEqual({ views: [], wrong: [] })
      await expect(store.matters.save({ yaml: 'matter: A\0\n', by: 'd' })).rejects.toThrow('U+0000')
      await store.close()
    })

    test('takes in the folders of one person, and gives the same bytes back', async () => {
      const from = join(folder, 'files')
      const now = () => new Date('2025-01-31T10:00:00.123Z')
      for (const kind of ['matters', 'register', 'register/views']) {
        mkdirSync(join(from, kind), { recursive: true })
        const { matters, decisions } = await openFileStore(join(from, kind), { now })
        const { base } = await matters.save({
          yaml: 'matter: Ünïcode “A”\r\nv: "\\t1"',
          by: 'Dana Ö.',
          once: 'o-1',
        })
        const second = await actingFrom('192.0.2.7', () =>
          matters.save({ yaml: 'matter: A\n', name: unicode, base, by: 'lee' }),
        )
        await matters.restore(unicode, 1, second.base, 'lee')
        const said = {
          words: 'w',
          verdict: 'preferred',
          by: 'Dana',
          reason: '1e0 “x”',
          on: '2025-01-31',
          flow_down: 'audit',
        }
        await decisions.add(unicode, 'Initech', [{ said } as Said, { withdrawn: 'z' }], 'dana')
        await decisions.add(unicode, '', [{ said } as Said], 'lee')
        const gone = await matters.save({ yaml: 'matter: Gone\n', by: 'd' })
        await matters.remove('gone', gone.base, 'd')
        const old = await matters.save({ yaml: 'matter: Old\n', by: 'd' })
        await matters.rename('old', 'New.name', old.base, 'd')
      }
      const jobs = (await openFileStore(join(from, 'matters'), { now })).jobs
      async function* things() {
        yield { things: [{ row: 'ü\u0000' }, { row: 2 }] }
        yield { things: [{ row: 3 }], file: new Uint8Array([255, 0, 13]) }
        yield { things: [{ row: 4 }] }
      }
      const asked = { what: 'draft', title: 'addenda', task: { own: ['#id'] }, by: 'dana' }
      const { id } = await jobs.begin(asked, things())
      const content = new Uint8Array([0, 255, 13, 10])
      await (await jobs.next('w 1'))!.done([
        { failed: false, said: { input: 'i' }, content },
        { failed: true, said: { problem: 'ö' } },
      ])
      for (let tries = 3; tries > 0; tries -= 1) await (await jobs.next('w 2'))!.failed('no text')
      const link = `link: ${'0'.repeat(15)}7\nanswers: []\n`
      await (await openFileLinks(join(from, 'register'))).save({ yaml: link, by: 'd', did: 'link for a' })
      const store = await openPostgresStore(await cluster.database(), { now })
      expect(await store.importFrom(from)).toEqual({ matters: 2, register: 2, links: 1, views: 2, jobs: 1 })
      expect(await store.links.open(`${'0'.repeat(15)}7`)).toMatchObject({ version: 1, yaml: link })
      expect(await refused(store.importFrom(from))).toContain('there is a matter New.name already')
      expect(await store.matters.open('New.name')).toMatchObject({ version: 2, yaml: 'matter: Old\n' })
      const to = join(folder, 'back')
      expect(await store.exportTo(to)).toEqual({
        matters: 2,
        register: 2,
        links: 1,
        views: 2,
        deals: 0,
        jobs: 1,
        drafts: 0,
      })
      expect(filesOf(to)).toEqual(filesOf(from))
      expect(filesOf(to).size).toBe(3 * (2 + 5 * 2 + 1 + 1) + 4 + 10)
      expect(await refused(store.exportTo(to))).toContain('is there already')
      // A job goes on where it was: what waits is worked on, what failed can be done once more, and nothing twice.
      const rest = await store.jobs.next('w 3')
      expect(rest).toMatchObject({ job: id, part: 3, things: [{ at: 4, given: { row: 4 } }] })
      await rest!.done([{ failed: false, said: {} }])
      expect(await store.jobs.next('w 3')).toBeUndefined()
      expect(await store.jobs.open(id)).toMatchObject({
        state: 'failed',
        things: { all: 4, done: 3, failed: 1 },
      })
      expect(await store.jobs.retry(id, 'lee', 'texts are there')).toMatchObject({ state: 'at work' })
      expect((await store.jobs.deeds(id)).map(({ did, version }) => `${version} ${did}`)).toEqual([
        '1 queued',
        '2 retried: texts are there',
      ])
      // What is written out is a store of its own, whose versions go on.
      const { base } = await (await openFileStore(join(to, 'matters'))).matters.open(unicode)
      expect((await store.matters.save({ yaml: 'matter: B\n', name: unicode, base, by: 'd' })).version).toBe(
        4,
      )
      writeFileSync(join(to, 'matters', '.versions', unicode, '0001', 'matter.yaml'), 'matter: Forged\n')
      const other = await openPostgresStore(await cluster.database())
      expect(await refused(other.importFrom(to))).toMatch(/ni-code-a\.yaml version 1 is not as it was saved/)
      expect((await other.matters.list()).total).toBe(0)
      expect(await refused(other.importFrom(folder))).toContain('has no folder matters, register or deals')
      await other.close()
      await store.close()
    })

    test('takes deals in and gives them back with every version, also those that were only ever folders', async () => {
      const from = join(folder, 'deals-alone')
      const own = join(from, 'deals', 'Müller & Co')
      mkdirSync(own, { recursive: true })
      const other = join(from, 'deals', 'acme 2')
      mkdirSync(join(other, '.clausebook-lock'), { recursive: true })
      writeFileSync(join(own, 'deal.yaml'), 'deal: m\n')
      const now = () => new Date('2025-01-31T10:00:00Z')
      writeFileSync(join(other, 'deal.yaml'), 'deal: ünï\r\nmatter: ../acme 2.matter.yaml\n')
      writeFileSync(join(other, '1-sent.docx'), new Uint8Array([0, 255, 13, 10]))
      writeFileSync(join(from, 'deals', 'acme 2.matter.yaml'), 'matter: A\n')
      const store = await openPostgresStore(await cluster.database(), { now, from: 'desk' })
      expect(await refused(store.importFrom(from))).toMatch(/Müller & Co cannot be the name of a deal/)
      rmSync(own, { recursive: true })
      expect(await store.importFrom(from)).toEqual({ deals: 1 })
      expect(await refused(store.importFrom(from))).toContain('there is a deal acme 2 already')
      const deal = store.deals.place('acme 2', 'dana')
      const { matter } = await deal.open()
      expect(await matter('../acme 2.matter.yaml')).toMatchObject({ yaml: 'matter: A\n' })
      await deal.hold((held) =>
        held.save({ yaml: 'deal: 2\n', files: new Map([['deal.key', 'k']]), did: 'changed' }),
      )
      expect(await store.deals.versions('acme 2')).toMatchObject([
        { version: 2, by: 'dana', did: 'changed' },
        { version: 1, by: 'somebody', did: 'by hand' },
      ])
      const [first, second] = [join(folder, 'deals-1'), join(folder, 'deals-2')]
      await store.exportTo(first)
      const again = await openPostgresStore(await cluster.database(), { now })
      expect(await again.importFrom(first)).toEqual({
        matters: 0,
        register: 0,
        links: 0,
        views: 0,
        deals: 1,
        jobs: 0,
        drafts: 0,
      })
      await again.exportTo(second)
      expect(filesOf(second)).toEqual(filesOf(first))
      expect([...filesOf(first).keys()].filter((file) => !file.includes('/.'))).toEqual([
        'deals/acme 2.matter.yaml',
        'deals/acme 2/1-sent.docx',
        'deals/acme 2/deal.key',
        'deals/acme 2/deal.yaml',
      ])
      await again.deals.remove('acme 2', 'lee')
      expect(await refused(again.deals.versions('acme 2'))).toContain('has no deal acme 2')
      const deeds = []
      for await (const some of again.deeds()) deeds.push(...some)
      expect(deeds.map(({ by, did, kind, from }) => [by, did, kind, from].join(' '))).toEqual([
        'dana changed deal desk',
        'lee deleted deal ',
      ])
      expect(JSON.stringify(deeds)).not.toContain('ünï')
      symlinkSync('/etc/passwd', join(second, 'deals', 'acme 2', '2-sent.docx'))
      expect(await refused(again.importFrom(second))).toMatch(/2-sent\.docx is nothing that a deal keeps/)
      await again.close()
      await store.close()
    })

    test('carries who may come in, who sees what and what is watched', async () => {
      const now = () => new Date('2026-01-31T09:00:00Z')
      const store = await openPostgresStore(await cluster.database(), { now })
      await store.people.set({ name: 'dana', role: 'admin' }, 'dana')
      await store.people.set({ name: 'lee', role: 'requester' }, 'dana')
      await store.matters.save({ yaml: 'matter: A\n', by: 'dana' })
      await store.sharing.share('matter', 'a', { kind: 'person', name: 'lee' }, 'dana')
      await store.sharing.unshare('matter', 'a', { kind: 'counsel' }, 'dana')
      await store.sharing.give('matter', 'a', 'lee', 'dana')
      const watch = await store.watches.add({ title: 'w', every: '1d', task: { due: '30d' }, by: 'dana' })
      const [first, second] = [join(folder, 'people-1'), join(folder, 'people-2')]
      expect(await store.exportTo(first)).toMatchObject({ people: 2, watches: 1 })

      const again = await openPostgresStore(await cluster.database(), { now })
      await again.people.set({ name: 'lee', role: 'admin' }, 'lee')
      await again.matters.save({ yaml: 'matter: B\n', by: 'lee' })
      expect(await again.importFrom(first)).toMatchObject({ matters: 1, people: 2, watches: 1 })
      // Whoever is here already stays what he is.
      expect(await again.people.list()).toEqual([
        { name: 'dana', role: 'admin' },
        { name: 'lee', role: 'admin' },
      ])
      expect(await again.sharing.of('matter', 'a')).toMatchObject({
        owner: 'lee',
        with: [{ kind: 'person', name: 'lee' }],
      })
      expect(await again.sharing.of('matter', 'b')).toMatchObject({ with: [{ kind: 'counsel' }] })
      expect(await again.watches.list()).toEqual([watch])

      const third = await openPostgresStore(await cluster.database(), { now })
      await third.importFrom(first)
      await third.exportTo(second)
      expect(filesOf(second)).toEqual(filesOf(first))

      // What is said of a matter that did not come with it counts for nothing.
      const told = JSON.parse(readFileSync(join(first, 'people', 'people.json'), 'utf8'))
      told.shared[0].name = 'b'
      writeFileSync(join(first, 'people', 'people.json'), JSON.stringify(told))
      const fourth = await openPostgresStore(await cluster.database(), { now })
      await fourth.matters.save({ yaml: 'matter: B\n', by: 'pat' })
      await fourth.importFrom(first)
      expect((await fourth.sharing.of('matter', 'b')).owner).toBe('pat')
      const wrong = join(folder, 'people-3')
      for (const place of ['matters', 'people']) mkdirSync(join(wrong, place), { recursive: true })
      writeFileSync(
        join(wrong, 'people', 'people.json'),
        '{"people": [{"name": "x", "role": "owner"}], "shared": []}',
      )
      expect(await refused(fourth.importFrom(wrong))).toContain('is not as it was kept')
      for (const one of [store, again, third, fourth]) await one.close()
    })

    test('is restored from a backup whole, and goes on behind it', async () => {
      const address = await cluster.database()
      const store = await openPostgresStore(address)
      const { base } = await store.matters.save({ yaml: 'matter: A\nv: 1\n', by: 'dana' })
      await store.matters.save({ yaml: 'matter: A\nv: 2\n', name: 'a', base, by: 'lee' })
      const before = await store.matters.versions('a')
      await store.close()
      const dump = join(cluster.folder, 'clausebook.dump')
      cluster.run('pg_dump', ['--format=custom', `--file=${dump}`, address])
      const restored = await cluster.database(false)
      cluster.run('pg_restore', ['--exit-on-error', `--dbname=${restored}`, dump])
      const after = await openPostgresStore(restored)
      expect(await after.matters.versions('a')).toEqual(before)
      const newest = await after.matters.open('a')
      await after.matters.save({ yaml: 'matter: A\nv: 3\n', name: 'a', base: newest.base, by: 'dana' })
      expect(await ask(restored, 'select count(*)::int as deeds from clausebook.audit')).toEqual([
        { deeds: 3 },
      ])
      await expect(ask(restored, 'delete from clausebook.audit')).rejects.toThrow('only ever added to')
      await after.close()
    })
  },
)
