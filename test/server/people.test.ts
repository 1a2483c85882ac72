import { spawnSync } from 'node:child_process'
import type { Express } from 'express'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createApp, openSite, type WholeSite } from '../../src/server/index.ts'
import { program } from '../cli/run.ts'
import { type Cluster, hasPostgres, startCluster } from '../setup/postgres.ts'
import { browserOf, type CompanySignOn, publicUrl, startSignOn } from '../setup/sign-on.ts'

/** What a route is, where people are told apart. */
type Decision =
  /** The same for everybody: it shows and changes nothing that is kept. */
  | 'same'
  /** Shows a list of what is kept, with what is one's own or shared. */
  | 'list'
  /** An address or a form that names something of somebody's. */
  | {
      /** What there is, in place of the parameters of the route. */
      names: Record<string, string>
      /** What is nowhere. */
      none: Record<string, string>
      body?: Record<string, string>
      query?: boolean
      file?: string
    }

const secret = 'Zephyr acquisition'
const hidden = 'zephyr-acquisition'
const nowhere = 'nothing-of-it-here'
const matter = { names: { name: hidden }, none: { name: nowhere } }
const keptDraft = {
  names: { name: 'zephyr-acquisition-risk-memo' },
  none: { name: 'zephyr-acquisition-side-letter' },
}
const deal = { names: { name: 'zephyr deal' }, none: { name: 'other deal' } }
const noId = '0'.repeat(32)

/** Filled with what the tests keep. */
const kept = { job: '', review: '', work: '', table: '', dropped: '', answer: '', upload: '' }
const idOf = (what: keyof typeof kept, none = noId) => ({
  get names() {
    return { id: kept[what] }
  },
  none: { id: none },
})
const job = idOf('job', '00000000')
const review = idOf('review')

