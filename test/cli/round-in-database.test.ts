import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import request from 'supertest'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { addReturn } from '../../src/cli/round/add.ts'
import { answerRound } from '../../src/cli/round/answer.ts'
import { listDeals } from '../../src/cli/round/list.ts'
import { openRound } from '../../src/cli/round/open.ts'
import { setOwner } from '../../src/cli/round/owner.ts'
import { removeDeal } from '../../src/cli/round/remove.ts'
import { reportStatus } from '../../src/cli/round/report.ts'
import { writeSent } from '../../src/cli/round/sent.ts'
import { setDeal } from '../../src/cli/round/set.ts'
import { exportStore, importStore } from '../../src/cli/store/carry.ts'
import { verifyDocument } from '../../src/cli/verify/document.ts'
import { createApp, openSite } from '../../src/server/index.ts'
import { openPostgresStore } from '../../src/store/postgres.ts'
import { addendum } from '../deal/deal.ts'
import { type Cluster, hasPostgres, startCluster } from '../setup/postgres.ts'
import { clausebook } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausebook-team-deals-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (name: string) => join(folder, name)
const matter = readFileSync('examples/vendor-saas.yaml', 'utf8')
const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => String(error),
  )

/** A Word file with other words in its body. */
function edited(bytes: Uint8Array, words: string, others: string): Uint8Array {
  const parts = unzipSync(bytes)
  const body = strFromU8(parts['word/document.xml']!)
  return zipSync({ ...parts, 'word/document.xml': strToU8(body.replaceAll(words, others)) })
}

