import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp, openSite } from '../../src/server/index.ts'
import { describedBy } from './described.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausebook-vendors-page-'))
const register = join(folder, 'register')
mkdirSync(register)
const site = await openSite({ register, workTime: 60_000 })
const app = createApp(site)
afterAll(async () => {
  await site.workshop.close()
  rmSync(folder, { recursive: true })
})

const expectDescribed = describedBy((await request(app).get('/api/openapi.json').expect(200)).body)

const table = [
  'vendor.name;vendor.product;vendor.models;status;owner;dates.signed;levels.incidents;#supplier id',
  'Foxglove Data Ltd;Foxglove Notes;Llama 3.3;signed;Ada;2026-03-01;preferred;00471',
  '<b>Harbour</b> & Sons;Harbour Desk;Llama 4 Scout;sent;Li;;;',
  'Marram GmbH;Marram Chat;Llama 3.1;won;Li;;;',
].join('\n')

const send = (words: string, name = 'vendors.csv') =>
  request(app).post('/vendors/tables').attach('table', Buffer.from(words), name)
const idOf = (name: string) => `/vendors/${name}`
const foxglove = idOf('foxglove-data-ltd-foxglove-notes')
const harbour = 'b-harbour-b-sons-harbour-desk'
/** What the page of a vendor gives back with what is typed. */
async function baseOf(address: string): Promise<string> {
  const { text } = await request(app).get(address).expect(200)
  return /name="base" value="([^"]+)"/.exec(text)![1]!
}

describe('a table that is sent', () => {
  let read = ''
  beforeAll(async () => {
    const { headers } = await send(table).expect(303)
    read = headers.location!
  })

  test('is shown with what it changes and what is wrong in it, and is not kept before that is said', async () => {
    const { text } = await request(app).get(read).expect(200)
    expect(text).toContain('3 rows: 2 new, 0 changed, 0 as before, 1 that cannot be read')
    expect(text).toMatch(/vendors\.csv:4<\/strong> status: expected one of/)
    expect((await request(app).get('/vendors').expect(200)).text).toContain('None yet')
    await request(app).post(read).type('form').send({}).expect(303)
    const { body } = await request(app).get('/api/vendors').expect(200)
    expect(body.vendors.map(({ id }: { id: string }) => id)).toEqual([
      harbour,
      'foxglove-data-ltd-foxglove-notes',
    ])
    expect(body.vendors[1].ids).toEqual({ 'supplier id': '00471' })
    // Once it is read in, it is gone: a second click keeps nothing twice.
    await request(app).post(read).type('form').send({}).expect(410)
  })

  test('that says what is kept already has nothing to keep, also as the file that the page gives', async () => {
    const csv = (await request(app).get('/vendors/file?format=csv').expect(200)).text
    const again = await send(csv).expect(303)
    const { text } = await request(app).get(again.headers.location!).expect(200)
    expect(text).toContain('2 rows: 0 new, 0 changed, 2 as before')
    expect(text).toContain('There is nothing to keep')
  })

  test('in the words of others is asked for what its columns are, with a guess for each, and read by what is said', async () => {
    const theirs = [
      'Suppliers as of March;;;;',
      'Supplier;Application;Contract end;Tier;Remarks',
      'Thrift Ltd;Thrift Mail;31.12.2027;A;x',
      'Total;;;;',
    ].join('\n')
    const asked = (await send(theirs, 'theirs.csv').expect(303)).headers.location!
    const { text } = await request(app).get(asked).expect(200)
    expect(text).toContain('name="header" type="number" min="1" value="2"')
    const chosen = [
      ...text.matchAll(
        /<select name="column_\d" aria-label="What ([^"]+) is">.*?<option value="([^"]+)" selected/g,
      ),
    ]
    expect(chosen.map(([, name, fact]) => [name, fact])).toEqual([
      ['Supplier', 'vendor.name'],
      ['Application', 'vendor.product'],
      ['Contract end', 'term.ends'],
      ['Tier', '#'],
      ['Remarks', '#'],
    ])
    await request(app).post(asked).type('form').send({}).expect(409)
    const said = {
      column_0: 'vendor.name',
      column_1: 'vendor.product',
      column_2: 'term.ends',
      column_3: '#',
      header: '2',
    }
    const twice = await request(app)
      .post(`${asked}/columns`)
      .type('form')
      .send({ ...said, column_1: 'vendor.name' })
      .expect(422)
    expect(twice.text).toMatch(/role="alert"[^>]*>vendor\.name has two columns/)
    const first = await request(app)
      .post(`${asked}/columns`)
      .type('form')
      .send({ ...said, header: '1' })
      .expect(303)
    expect((await request(app).get(first.headers.location!).expect(200)).text).toContain(
      'Suppliers as of March</th>',
    )
    const read = await request(app).post(`${asked}/columns`).type('form').send(said).expect(303)
    const shown = (await request(app).get(read.headers.location!).expect(200)).text
    expect(shown).toContain('1 row: 1 new')
    expect(shown).toContain('Not read: the sum in row 4 (“Total”)')
  })

  test('that is none is refused in a sentence that names it', async () => {
    const none = await send('# A heading\n', 'README.md').expect(422)
    expect(none.text).toMatch(/role="alert"[^>]*>README\.md/)
    const broken = await send('PK', 'vendors.xlsx').expect(422)
    expect(broken.text).toMatch(/role="alert"[^>]*>vendors\.xlsx/)
    await request(app).post('/vendors/tables').field('locale', 'de-DE').expect(422)
  })
})