/** Every route of the application. A new one is decided here before it is served. */
const decisions: Record<string, Decision> = {
  'GET /healthz': 'same',
  'GET /readyz': 'same',
  'GET /assets/:name': 'same',
  'GET /favicon.ico': 'same',
  'POST /.*/': 'same',
  'POST /texts/{*what}': 'same',
  'POST uploads': 'same',
  'GET /': 'same',
  'GET /about': 'same',
  'GET /api': 'same',
  'GET /api/openapi.json': 'same',
  'GET /api/library': 'same',
  'GET /api/library/topics/:id': 'same',
  'GET /api/documents/:id': 'same',
  'POST /api/assess': 'same',
  'POST /api/draft': 'same',
  'POST /api/redline': 'same',
  'POST /api/review': 'same',
  'GET /assess': 'same',
  'GET /timeline': 'same',
  'GET /matrix': 'same',
  'GET /matrix.csv': 'same',
  'GET /matrix.docx': 'same',
  'GET /topics': 'same',
  'GET /topics/:id': 'same',
  'GET /positions/:id': 'same',
  'GET /licenses': 'same',
  'GET /licenses/:id': 'same',
  'GET /texts': 'same',
  'POST /texts/fetch': 'same',
  'POST /texts/check': 'same',
  'POST /texts/import': 'same',
  'GET /texts/jobs/:id': 'same',
  'GET /compare': 'same',
  'POST /draft/:document/begin': 'same',
  'GET /draft/:document/begin': 'same',
  'GET /draft/:document/open': 'same',
  'POST /draft/:document/open': 'same',
  'POST /draft/:document/preview': 'same',
  'POST /deals/sample': 'same',
  'POST /review/sample/:id': 'same',
  // Files of one's own, which are compared under a name that nobody can guess.
  'GET /compare/files': {
    get names() {
      return { again: kept.work }
    },
    none: { again: noId },
    query: true,
  },
  'POST /compare/files': {
    get names() {
      return { left: kept.upload, right: 'llama-2' }
    },
    none: { left: `upload-${noId}`, right: 'llama-2' },
    body: {},
  },
  'GET /compare/(.+?)...(.+)': {
    get names() {
      return { 0: kept.upload, 1: 'llama-2' }
    },
    none: { 0: `upload-${noId}`, 1: 'llama-2' },
  },
  'GET /api/compare': {
    get names() {
      return { left: kept.upload, right: 'llama-2' }
    },
    none: { left: `upload-${noId}`, right: 'llama-2' },
    query: true,
  },
  'POST /api/compare': {
    get names() {
      return { left: kept.upload, right: 'llama-2' }
    },
    none: { left: `upload-${noId}`, right: 'llama-2' },
    body: {},
  },
  'GET /work/:id': idOf('work'),
  'POST /work/:id/cancel': idOf('work'),
  'GET /draft': 'list',
  'GET /draft/:document': {
    names: { document: 'side-letter', matter: hidden },
    none: { document: 'side-letter', matter: nowhere },
    query: true,
  },
  'POST /draft/:document': {
    names: { document: 'side-letter', _file: hidden },
    none: { document: 'side-letter', _file: nowhere },
    body: { _do: 'save', _base: '1.0123456789abcdef' },
  },
  'GET /matters/:name/versions': matter,
  'GET /matters/:name/edit': matter,
  'POST /matters/:name': { ...matter, body: { yaml: 'matter: Mine\n', base: '1.0123456789abcdef' } },
  'POST /matters/:name/restore': { ...matter, body: { version: '1', base: '1.0123456789abcdef' } },
  'POST /matters/:name/rename': { ...matter, body: { to: 'mine', base: '1.0123456789abcdef' } },
  'POST /matters/:name/delete': { ...matter, body: { sure: 'yes', base: '1.0123456789abcdef' } },
  'POST /matters/:name/share': { ...matter, body: { with: 'everyone', person: '' } },
  'POST /matters/:name/unshare': { ...matter, body: { with: 'everyone', person: '' } },
  'POST /matters/:name/give': { ...matter, body: { to: 'bob' } },
  'GET /review': { ...idOf('work'), names: {}, none: {}, query: true },
  'POST /review': { names: { matter: hidden }, none: { matter: nowhere }, body: {}, file: 'paper' },
  'GET /review/:id': review,
  'POST /review/:id/decisions': { ...review, names: {}, none: {}, body: {} },
  'GET /review/:id/decisions.yaml': review,
  'GET /review/:id/marked': review,
  'GET /review/:id/rider': review,
  'GET /review/:id/report': review,
  'GET /deals': 'list',
  'POST /deals': {
    names: { matter: hidden, name: 'bobs deal' },
    none: { matter: nowhere, name: 'bobs deal' },
    body: {},
    file: 'sent_1',
  },
  'GET /deals/:name': deal,
  'GET /deals/:name/issues': { ...deal, query: true, body: { format: 'csv' } },
  'GET /deals/:name/sent/:round': {
    names: { ...deal.names, round: '1' },
    none: { ...deal.none, round: '1' },
  },
  'POST /deals/:name/returned': { ...deal, body: {}, file: 'returned' },
  'POST /deals/:name/answer': { ...deal, body: { accept: 'liability' } },
  'POST /deals/:name/undo': { ...deal, body: {} },
  'POST /deals/:name/approve': { ...deal, body: { approve: 'bob' } },
  'GET /deals/answers/:id': idOf('answer'),
  'GET /deals/answers/:id/file': idOf('answer'),
  'GET /deals/dropped/:id': idOf('dropped'),
  'GET /deals/dropped/:id/issues': { ...idOf('dropped'), names: {}, none: {}, query: true },
  'POST /deals/dropped/:id/answer': { ...idOf('dropped'), names: {}, none: {}, body: {} },
  'GET /api/deals': 'list',
  'GET /api/deals/:name': deal,
  'GET /api/deals/:name/points/:point': {
    names: { ...deal.names, point: 'liability' },
    none: { ...deal.none, point: 'liability' },
  },
  'GET /drafts': 'list',
  'GET /drafts/:name/file': keptDraft,
  'POST /drafts/:name/sent': { ...keptDraft, body: {} },
  'GET /jobs': 'list',
  'GET /jobs/:id': job,
  'GET /jobs/:id/file': job,
  'POST /jobs/:id/cancel': job,
  'POST /jobs/:id/decide': job,
  'POST /jobs/:id/remove': job,
  'GET /jobs/:id/drafts/:sha256': {
    get names() {
      return { id: kept.job, sha256: '0'.repeat(64) }
    },
    none: { id: '00000000', sha256: '0'.repeat(64) },
  },
  'POST /jobs/:id/retry': { ...job, names: {}, none: {}, body: { reason: 'again' } },
  // The register is the company's, and offers matters for the rest of the facts.
  'GET /vendors': 'list',
  'GET /vendors/file': 'same',
  'GET /vendors/obligations': { names: { matter: hidden }, none: { matter: nowhere }, query: true },
  'GET /vendors/:id': 'same',
  'POST /vendors/:id': 'same',
  'POST /vendors/bulk': 'same',
  'POST /vendors/views': 'same',
  'POST /vendors/views/:view': 'same',
  'POST /vendors/views/:view/remove': 'same',
  'POST /vendors/:id/links': 'same',
  'POST /vendors/:id/links/:link/end': 'same',
  'POST /vendors/:id/links/:link/answers/:at': 'same',
  // For whoever has the link, who is no visitor of the other pages.
  'GET /answer/:token': 'same',
  'POST /answer/:token': 'same',
  'POST /vendors/drafts': {
    names: { matter: hidden },
    none: { matter: nowhere },
    body: { document: 'vendor-addendum' },
  },
  'POST /vendors/tables': 'same',
  'GET /vendors/tables/:id': idOf('table'),
  'POST /vendors/tables/:id': idOf('table'),
  'POST /vendors/tables/:id/columns': idOf('table'),
  'GET /api/vendors': 'same',
  'GET /api/vendors/:id': 'same',
  'GET /api/obligations': { names: { matter: hidden }, none: { matter: nowhere }, query: true },
  // An admin's, and for all others no page.
  'GET /people': 'same',
  'POST /people': 'same',
  'POST /people/remove': 'same',
  // Where the company's sign-on is asked.
  'GET /sign-in': 'same',
  'GET /sign-in/callback': 'same',
  'GET /signed-out': 'same',
  'POST /sign-out': 'same',
}

// Of a spread, a getter is read at once, before there is anything: those are given anew.
for (const [route, what] of [
  ['GET /review', { names: ['again', 'work'], none: noId }],
  ['POST /review/:id/decisions', { names: ['id', 'review'], none: noId }],
  ['GET /deals/dropped/:id/issues', { names: ['id', 'dropped'], none: noId }],
  ['POST /deals/dropped/:id/answer', { names: ['id', 'dropped'], none: noId }],
  ['POST /jobs/:id/retry', { names: ['id', 'job'], none: '00000000' }],
] as const) {
  const decided = decisions[route] as Exclude<Decision, string>
  const [field, of] = what.names
  Object.defineProperty(decided, 'names', { get: () => ({ [field]: kept[of] }) })
  decided.none = { [field]: what.none }
}

interface Layer {
  route?: { path: unknown; methods: Record<string, boolean> }
  handle?: { stack?: Layer[] }
}