describe.skipIf(!hasPostgres)(
  `a deal of a team${hasPostgres ? '' : ', which has no database here: apt-get install postgresql'}`,
  () => {
    let cluster: Cluster
    let database: string
    let name: string
    beforeAll(async () => {
      cluster = await startCluster()
      database = await cluster.database()
      const store = await openPostgresStore(database)
      name = (await store.matters.save({ yaml: matter, by: 'dana' })).name
      await store.close()
      writeFileSync(at('addendum.docx'), await addendum())
    })
    afterAll(() => cluster.remove())
    let told = ''
    beforeEach(() => {
      told = ''
      const keep = (part: string | Uint8Array, ...rest: unknown[]) => {
        told += part
        const done = rest.at(-1)
        if (typeof done === 'function') done()
        return true
      }
      vi.spyOn(process.stdout, 'write').mockImplementation(keep)
      vi.spyOn(process.stderr, 'write').mockImplementation(keep)
    })
    afterEach(() => vi.restoreAllMocks())

    test('is opened, gets a return from one of two, is answered, and goes out and in without loss', async () => {
      const deal = 'tidewater'
      const open = (matter: string) =>
        openRound(deal, at('addendum.docx'), { database, matter, date: '2026-01-05' })
      expect(await refused(open('nobody'))).toMatch(/there is no matter nobody in 127\.0\.0\.1/)
      await open(name)
      expect(told).toContain('Send what clausebook round sent tidewater --output FILE writes')
      expect(await refused(open(name))).toMatch(/tidewater is in 127\.0\.0\.1:\d+\/test_1 already/)
      const sent = at('sent.docx')
      await writeSent(deal, { database, output: sent })
      const add = () => refused(addReturn(deal, sent, { database, by: 'Pat', output: at('issues.md') }))
      const both = await Promise.all([add(), add()])
      expect(both).toContain('done')
      expect(both.find((one) => one !== 'done')).toMatch(
        /^(Problem: )?(.*has come back already|tidewater was changed in the meantime, by .* \(round 1 came back\)).*$/,
      )
      told = ''
      await listDeals({ database })
      expect(told).toMatch(/tidewater +1 +\d{4}-\d\d-\d\d +to be answered/)
      const playbook = ['preferred,fallback', 'liability=preferred']
      expect(await refused(setDeal(deal, { database, playbook: ['best'] }))).toContain('a level is preferred')
      await setDeal(deal, { database, playbook })
      await setOwner(deal, 'Ada', { database })
      await answerRound(deal, { database, output: at('ours-2.docx') })
      await writeSent(deal, { database, output: at('again.docx') })
      expect(readFileSync(at('again.docx'))).toEqual(readFileSync(at('ours-2.docx')))

      const status = async (deal: string, database?: string) => {
        const output = at('status.json')
        await reportStatus(deal, { output, format: 'json', ...(database && { database }) })
        return readFileSync(output, 'utf8')
      }
      told = ''
      const [out, issues] = [at('out'), await status(deal, database)]
      expect(told).toBe('')
      expect(issues).toContain('"state": "agreed"')
      await exportStore(out, { database })
      expect(told).toMatch(/^1 in matters, 0 in register, .*1 in deals/)
      // What is written out is a deal of its own, with its matter.
      told = ''
      expect(await status(join(out, 'deals', deal))).toBe(issues)
      expect(told).toBe('')
      const other = await cluster.database()
      await importStore(out, { database: other })
      expect(await status(deal, other)).toBe(issues)
      await removeDeal(deal, { database: other })
      expect(await refused(status(deal, other))).toMatch(
        /has no deal tidewater: clausebook round list tells which are there, and \.\/tidewater is the folder of one/,
      )
      const env = { CLAUSEBOOK_DATABASE: database }
      const audit = clausebook(['store', 'audit'], { env }).stdout.split('\n')
      expect(audit.filter((line) => line.includes(',deal,')).map((line) => line.split(',')[3])).toEqual([
        'opened',
        'round 1 came back',
        'playbook set',
        'led by Ada',
        'round 2 sent',
      ])
    })

    test('has what a document was made of, by which it is verified wherever it lies, and altered too', async () => {
      const draft = [
        'draft',
        'vendor-addendum',
        'examples/vendor-saas.yaml',
        '--for-counterparty',
        '--allow-blanks',
      ]
      const file = at('recorded.docx')
      expect(clausebook([...draft, '--date', '2026-01-05', '--record', '--output', file]).status).toBe(0)
      const [record, moved] = [`${file}.record.json`, at('moved.docx')]
      await openRound('recorded', file, { database, record, date: '2026-01-05' })
      renameSync(file, moved)
      expect(await refused(verifyDocument(moved, {}))).toContain(
        'or with --deal the deal in which it was sent',
      )
      told = ''
      await verifyDocument(moved, { database })
      expect(told).toContain('Nothing was altered, and all')
      expect(process.exitCode ?? 0).toBe(0)
      writeFileSync(moved, edited(readFileSync(moved), 'Tidewater Software, Inc.', 'Wayfarer SA'))
      expect(await refused(verifyDocument(moved, { database }))).toContain('has no record')
      told = ''
      await verifyDocument(moved, { database, deal: 'recorded' })
      expect(told).toContain('Wayfarer SA')
      expect(process.exitCode).toBe(1)
      process.exitCode = 0
      expect(await refused(verifyDocument(moved, { database, deal: 'tidewater' }))).toContain(
        'has no record of what its document was made of',
      )
    })

    test('is on the pages of every server of the database, which say who did what from where', async () => {
      const options = { database, workTime: 60_000, trustProxyUser: 'x-user' }
      const site = await openSite(options)
      const apart = await openSite({ ...options, people: true })
      const app = createApp(site)
      const as = { 'x-user': 'Lee' }
      try {
        const opened = await request(app)
          .post('/deals')
          .set(as)
          .attach('sent_1', at('addendum.docx'))
          .field('matter', name)
          .field('name', 'Tidewater Süd')
          .field('on', '2026-01-05')
          .expect(303)
        const page = '/deals/Tidewater%20S%C3%BCd'
        expect(opened.headers.location).toBe(page)
        await request(app).get(`${page}/sent/1`).set(as).expect(200)
        await request(app)
          .post(`${page}/returned`)
          .set(as)
          .attach('returned', at('sent.docx'))
          .field('on', '2026-02-03')
          .expect(303)
        const list = await request(app).get('/api/deals').set(as).expect(200)
        expect(list.body.deals).toMatchObject([
          { name: 'Tidewater Süd', rounds: 1, back: true },
          { name: 'recorded', rounds: 1 },
          { name: 'tidewater', rounds: 2 },
        ])
        const { text } = await request(app).get(page).set(as).expect(200)
        expect(text).toContain('Tidewater Süd')
        await request(app).get('/deals/nowhere').set(as).expect(404)
        const { people, sharing } = site.database!
        for (const [who, role] of [
          ['Root', 'admin'],
          ['Dan', 'drafter'],
          ['Bob', 'requester'],
        ] as const)
          await people.set({ name: who, role }, 'test')
        await sharing.share('matter', name, { kind: 'person', name: 'Dan' }, 'dana')
        await sharing.share('matter', name, { kind: 'person', name: 'Bob' }, 'dana')
        const shown = async (who: string) =>
          (await request(createApp(apart)).get(page).set({ 'x-user': who }).expect(200)).text
        expect(await shown('Dan')).toMatch(/Take back what came back last[\s\S]*Write the answer/)
        expect(await shown('Bob')).not.toMatch(/Take back what|Write the answer|Add what came back/)
        // A name that is taken is so for those too who see no deal of it, and says nothing of the database.
        const taken = await request(createApp(apart))
          .post('/deals')
          .set({ 'x-user': 'Root' })
          .attach('sent_1', at('addendum.docx'))
          .attach('matter_file', Buffer.from(matter), 'matter.yaml')
          .field('name', 'Tidewater Süd')
          .field('on', '2026-01-05')
        expect([taken.status, taken.text]).toEqual([
          expect.toBeOneOf([409, 422]),
          expect.stringContaining('there is a deal Tidewater Süd already'),
        ])
        expect(taken.text).not.toContain('127.0.0.1')
        const deeds = []
        for await (const some of site.database!.deeds()) deeds.push(...some)
        const own = deeds.filter((one) => one.name === 'Tidewater Süd')
        expect(own.map(({ by, did, from }) => [by, did, from])).toEqual([
          ['Lee', 'opened', expect.stringContaining('127.0.0.1')],
          ['Lee', 'round 1 came back', expect.stringContaining('127.0.0.1')],
        ])
      } finally {
        for (const one of [site, apart]) {
          await one.workshop.close()
          await one.database!.close()
        }
      }
    })
  },
)