describe('the register', () => {
  test('is searched, filtered and sorted by its address, and a filter that is none is refused', async () => {
    const listed = async (query: string) => {
      const { text } = await request(app).get(`/vendors?${query}`).expect(200)
      return [...text.matchAll(/<th scope="row"><a href="\/vendors\/([^"]+)"/g)].map(([, id]) => id)
    }
    expect(await listed('find=00471')).toEqual(['foxglove-data-ltd-foxglove-notes'])
    expect(await listed('status=sent')).toEqual([harbour])
    expect(await listed('owner=Ada&model=Llama+3.3')).toEqual(['foxglove-data-ltd-foxglove-notes'])
    expect(await listed('sort=signed')).toEqual(['foxglove-data-ltd-foxglove-notes', harbour])
    expect(await listed('find=nobody')).toEqual([])
    await request(app).get('/vendors?status=won').expect(400)
    await request(app).get('/vendors?sort=moon').expect(400)
    await request(app).get('/api/vendors?q=foxglove').expect(400)
    await request(app).get('/api/vendors/nobody').expect(404)
  })

  test('shows names as they are written, and nothing of them as HTML', async () => {
    const { text } = await request(app).get('/vendors').expect(200)
    expect(text).toContain('&lt;b&gt;Harbour&lt;/b&gt; &amp; Sons')
    expect(text).not.toContain('<b>Harbour')
  })

  test('several vendors are changed at once, and what is left empty stays', async () => {
    const both = { vendor: ['foxglove-data-ltd-foxglove-notes', harbour], category: 'Assistants' }
    const { headers } = await request(app)
      .post('/vendors/bulk')
      .type('form')
      .send({ ...both, query: 'status=sent' })
      .expect(303)
    expect(headers.location).toBe('/vendors?status=sent&changed=2')
    const { body } = await request(app).get(`/api${foxglove}`).expect(200)
    expect(body).toMatchObject({ category: 'Assistants', owner: 'Ada', status: 'signed' })
    const none = await request(app).post('/vendors/bulk').type('form').send({ category: 'X' }).expect(422)
    expect(none.text).toContain('tick the vendors')
  })
})

describe('a vendor', () => {
  test('is changed on its page with who did it, and a value that is none keeps what was typed', async () => {
    const base = await baseOf(foxglove)
    const said = {
      base,
      status: 'signed',
      owner: 'Grace',
      'dates.signed': '2026-03-01',
      'term.renews': '2027-03-01',
      'term.notice_days': '60',
    }
    await request(app).post(foxglove).type('form').send(said).expect(303)
    const { body } = await request(app).get(`/api${foxglove}`).expect(200)
    expect(body).toMatchObject({ owner: 'Grace', term: { renews: '2027-03-01', notice_days: 60 } })
    // The field of the category was empty.
    expect(body.category).toBeUndefined()
    expect(body.history[0].changes.map(({ path }: { path: string }) => path)).toContain('owner')
    expectDescribed('/api/vendors/{id}', 'get', 200, 'application/json', body)
    const long = await request(app)
      .post(foxglove)
      .type('form')
      .send({ ...said, base: await baseOf(foxglove), owner: 'o'.repeat(3000) })
      .expect(422)
    expect(long.text).toContain('o'.repeat(3000))
    const wrong = await request(app)
      .post(foxglove)
      .type('form')
      .send({ ...said, base: await baseOf(foxglove), owner: 'Joan', 'dates.signed': 'soon' })
      .expect(422)
    expect(wrong.text).toMatch(/role="alert"/)
    expect(wrong.text).toContain('value="Joan"')
  })

  test('that somebody else changed first is not overwritten unseen', async () => {
    const address = idOf(harbour)
    const base = await baseOf(address)
    await request(app).post(address).type('form').send({ base, status: 'sent', owner: 'First' }).expect(303)
    const second = await request(app)
      .post(address)
      .type('form')
      .send({ base, status: 'sent', owner: 'Second' })
      .expect(422)
    expect(second.text).toContain('Somebody else changed this vendor')
    expect(second.text).toContain('value="Second"')
    expect((await request(app).get(`/api${address}`)).body.owner).toBe('First')
  })

  test('that is not there is not found, on the page and by the API', async () => {
    for (const address of [idOf('nobody'), '/api/vendors/nobody', idOf('..%2f..%2fetc'), '/vendors/tables/x'])
      expect([400, 404, 410]).toContain((await request(app).get(address)).status)
  })
})