/** Every route that an application answers, as the table has it. */
function routesOf(app: Express): string[] {
  const walk = (layers: Layer[]): string[] =>
    layers.flatMap(({ route, handle }) => {
      if (!route) return walk(handle?.stack ?? [])
      const paths = [route.path].flat()
      const isUploads = paths.length > 1 && paths.every((path) => path instanceof RegExp)
      return Object.keys(route.methods).flatMap((method) =>
        (isUploads ? ['uploads'] : paths).map((path) => `${method.toUpperCase()} ${pathOf(path)}`),
      )
    })
  return walk((app as unknown as { router: { stack: Layer[] } }).router.stack)
}

function pathOf(path: unknown): string {
  if (!(path instanceof RegExp)) return String(path)
  return path.source === '.*' ? '/.*/' : path.source.replaceAll(/\\([/.])/g, '$1').replaceAll(/[$^]/g, '')
}

describe.skipIf(!hasPostgres)(
  `people who are told apart${hasPostgres ? '' : ', for which there is no database here: apt-get install postgresql'}`,
  () => {
    let cluster: Cluster
    let site: WholeSite
    let app: Express
    let company: CompanySignOn
    /** Two servers on the same database, at which people sign in by their company's sign-on. */
    const signed: WholeSite[] = []
    const as = (name: string) => ({ 'X-Forwarded-User': name })
    const get = (path: string, name: string) => request(app).get(path).set(as(name))
    const post = (path: string, name: string, body: object = {}) =>
      request(app).post(path).set(as(name)).type('form').send(body)

    beforeAll(async () => {
      cluster = await startCluster()
      const database = await cluster.database()
      const none = Number.POSITIVE_INFINITY
      const limits = { perMinute: none, workPerMinute: none, vendorLinks: true }
      site = await openSite({ database, people: true, trustProxyUser: 'X-Forwarded-User', ...limits })
      app = createApp(site)
      company = await startSignOn({
        alice: { email: 'alice', email_verified: true },
        eve: { email: 'eve', email_verified: true },
      })
      for (const _ of [1, 2])
        signed.push(await openSite({ database, people: true, publicUrl, oidc: company.settings, ...limits }))
      const { people, matters, deals, drafts, jobs, sharing } = site.database!
      for (const [name, role] of [
        ['root', 'admin'],
        ['alice', 'requester'],
        ['bob', 'requester'],
        ['dan', 'drafter'],
        ['carol', 'counsel'],
      ] as const)
        await people.set({ name, role }, 'test')
      await matters.save({ yaml: `matter: ${secret}\n`, by: 'alice' })
      await sharing.unshare('matter', hidden, { kind: 'counsel' }, 'alice')
      const sha256 = '0'.repeat(64)
      const sent = { file: '1-sent.docx', name: `${secret}.docx`, sha256, on: '2026-01-01' }
      const yaml = JSON.stringify({ version: 1, deal: 'x', paper: 'side-letter', rounds: [{ sent }] })
      await deals.place('zephyr deal', 'alice').begin({
        yaml: `matter: ../../matters/${hidden}.yaml\n# ${yaml}\n`,
        files: new Map([['1-sent.docx', secret]]),
      })
      const begun = { what: 'draft', title: secret, task: {}, by: 'alice', matter: hidden }
      kept.job = (await jobs.begin(begun, parts())).id
      await drafts.keep({
        ...{
          document: 'risk-memo',
          title: secret,
          format: 'docx',
          content: new Uint8Array([1]),
          by: 'alice',
        },
        matter: { name: hidden, version: 1 },
      })
      kept.upload = site.uploads.keep({ file: `${secret}.md`, bytes: Buffer.from(secret) }, 'alice')
      kept.review = site.reviews.keep(keptReview as never, 'alice')
      kept.table = site.tables.keep({ file: secret, rows: [], unread: [] }, 'alice')
      const file = { file: secret, bytes: Buffer.from(secret) }
      kept.answer = site.dealAnswers.keep({ round: 1, notes: [secret], file, back: '/deals' }, 'alice')
      const dropped = { task: { matter: '', turns: [] }, status: { points: [], deal: secret } }
      kept.dropped = site.droppedDeals.keep(dropped as never, 'alice')
      const sentForm = { fields: { vendor: [secret] }, files: [secret] }
      const what = { title: secret, back: '/review', sent: sentForm, whose: 'alice' }
      const work = site.underWay.begin(what, async () => {
        throw new Error(secret)
      })
      await work.settled
      kept.work = work.id
    })
    afterAll(async () => {
      company?.stop()
      for (const one of [site, ...signed]) {
        await one?.workshop.close()
        await one?.database?.close()
      }
      cluster.remove()
    })

    test('every route is decided', () => {
      const routes = [app, createApp(signed[0]!)].flatMap(routesOf)
      expect([...new Set(routes)].sort()).toEqual(Object.keys(decisions).sort())
    })

    /** What a route answers, but for what is another each time and for the names that were asked for. */
    async function answerOf(
      route: string,
      name: string,
      decided: Exclude<Decision, string>,
      names: Record<string, string>,
    ) {
      const [method, path = ''] = route.split(' ')
      const own = new Set<string>()
      const filled = path
        .replace('(.+?)...(.+)', () => {
          own.add('0').add('1')
          return `${names[0]}...${names[1]}`
        })
        .replaceAll(/:(\w+)/g, (_, field: string) => {
          own.add(field)
          return encodeURIComponent(names[field]!)
        })
      const rest = {
        ...decided.body,
        ...Object.fromEntries(Object.entries(names).filter(([field]) => !own.has(field))),
      }
      const address = decided.query ? `${filled}?${new URLSearchParams(rest)}` : filled
      const asked = method === 'GET' ? get(address, name) : request(app).post(address).set(as(name))
      if (method === 'POST' && decided.file) {
        for (const [field, word] of Object.entries(rest)) asked.field(field, word)
        asked.attach(decided.file, Buffer.from('words of a paper'), 'paper.md')
      } else if (method === 'POST' && path.startsWith('/api/')) asked.type('json').send(rest)
      else if (method === 'POST') asked.type('form').send(rest)
      const { status, headers, text = '', body } = await asked
      const { date: _, etag: __, 'content-length': ___, ...told } = headers
      let words = Buffer.isBuffer(body) ? body.toString('latin1') : text
      // A form has a number of its own, and says what was asked for.
      words = words.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'UUID')
      for (const [field, word] of Object.entries(names)) words = words.replaceAll(word, `<${field}>`)
      return { status, told, words, location: headers.location }
    }

    const named = Object.entries(decisions).filter(([, decided]) => typeof decided === 'object')
    test.each(named)('%s answers strangers as if there were nothing', async (route, decided) => {
      if (typeof decided === 'string') return
      for (const stranger of ['dan', 'carol']) {
        const there = await answerOf(route, stranger, decided, decided.names)
        const none = await answerOf(route, stranger, decided, decided.none)
        expect([stranger, there]).toEqual([stranger, none])
        expect(there.words).not.toContain(secret)
        expect(there.told['cache-control'] ?? '').not.toMatch(/public/)
        expect(there.told['cache-control'] ?? '').toMatch(/no-store|no-cache/)
      }
    })

    test.each(Object.entries(decisions).filter(([, decided]) => decided === 'list'))(
      '%s lists nothing that is not shared',
      async (route) => {
        const path = route.replace('GET ', '')
        for (const stranger of ['bob', 'carol', 'dan', 'root']) {
          const { text, headers } = await get(path, stranger)
          expect(text).not.toMatch(/zephyr/i)
          expect(headers['cache-control']).toMatch(/private|no-store/)
        }
        // A requester has no register; all else is there for its owner.
        if (path !== '/vendors') expect((await get(path, 'alice').expect(200)).text).toMatch(/zephyr/i)
      },
    )

    // What holds for strangers of what is there for nobody would hold of nothing.
    test.each(named.filter(([route]) => /^GET (?!.*(\/deals\/:name|obligations))/.test(route)))(
      '%s has something for its owner',
      async (route, decided) => {
        if (typeof decided === 'string') return
        const there = await answerOf(route, 'alice', decided, decided.names)
        expect(there).not.toEqual(await answerOf(route, 'alice', decided, decided.none))
      },
    )

    test('what is searched for is found by those alone who see it, and counted so', async () => {
      expect((await get('/draft?find=zephyr', 'alice')).text).toContain(secret)
      expect((await get('/draft?find=zephyr', 'carol')).text).not.toContain(secret)
    })

    /** A matter of alice, as it is saved by nobody else. */
    async function matterOf(title: string, by = 'alice'): Promise<{ name: string; base: string }> {
      return site.database!.matters.save({ yaml: `matter: ${title}\n`, by })
    }
    const statusOf = async (path: string, name: string) => (await get(path, name)).status

    test('a matter is its maker’s and for all counsel, until its owner shares it otherwise', async () => {
      const { name } = await matterOf('Birch')
      const page = `/matters/${name}/versions`
      const seen = async () =>
        Promise.all(['alice', 'bob', 'dan', 'carol', 'root'].map((one) => statusOf(page, one)))
      expect(await seen()).toEqual([200, 404, 404, 200, 404])
      await post(`/matters/${name}/share`, 'alice', { with: 'person', person: 'bob' }).expect(303)
      await post(`/matters/${name}/unshare`, 'alice', { with: 'counsel', person: '' }).expect(303)
      expect(await seen()).toEqual([200, 200, 404, 404, 404])
      expect((await get(page, 'alice')).text).toMatch(/It is alice’s[\s\S]*Share no more with bob/)
      // Who only reads it neither shares it on, nor takes it, nor says more than who sees it.
      await post(`/matters/${name}/share`, 'bob', { with: 'everyone', person: '' }).expect(403)
      await post(`/matters/${name}/give`, 'bob', { to: 'bob' }).expect(403)
      expect((await get(page, 'bob')).text).not.toMatch(/<h2>(Rename|Delete)|>Share</)
      await post(`/matters/${name}/share`, 'alice', { with: 'everyone', person: '' }).expect(303)
      expect(await seen()).toEqual([200, 200, 200, 200, 200])
      const deeds = []
      for await (const some of site.database!.deeds()) deeds.push(...some)
      expect(deeds.filter((one) => one.name === name).map(({ by, did }) => `${by}: ${did}`)).toEqual([
        'alice: saved',
        'alice: shared with bob',
        'alice: shared no more with all counsel',
        'alice: shared with everyone',
      ])
    })

    test('is shared with nobody who may not come in, and given to such neither', async () => {
      const { name } = await matterOf('Alder')
      const told = await post(`/matters/${name}/share`, 'alice', { with: 'person', person: 'eve' }).expect(
        400,
      )
      expect(told.text).toContain('Nobody of that name may come in')
      await post(`/matters/${name}/give`, 'alice', { to: 'eve' }).expect(400)
      await post(`/matters/${name}/give`, 'alice', { to: 'bob' }).expect(303)
      expect(await statusOf(`/matters/${name}/edit`, 'alice')).toBe(404)
      expect(await statusOf(`/matters/${name}/edit`, 'bob')).toBe(200)
    })

    test('is changed by its owner, drafters and counsel, and deleted by its owner and counsel alone', async () => {
      const { name, base } = await matterOf('Cedar')
      await post(`/matters/${name}/share`, 'alice', { with: 'everyone', person: '' }).expect(303)
      const edit = { yaml: 'matter: Cedar\nuses: []\n', base, document: '' }
      const told = await post(`/matters/${name}`, 'bob', edit).expect(403)
      expect(told.text).toContain('not yours to change')
      await post(`/matters/${name}`, 'dan', edit).expect(303)
      const { base: now } = await site.database!.matters.open(name)
      await post(`/matters/${name}/restore`, 'bob', { version: '1', base: now }).expect(403)
      await post(`/matters/${name}/rename`, 'dan', { to: 'fir', base: now }).expect(403)
      await post(`/matters/${name}/delete`, 'dan', { sure: 'yes', base: now }).expect(403)
      await post(`/matters/${name}/delete`, 'carol', { sure: 'yes', base: now }).expect(303)
      expect(await statusOf(`/matters/${name}/edit`, 'alice')).toBe(404)
    })

    test('keeps the Word file of a matter that is kept, for those who see the matter', async () => {
      const { name, base } = await matterOf('Whitebeam')
      const facts = {
        'client.name': 'A company',
        'client.principal_place_of_business': 'US',
        'models[0].model': 'Llama 3.1',
        'models[0].license': 'llama-3.1',
        _do: 'docx',
      }
      const form = { ...facts, matter: 'Whitebeam', _file: name, _base: base }
      for (let again = 2; again > 0; again -= 1) await post('/draft/side-letter', 'alice', form).expect(200)
      const { text } = await get('/drafts?find=whitebeam', 'carol').expect(200)
      expect(text.match(/href="\/drafts\/whitebeam-side-letter\/file"/g)).toHaveLength(1)
      expect(text).toContain('whitebeam, version 1')
      expect((await get('/drafts?find=whitebeam', 'bob')).text).toContain('None has these words')
      await post('/drafts/whitebeam-side-letter/sent', 'carol').expect(303)
      expect((await get('/drafts', 'alice')).text).toContain('says carol')
      expect((await post('/drafts/whitebeam-side-letter/sent', 'alice').expect(422)).text).toContain(
        'was sent before',
      )
      const record = (await site.database!.drafts.open('whitebeam-side-letter')).record
      expect(JSON.parse(record!)).toMatchObject({ document: 'side-letter', matter: { matter: 'Whitebeam' } })
      // What is not saved anywhere is kept nowhere.
      await post('/draft/side-letter', 'alice', { ...facts, matter: 'Whitebeam too' }).expect(200)
      expect((await get('/drafts', 'alice')).text).not.toContain('Whitebeam too')
    })

    test('shows a review of many papers to whoever sent them, and to whom the matter is shared that they are held against', async () => {
      const terms = 'examples/papers/tidewater-terms.md'
      const sent = (who: string) =>
        request(app)
          .post('/review')
          .set('X-Forwarded-User', who)
          .attach('paper', terms)
          .attach('paper', terms)
      const own = (await sent('bob').attach('matter_file', 'examples/vendor-saas.yaml').expect(303)).headers
        .location!
      expect(await statusOf(own, 'bob')).toBe(200)
      for (const other of ['alice', 'carol']) expect(await statusOf(own, other)).toBe(404)
      const { name } = await matterOf('Birch')
      const shared = (await sent('alice').field('matter', name).expect(303)).headers.location!
      expect(await statusOf(shared, 'carol')).toBe(200)
      expect(await statusOf(shared, 'bob')).toBe(404)
      expect((await sent('bob').field('matter', name)).status).toBe(
        (await sent('bob').field('matter', 'none-such')).status,
      )
    })

    test('keeps no more than five jobs of one person under way, and removes what is done with', async () => {
      const { people, jobs } = site.database!
      await people.set({ name: 'mallory', role: 'requester' }, 'test')
      const begun = { what: 'draft', title: 'papers', task: {}, by: 'mallory' }
      for (let at = 0; at < 5; at += 1) await jobs.begin(begun, parts())
      const terms = 'examples/papers/tidewater-terms.md'
      const sent = () =>
        request(app)
          .post('/review')
          .set(as('mallory'))
          .attach('paper', terms)
          .attach('paper', terms)
          .attach('matter_file', 'examples/vendor-saas.yaml')
      const told = await sent().expect(429)
      expect(told.text).toContain('You have 5 jobs under way')
      const [first] = await site.database!.seenBy({ name: 'mallory', role: 'requester' }).jobs.list()
      const page = `/jobs/${first!.id}`
      expect((await get(page, 'mallory')).text).not.toContain('Remove this job')
      expect((await post(`${page}/remove`, 'mallory', { sure: 'yes' }).expect(422)).text).toContain(
        'cancel it first',
      )
      await post(`${page}/cancel`, 'mallory').expect(303)
      expect((await get(page, 'mallory')).text).toContain('Remove this job')
      expect((await post(`${page}/remove`, 'mallory').expect(422)).text).toContain('tick that you are sure')
      const gone = await post(`${page}/remove`, 'mallory', { sure: 'yes' }).expect(303)
      expect(gone.headers.location).toBe('/jobs')
      expect(await statusOf(page, 'mallory')).toBe(404)
      await sent().expect(303)
    })

    test('tells requesters nothing of a batch over the register, who asked for it as a drafter neither', async () => {
      const { people, vendors } = site.database!
      await people.set({ name: 'nina', role: 'drafter' }, 'test')
      await vendors.save({
        yaml: 'vendor: { name: Linnet Ltd, product: Notes }\nstatus: asked\n',
        by: 'nina',
      })
      const asked = { document: 'vendor-questionnaire', query: 'find=linnet' }
      const page = (await post('/vendors/drafts', 'nina', asked).expect(303)).headers.location!
      expect(await statusOf(page, 'nina')).toBe(200)
      await people.set({ name: 'nina', role: 'requester' }, 'test')
      expect(await statusOf(page, 'nina')).toBe(404)
      expect((await get('/jobs', 'nina')).text).not.toContain('vendor-questionnaire')
    })

    test('leaves its deals and jobs to nobody who takes its name', async () => {
      const { matters, deals, jobs, seenBy } = site.database!
      const { name, base } = await matterOf('Elm')
      await deals.place('elm deal', 'alice').begin({
        yaml: `matter: ../../matters/${name}.yaml\n`,
        files: new Map(),
      })
      const begun = { what: 'draft', title: 'Elm', task: {}, by: 'alice', matter: name }
      const { id } = await jobs.begin(begun, parts())
      const bob = seenBy({ name: 'bob', role: 'requester' })
      const alice = seenBy({ name: 'alice', role: 'requester' })
      await alice.deals.look('elm deal')
      await matters.remove(name, base, 'alice')
      expect((await matterOf('Elm', 'bob')).name).toBe(name)
      await expect(bob.deals.look('elm deal')).rejects.toThrow('no deal')
      await expect(bob.jobs.open(id)).rejects.toThrow('no such job')
      // A turn of somebody who has the database leaves it so.
      await deals
        .place('elm deal', 'carol')
        .hold((held) => held.save({ yaml: `${held.yaml}# more\n`, did: 'changed' }))
      await expect(bob.deals.look('elm deal')).rejects.toThrow('no deal')
    })

    test('saved again, what was given away is not there, and no server looks for it for ever', async () => {
      const alice = site.database!.seenBy({ name: 'alice', role: 'requester' })
      const saving = { yaml: 'matter: Rowan\n', by: 'alice', once: 'c0ffee00-0000-4000-8000-000000000000' }
      const { name } = await alice.matters.save(saving)
      expect((await alice.matters.save(saving)).name).toBe(name)
      await alice.sharing.unshare('matter', name, { kind: 'counsel' }, 'alice')
      await alice.sharing.give('matter', name, 'bob', 'alice')
      await expect(alice.matters.save(saving)).rejects.toThrow('no such matter')
      expect(await site.database!.matters.openAll(['rowan-2'])).toEqual([])
    })

    test('a deal has the words of its own matter, and never those of another that took the name', async () => {
      const { deals, seenBy } = site.database!
      const alice = seenBy({ name: 'alice', role: 'drafter' })
      const { name, base } = await matterOf('Falcon')
      const place = deals.place('falcon deal', 'alice')
      const { path, id, yaml } = await place.matterNamed(name)
      const asked = await alice.deals.numbered(name)
      await place.begin({ yaml: `matter: ${path}\n`, matter: id, files: new Map() })
      const read = async () => (await place.open()).matter(path)
      await alice.matters.rename(name, 'kestrel', base, 'alice')
      expect(await read()).toEqual({ yaml, file: 'kestrel' })
      const { stamp } = await alice.deals.look('falcon deal')
      await site.database!.matters.save({ yaml: 'matter: Falcon\nsecret: walled\n', by: 'bob' })
      await expect(read()).rejects.toThrow('another has its name now: name one with clausebook round set')
      // What was read before is not shown again.
      expect((await alice.deals.look('falcon deal')).stamp).not.toBe(stamp)
      await expect(place.matterNamed(asked)).rejects.toThrow('another matter by now')
      await place.hold((held) =>
        held.save({ yaml: 'matter: ../../matters/kestrel.yaml\n', matter: id, did: 'matter set' }),
      )
      expect((await (await place.open()).matter('../../matters/kestrel.yaml')).yaml).toBe(yaml)
    })

    test('a deal whose matter is deleted before it is kept is not kept, for counsel least of all', async () => {
      const { deals, matters } = site.database!
      const { name, base } = await matterOf('Osprey')
      const place = deals.place('osprey deal', 'alice')
      const { path, id } = await place.matterNamed(name)
      await matters.remove(name, base, 'alice')
      const opened = place.begin({ yaml: `matter: ${path}\n`, matter: id, files: new Map() })
      await expect(opened).rejects.toThrow('deleted in the meantime')
      expect(await deals.isTaken('osprey deal')).toBe(false)
    })

    test('requesters open and answer no deal, their own neither, and have no form for it', async () => {
      for (const what of ['answer', 'undo', 'approve']) {
        const told = await post(`/deals/zephyr%20deal/${what}`, 'alice', { approve: 'A' }).expect(403)
        expect(told.text).toContain('for drafters and counsel')
      }
      const sent = (path: string, field: string) =>
        request(app)
          .post(path)
          .set(as('alice'))
          .field({ name: 'own deal', matter: hidden, on: '' })
          .attach(field, Buffer.from('words'), 'paper.docx')
      expect((await sent('/deals/zephyr%20deal/returned', 'returned')).status).toBe(403)
      expect((await sent('/deals', 'sent_1')).status).toBe(403)
      expect((await get('/deals', 'alice')).text).not.toContain('To keep it here')
      expect((await get('/deals', 'dan')).text).toContain('To keep it here')
    })

    test('a deal and a job that are shared with a requester are there to be read', async () => {
      await site.database!.sharing.share('matter', hidden, { kind: 'person', name: 'bob' }, 'alice')
      expect((await get('/api/deals', 'bob')).text).toContain('zephyr deal')
      await post('/deals/zephyr%20deal/undo', 'bob').expect(403)
      expect(await statusOf(`/jobs/${kept.job}`, 'bob')).toBe(200)
      await post(`/jobs/${kept.job}/cancel`, 'bob').expect(403)
      await site.database!.sharing.unshare('matter', hidden, { kind: 'person', name: 'bob' }, 'alice')
    })

    test('an approval is counsel’s to write down, and no owner’s own', async () => {
      const { sharing } = site.database!
      await sharing.share('matter', hidden, { kind: 'everyone' }, 'alice')
      const asked = (as: string) => post('/deals/zephyr%20deal/approve', as, { approve: 'Dana' })
      for (const as of ['alice', 'dan', 'root'])
        expect((await asked(as).expect(403)).text).toContain('counsel')
      expect((await asked('carol')).text).not.toContain('for counsel to write down')
      await sharing.unshare('matter', hidden, { kind: 'everyone' }, 'alice')
    })

    test('“sent” waits for counsel’s approval of exactly the draft, of which no stranger is told', async () => {
      const { jobs, matters, sharing, vendors } = site.database!
      const { name: matter } = await matters.save({ yaml: 'matter: Heron\n', by: 'dan' })
      const yaml = 'vendor: { name: Heron Ltd, product: Notes }\nstatus: drafted\n'
      const { name: vendor } = await vendors.save({ yaml, by: 'dan' })
      async function* given() {
        yield { things: [{ place: vendor, facts: { vendor: { name: 'Heron Ltd', product: 'Notes' } } }] }
      }
      const none = { clausesIn: [], clausesOut: [], blanks: [], risk: '', open: 0, messages: [], notes: [] }
      const approvals = [{ clause: 'a', title: 'Audit', approver: 'Head of audit', what: 'is left out' }]
      const drafted = async (sha256: string) => {
        const task = { document: 'vendor-addendum', format: 'docx', draft: {}, settings: '', own: [] }
        const { id } = await jobs.begin({ what: 'draft', title: 'x', task, by: 'dan', matter }, given())
        for (let part = await jobs.next('w'); part; part = await jobs.next('w')) {
          const said = { input: '', outcome: { ...none, sha256, approvals } }
          const mine = part.job === id
          await part.done(
            part.things.map(() =>
              mine ? { failed: false, said, waits: true } : { failed: true, said: { problem: 'none' } },
            ),
          )
        }
        return id
      }
      const first = await drafted('1'.repeat(64))
      const id = await drafted('2'.repeat(64))
      const sent = async (as: string) => {
        const { base } = await vendors.open(vendor)
        return post(`/vendors/${vendor}`, as, { status: 'sent', base })
      }
      const told = await sent('dan')
      expect([told.status, told.text]).toEqual([
        422,
        expect.stringContaining(
          `>the draft for Heron Ltd waits for the approval of Head of audit (job ${id}): “sent” is for after it<`,
        ),
      ])
      const bulk = await post('/vendors/bulk', 'dan', { vendor, status: 'sent', query: '' }).expect(422)
      expect(bulk.text).toContain('waits for the approval of Head of audit')
      const kept = await site.register!.open(vendor)
      const record = { ...kept.record, status: 'sent' as const }
      const row = { place: 'a.csv:2', state: 'changed' as const, kept, record, changes: [], remarks: [] }
      const table = site.tables.keep({ file: 'a.csv', rows: [row], unread: [] }, 'dan')
      const rows = await post(`/vendors/tables/${table}`, 'dan').expect(400)
      expect(rows.text).toContain('waits for the approval of Head of audit')
      const approve = (as: string, draft: string, job = id) =>
        post(`/jobs/${job}/decide`, as, { word: 'approved', draft })
      // Counsel alone, who see the matter; and what is approved is that draft and no other.
      await approve('dan', '2'.repeat(64)).expect(403)
      expect((await get(`/jobs/${id}`, 'dan')).text).not.toContain('Approve what is ticked')
      await approve('bob', '2'.repeat(64)).expect(404)
      await approve('carol', '1'.repeat(64)).expect(422)
      await approve('carol', '1'.repeat(64), first).expect(303)
      expect((await sent('dan')).status).toBe(422)
      // Whoever does not see the matter is told nothing of its drafts.
      await sharing.unshare('matter', matter, { kind: 'counsel' }, 'dan')
      expect((await get(`/vendors/${vendor}`, 'dan')).text).toContain(`/jobs/${id}`)
      expect((await get(`/vendors/${vendor}`, 'carol')).text).not.toMatch(/Head of audit|\/jobs\//)
      await approve('carol', '2'.repeat(64)).expect(404)
      await sharing.share('matter', matter, { kind: 'counsel' }, 'dan')
      await approve('carol', '2'.repeat(64)).expect(303)
      expect((await get(`/vendors/${vendor}`, 'dan')).text).not.toContain('Head of audit')
      expect((await sent('dan')).status).toBe(303)
      const deeds = (await jobs.deeds(id)).map(({ by, did, sha256 }) => [by, did, sha256])
      expect(deeds.at(-1)).toEqual(['carol', 'approved draft 1', '2'.repeat(64)])
      // One that is set aside holds up nothing either.
      const third = await drafted('3'.repeat(64))
      await post(`/vendors/${vendor}`, 'dan', { status: 'drafted', base: (await vendors.open(vendor)).base })
      expect((await sent('dan')).status).toBe(422)
      await post(`/jobs/${third}/decide`, 'dan', { word: 'set aside', draft: '3'.repeat(64) }).expect(303)
      expect((await sent('dan')).status).toBe(303)
    })

    test('nobody comes in whom no admin let in, whatever the sign-on says', async () => {
      for (const name of ['eve', 'ali\u00adce', ' alice', 'Alice', 'alice, bob', 'alice\u0085'])
        expect([name, (await get('/draft', Buffer.from(name).toString('latin1'))).status]).toEqual([
          name,
          // What stands around a header is none of it.
          name === ' alice' ? 200 : expect.toBeOneOf([401, 403]),
        ])
      await request(app).get('/draft').expect(401)
      const { body } = await get('/api/deals', 'eve').expect(403)
      expect(body.detail).toContain('nobody has let that name in')
    })

    test('who comes by the company’s sign-on sees what is theirs, on every server until signing out on one', async () => {
      const [first, second] = signed.map((one) => browserOf(createApp(one)))
      company.person = 'alice'
      const page = await first!.open(`/matters/${hidden}/versions`)
      expect([page.status, page.text]).toEqual([200, expect.stringContaining(hidden)])
      second!.cookies = first!.cookies
      const isIn = async () => (await second!.ask('/draft', { 'Sec-Fetch-Mode': 'cors' })).status
      expect(await isIn()).toBe(200)
      const [[, word]] = [...first!.cookies] as [[string, string]]
      const kept = cluster.run('psql', [
        '-At',
        site.options.database!,
        '-c',
        'select * from clausebook.sign_in',
      ])
      expect(kept).toMatch(/^[0-9a-f]{64}\|alice\|/)
      expect(kept).not.toContain(word)
      // The roles are those of this moment.
      await site.database!.people.remove('alice', 'test')
      expect(await isIn()).toBe(403)
      await site.database!.people.set({ name: 'alice', role: 'requester' }, 'test')
      const cookies = new Map(first!.cookies)
      expect((await first!.send('/sign-out')).status).toBe(303)
      second!.cookies = cookies
      expect(await isIn()).toBe(401)
    })

    test('who is signed in and not let in is told so, can sign out, and sees nothing after twelve hours either', async () => {
      company.person = 'eve'
      const browser = browserOf(createApp(signed[0]!))
      const page = await browser.open('/draft')
      expect([page.status, page.text]).toEqual([403, expect.stringContaining('nobody has let that name in')])
      expect(page.text).toMatch(/eve<\/span> <button>Sign out/)
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 12 * 3_600_000 })
      const later = await browser.ask('/draft')
      vi.useRealTimers()
      expect(later.headers.location).toContain(company.settings.issuer)
    })

    test('an admin says who is what, and it holds from the next request on', async () => {
      for (const name of ['alice', 'dan', 'carol']) {
        await get('/people', name).expect(404)
        await post('/people', name, { name: 'eve', role: 'admin' }).expect(404)
        await post('/people/remove', name, { name: 'root' }).expect(404)
      }
      expect((await get('/draft', 'dan')).text).not.toContain('href="/people"')
      await post('/people', 'root', { name: 'eve', role: 'drafter' }).expect(303)
      expect((await get('/people', 'root').expect(200)).text).toContain('Let eve in no more')
      await get('/vendors', 'eve').expect(200)
      expect((await get('/api/vendors', 'eve')).status).toBe(200)
      await post('/people', 'root', { name: 'eve', role: 'requester' }).expect(303)
      await get('/api/vendors', 'eve').expect(404)
      await post('/texts/fetch', 'eve').expect(403)
      await post('/people/remove', 'root', { name: 'eve' }).expect(303)
      await get('/draft', 'eve').expect(403)
      const last = await post('/people/remove', 'root', { name: 'root' }).expect(422)
      expect(last.text).toContain('Nobody would be admin then')
      await post('/people', 'root', { name: 'root', role: 'counsel' }).expect(422)
      await post('/people', 'root', { name: 'eve', role: 'king' }).expect(422)
    })

    test('whoever has the database says the same on the command line', async () => {
      const { name } = await matterOf('Hazel')
      const run = (...args: string[]) => {
        const env = { ...process.env, CLAUSEBOOK_DATABASE: site.options.database }
        const { stdout, stderr } = spawnSync(process.execPath, [program, 'people', ...args], {
          encoding: 'utf8',
          env,
        })
        return stdout + stderr
      }
      expect(run('set', 'erin', 'drafter', '--by', 'test')).toBe('erin is drafter.\n')
      expect(run('list')).toMatch(/^NAME +ROLE\n[\s\S]*erin +drafter/)
      expect(run('share', name, '--with', 'erin')).toBe(
        'hazel is alice’s, and shared with all counsel, erin.\n',
      )
      expect(run('unshare', name, '--counsel')).toBe('hazel is alice’s, and shared with erin.\n')
      expect(run('share', name, '--with', 'nobody')).toContain('nobody of that name may come in')
      expect(run('share', name)).toContain('with whom is not said')
      expect(run('give', name, 'erin')).toBe('hazel is erin’s, and shared with erin.\n')
      expect(run('who', 'none')).toContain('there is no such matter')
      expect(run('remove', 'erin')).toBe('erin comes in no more.\n')
    })

    test('a server tells people apart by a sign-on and a database, or does not begin', async () => {
      const { database } = site.options
      const refused = (options: object) =>
        openSite(options).then(
          () => 'opened',
          (error: unknown) => String(error),
        )
      const header = { trustProxyUser: 'X-Forwarded-User' }
      expect(await refused({ people: true, ...header })).toContain('--people needs a database')
      expect(await refused({ people: true, database })).toContain('--people needs a sign-on')
      const both = { people: true, database, ...header, token: 'a-token-of-some-length' }
      expect(await refused(both)).toContain('--people needs a sign-on')
    })
  },
)

async function* parts() {
  yield { things: [secret] }
}

const keptReview = {
  task: { paper: { file: secret, bytes: Buffer.from('') }, matter: '', vendor: '' },
  reviewed: { clauses: [{ text: secret }], review: { paper: 'vendor', rows: [] }, given: [] },
  matter: hidden,
  said: [],
}