describe('a view', () => {
  const keep = (name: string, query = 'owner=Grace&sort=renews&columns=owner&columns=term') =>
    request(app).post('/vendors/views').type('form').send({ name, query })
  const at = '/vendors?view=renewals-of-ada-b'

  test('is kept under a name, and its address shows what it asks for', async () => {
    const { headers } = await keep(' Renewals of Ada <b> ').expect(303)
    expect(headers.location).toBe(at)
    const { text } = await request(app).get(at).expect(200)
    expect(text).toContain('View “Renewals of Ada &lt;b&gt;”')
    expect(text).toContain('Foxglove Data Ltd')
    expect(text).not.toContain('Harbour Desk')
    expect(text).toMatch(
      /<th scope="col">Vendor<\/th><th scope="col">Term<\/th><th scope="col" class="spare">Owner<\/th><\/tr>/,
    )
    expect(text).toContain('<option value="renews" selected>')
    // What the address says beside it goes before it.
    expect((await request(app).get(`${at}&owner=First`).expect(200)).text).toContain('Harbour')
    expect((await request(app).get('/vendors').expect(200)).text).toContain(
      `<a href="${at.replace('=', '&#x3D;')}">`,
    )
  })

  test('with a name that is none, is taken or is too long is refused, with what was typed still there', async () => {
    for (const name of ['', 'RENEWALS of Ada <b>', 'x'.repeat(81), 'a\u202eb']) {
      const { text } = await keep(name).expect(422)
      expect(text).toMatch(/role="alert"/)
      expect(text).toContain('<option selected>Grace</option>')
    }
    await keep('Odd', 'status=won').expect(400)
    expect((await keep('x'.repeat(81)).expect(422)).text).toContain(
      'a view has a name of 80 characters at most',
    )
  })

  test('is renamed, its address staying, and removed', async () => {
    await request(app).post('/vendors/views/renewals-of-ada-b').type('form').send({ name: 'Ada' }).expect(303)
    expect((await request(app).get(at).expect(200)).text).toContain('View “Ada”')
    const empty = await request(app)
      .post('/vendors/views/renewals-of-ada-b')
      .type('form')
      .send({ name: ' ' })
      .expect(422)
    expect(empty.text).toContain('View “Ada”')
    expect(readFileSync(join(register, 'views', 'renewals-of-ada-b.yaml'), 'utf8')).toBe(
      'view: Ada\nowner: Grace\nsort: renews\ncolumns:\n  - term\n  - owner\n',
    )
    await request(app).post('/vendors/views/renewals-of-ada-b/remove').type('form').send({}).expect(303)
    await request(app).get(at).expect(404)
    expect((await request(app).get('/vendors').expect(200)).text).not.toContain('Views:')
  })
})

describe('what is due', () => {
  test('stands by month, as a calendar and for programs', async () => {
    const { text } = await request(app).get('/vendors/obligations?due=3y').expect(200)
    expect(text).toContain('Foxglove Data Ltd')
    const { body } = await request(app).get('/api/obligations?due=3y').expect(200)
    expectDescribed('/api/obligations', 'get', 200, 'application/json', body)
    const all = await request(app).get('/api/vendors').expect(200)
    expectDescribed('/api/vendors', 'get', 200, 'application/json', all.body)
    expect(body.standing.length).toBeGreaterThan(0)
    const calendar = await request(app).get('/vendors/obligations?due=3y&format=ics').expect(200)
    expect(calendar.headers['content-type']).toContain('text/calendar')
    expect(text).toContain('What the licenses ask for')
    expect(body.licenses.duties.length + body.licenses.notKnown.length).toBeGreaterThan(0)
    await request(app).get('/vendors/obligations?matter=no-such-matter').expect(404)
    await request(app).get('/vendors/obligations?due=soon').expect(400)
  })
})

test('a server without a register says how it gets one', async () => {
  const bare = await openSite({})
  try {
    const { text } = await request(createApp(bare)).get('/vendors').expect(200)
    expect(text).toContain('--register FOLDER')
    await request(createApp(bare)).get('/api/vendors').expect(404)
  } finally {
    await bare.workshop.close()
  }
  await expect(openSite({ register: join(folder, 'none') })).rejects.toThrow('is no folder')
})
