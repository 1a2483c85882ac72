import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import request from 'supertest'
import { afterAll, describe, expect, test } from 'vitest'
import { askedOfVendors } from '../../src/draft/index.ts'
import { openLinks } from '../../src/register/links.ts'
import { createApp, openSite } from '../../src/server/index.ts'
import { openFileLinks } from '../../src/store/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausebook-vendor-links-'))
const register = join(folder, 'register')
mkdirSync(register)
const vendorFile = (id: string, facts: object) =>
  writeFileSync(join(register, `${id}.yaml`), JSON.stringify({ vendor: facts }))
vendorFile('foxglove', { name: 'Foxglove Data Ltd', product: 'Foxglove Notes', maker: 'Foxglove Data Ltd' })
vendorFile('harbour', { name: 'Harbour & Sons', product: 'Harbour Desk' })

const options = { register, vendorLinks: true, answersPerMinute: Number.POSITIVE_INFINITY }
const site = await openSite({ ...options, trustProxyUser: 'X-Forwarded-User', local: false })
const lines: string[] = []
const log = pino(
  {},
  new Writable({
    write(line, _encoding, done) {
      lines.push(String(line))
      done()
    },
  }),
)
const app = createApp(site, log)
afterAll(async () => {
  await site.workshop.close()
  rmSync(folder, { recursive: true })
})

const as = (name: string) => ({ 'X-Forwarded-User': name })
const later = () => new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)

async function madeLink(vendor = 'foxglove', said: object = {}) {
  const { text } = await request(app)
    .post(`/vendors/${vendor}/links`)
    .set(as('Dana'))
    .type('form')
    .send({ until: later(), client: 'ACME <b>GmbH</b>', ...said })
    .expect(200)
  const [, token = ''] = /value="http:\/\/127\.0\.0\.1:\d+\/answer\/([\w-]+)" readonly/.exec(text) ?? []
  return { token, page: `/answer/${token}`, text }
}
const pageOf = async (vendor = 'foxglove') =>
  (await request(app).get(`/vendors/${vendor}`).set(as('Li')).expect(200)).text
const baseIn = (text: string) => /name="base" value="([^"]+)"/.exec(text)![1]!
const send = (page: string, said: object) => request(app).post(page).type('form').send(said)
const everyFile = (at: string): string[] =>
  readdirSync(at, { withFileTypes: true }).flatMap((one) =>
    one.isDirectory() ? everyFile(join(at, one.name)) : [readFileSync(join(at, one.name), 'utf8')],
  )

const answers = {
  by: 'Pat Lee, counsel',
  'own.vendor.models': 'Llama 3.3; Llama 4 Scout',
  'chosen.vendor.licensed': 'Yes',
  'own.vendor.maker': 'Marram GmbH',
  'own.vendor.retention_days': '30 days',
}

describe('a link', () => {
  test('is shown once, kept as a digest, and opens that questionnaire without a sign-in', async () => {
    const { token, page } = await madeLink()
    expect(Buffer.from(token, 'base64url').length * 8).toBeGreaterThanOrEqual(128)
    const { text, headers } = await request(app).get(page).expect(200)
    expect(text).toContain('ACME &lt;b&gt;GmbH&lt;/b&gt; asks you this, until')
    expect(text).toContain('Foxglove Data Ltd: Foxglove Notes')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers['cache-control']).toBe('private, no-store')
    expect(headers['x-robots-tag']).toContain('noindex')
    // It leads nowhere: no link, no script, no other vendor, and not its own token.
    expect(text).not.toMatch(/<a |<script|<nav|Harbour/)
    expect(text).not.toContain(token)
    const after = await pageOf()
    expect(after).toMatch(/Open until [\d-]+, made [\d-]+ [\d:]+ by Dana/)
    for (const words of [after, ...everyFile(register), ...lines]) expect(words).not.toContain(token)
    expect(lines.some((line) => line.includes('/answer/:token'))).toBe(true)
  })

  test('opens nothing else, and whoever has it is signed in nowhere', async () => {
    const { page } = await madeLink()
    for (const path of [
      '/vendors',
      '/vendors/foxglove',
      '/',
      '/jobs',
      '/api/vendors',
      `${page}/..%2fvendors`,
    ]) {
      const { text } = await request(app).get(path)
      expect([path, /Foxglove|Harbour/.test(text)]).toEqual([path, false])
    }
    await request(app).get('/vendors/foxglove').expect(401)
    // Nor does the name of a vendor, or another's token, open anything.
    await request(app).get('/answer/foxglove').expect(404)
    await request(app)
      .get(`/answer/${'A'.repeat(43)}`)
      .expect(404)
    await request(app).get('/answer').expect(404)
  })

  test('that was changed in one sign, has been taken back, or is over answers as one that never was', async () => {
    const { token, page } = await madeLink()
    const other = token.endsWith('A') ? 'E' : 'A'
    const never = await request(app)
      .get(`/answer/${token.slice(0, -1)}${other}`)
      .expect(404)
    const [, id = ''] = /\/links\/([0-9a-f]{16})\/end/.exec(await pageOf()) ?? []
    await request(app).post(`/vendors/harbour/links/${id}/end`).set(as('Li')).expect(404)
    await request(app).post(`/vendors/foxglove/links/${id}/end`).set(as('Li')).expect(303)
    const gone = await request(app).get(page).expect(404)
    await send(page, answers).expect(404)
    expect(gone.text).toBe(never.text)

    const links = await openFileLinks(register)
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
    const over = await openLinks(links, () => new Date()).make({
      vendor: 'foxglove',
      until: yesterday,
      by: 'Dana',
    })
    expect((await request(app).get(`/answer/${over.token}`).expect(404)).text).toBe(never.text)
    const today = new Date().toISOString().slice(0, 10)
    const last = await openLinks(links, () => new Date()).make({
      vendor: 'foxglove',
      until: today,
      by: 'Dana',
    })
    await request(app).get(`/answer/${last.token}`).expect(200)
  })

  test('is made by nobody who is not signed in, for no day that is over, and comes back with what was typed', async () => {
    await request(app).post('/vendors/foxglove/links').type('form').send({ until: later() }).expect(401)
    const { text } = await request(app)
      .post('/vendors/foxglove/links')
      .set(as('Dana'))
      .type('form')
      .send({ until: '2020-01-01', client: 'ACME Two' })
      .expect(422)
    expect(text).toMatch(/role="alert"[^>]*>[^<]*say until which day/)
    expect(text).toContain('value="ACME Two"')
  })
})

describe('answers', () => {
  test('that nobody could read are told where they stand, with everything that was typed, and sent all the same when that is said', async () => {
    const { page } = await madeLink('harbour')
    const said = {
      ...answers,
      'own.vendor.models': 'Llama 99',
      'own.vendor.retention_days': 'a while, <i>maybe</i>',
    }
    const { text } = await send(page, said).expect(422)
    expect(text).toContain('2 answers cannot be read as they stand')
    expect(text).toContain('Not read: no known model is called “Llama 99”')
    expect(text).toContain('>Llama 99</textarea>')
    expect(text).toContain('value="a while, &lt;i&gt;maybe&lt;/i&gt;"')
    expect(text).toMatch(/name="chosen\.vendor\.licensed"[\s\S]*?<option selected>Yes<\/option>/)
    expect(text).toContain('value="Pat Lee, counsel"')
    expect(await pageOf('harbour')).not.toContain('not yet taken over')
    await send(page, { ...said, by: ' ' }).expect(422)
    await send(page, { by: 'Pat Lee' }).expect(422)
    await send(page, { ...said, as_it_is: 'yes' }).expect(303)
    const kept = await pageOf('harbour')
    expect(kept).toContain('a while, &lt;i&gt;maybe&lt;/i&gt;')
    expect(kept).toMatch(/Llama 99<\/td><td>nothing<\/td><td><em>open:<\/em> no known model/)
    // Which vendors have answered, the list tells.
    expect((await request(app).get('/vendors').set(as('Li'))).text).toContain(
      'not yet taken over: <a href="/vendors/harbour#answers">',
    )
  })

  test('are kept as said, and become facts when a person takes them over, with what was there', async () => {
    const { page } = await madeLink()
    await send(page, answers).expect(303)
    // A double click is one.
    await send(page, answers).expect(303)
    expect((await request(app).get(page).expect(200)).text).not.toMatch(/Marram|Llama 4 Scout<|Pat Lee/)
    const shown = await pageOf()
    expect(shown.match(/Answered, not yet taken over/g)).toHaveLength(1)
    expect(shown).toContain('Pat Lee, counsel answers, as told')
    // What stands in the register is changed by a tick alone.
    expect(shown).toMatch(/value="vendor\.models"[^>]*checked/)
    expect(shown).toMatch(/value="vendor\.maker" aria-label="[^"]*">/)
    expect(shown).toContain('<td>Foxglove Data Ltd</td><td>Marram GmbH</td>')
    const before = readFileSync(join(register, 'foxglove.yaml'), 'utf8')
    expect(before).not.toContain('Llama 3.3')

    const [, action = ''] =
      /action="(\/vendors\/foxglove\/links\/[0-9a-f]{16}\/answers\/0)"/.exec(shown) ?? []
    const take = (said: object) => request(app).post(action).set(as('Li')).type('form').send(said)
    await request(app).post(action).type('form').send({ do: 'take' }).expect(401)
    await take({ base: baseIn(shown), do: 'take' }).expect(422)
    await take({ base: baseIn(shown), do: 'take', fact: 'vendor.kind' }).expect(422)
    await take({ base: 'other', do: 'take', fact: 'vendor.models' }).expect(422)
    expect(readFileSync(join(register, 'foxglove.yaml'), 'utf8')).toBe(before)

    await take({ base: baseIn(shown), do: 'take', fact: ['vendor.models', 'vendor.licensed'] }).expect(303)
    const after = readFileSync(join(register, 'foxglove.yaml'), 'utf8')
    expect(after).toContain('- Llama 4 Scout')
    expect(after).toContain('status: answered')
    expect(after).toContain('maker: Foxglove Data Ltd')
    const later = await pageOf()
    expect(later).not.toContain('not yet taken over')
    expect(later).toMatch(/Li: [^<]*vendor\.models: nothing → Llama 3\.3; Llama 4 Scout/)
    expect(later).toContain('2 of 4 taken over by Li')
    expect(later).toContain('vendor.maker: “Marram GmbH”')
    await take({ base: baseIn(later), do: 'refuse' }).expect(422)
    const audit = readFileSync(join(register, '.links', '.audit.jsonl'), 'utf8')
    for (const did of ['link for foxglove', 'answered', 'answers taken over'])
      expect(audit).toContain(`"did":"${did}"`)
    expect(audit).toContain('"by":"by link: Pat Lee, counsel"')
    // From where somebody answered is nobody's to know.
    expect(audit.split('\n').filter((line) => line.includes('by link'))[0]).not.toContain('"from"')
  })

  test('that are refused leave the register as it is', async () => {
    const { page } = await madeLink('harbour')
    await send(page, { ...answers, by: 'Kim' }).expect(303)
    const before = readFileSync(join(register, 'harbour.yaml'), 'utf8')
    const shown = await pageOf('harbour')
    const [, action = ''] =
      /Kim answers, as told[\s\S]*?action="(\/vendors\/harbour\/links\/[0-9a-f]{16}\/answers\/0)"/.exec(
        shown,
      ) ?? []
    await request(app)
      .post(action)
      .set(as('Li'))
      .type('form')
      .send({ base: baseIn(shown), do: 'refuse' })
      .expect(303)
    expect(readFileSync(join(register, 'harbour.yaml'), 'utf8')).toBe(before)
    expect(await pageOf('harbour')).toContain('0 of 4 taken over by Li')
  })

  test('are decided on by one alone, and wait again where the register could not be changed', async () => {
    const { page } = await madeLink('harbour')
    await send(page, { ...answers, by: 'Robin' }).expect(303)
    const file = join(register, 'harbour.yaml')
    const before = readFileSync(file, 'utf8')
    const links = site.links!
    const { decide } = links
    const shown = await pageOf('harbour')
    const [, action = '', id = ''] =
      /Robin answers, as told[\s\S]*?action="(\/vendors\/harbour\/links\/([0-9a-f]{16})\/answers\/0)"/.exec(
        shown,
      ) ?? []
    const take = async (between: (...decided: Parameters<typeof decide>) => ReturnType<typeof decide>) => {
      const base = baseIn(await pageOf('harbour'))
      links.decide = between
      const said = { base, do: 'take', fact: 'vendor.maker' }
      const answer = await request(app).post(action).set(as('Li')).type('form').send(said)
      links.decide = decide
      return answer
    }

    // The register changes by hand in the very moment in which the answers are taken over.
    const conflict = await take(async (...decided) => {
      const done = await decide(...decided)
      writeFileSync(file, `${before}\n# by hand\n`)
      return done
    })
    expect(conflict.status).toBe(422)
    expect(conflict.text).toContain('was changed by someone else')
    expect(readFileSync(file, 'utf8')).not.toContain('Marram')
    expect(conflict.text).toContain(action)

    // A colleague refuses them in that moment.
    const late = await take(async (...decided) => {
      await decide(id, 0, 'Kim', [])
      return decide(...decided)
    })
    expect(late.status).toBe(422)
    expect(late.text).toContain('Kim has decided on these answers already')
    expect(readFileSync(file, 'utf8')).not.toContain('Marram')
    expect(await pageOf('harbour')).toContain('0 of 4 taken over by Kim')
  })

  test('that are too long or too many are refused, and fill no disk', async () => {
    const { page } = await madeLink('harbour')
    const long = await send(page, { ...answers, 'own.vendor.weights_source': 'x'.repeat(4_001) }).expect(422)
    expect(long.text).toContain('This answer is too long')
    await send(page, { by: 'x'.repeat(300_000) }).expect(413)
    for (let at = 0; at < 20; at += 1) await send(page, { ...answers, by: `Kim ${at}` }).expect(303)
    const full = await send(page, answers).expect(422)
    expect(full.text).toContain('takes no more')
  })

  test('take no more room in all than is said, and nothing of what is sent again', async () => {
    const { page, token } = await madeLink('harbour')
    const lines = await send(page, { ...answers, 'own.vendor.weights_source': `${'a\n'.repeat(101)}a` })
    expect(lines.status).toBe(422)
    expect(lines.text).toContain('This answer has too many lines')
    const whole = Object.fromEntries([...askedOfVendors()].map((fact) => [`own.${fact}`, 'x'.repeat(3_900)]))
    const much = (by: string) => send(page, { ...whole, by, as_it_is: 'yes' })
    for (let at = 0; at < 3; at += 1) await much('Kim').expect(303)
    const id = createHash('sha256').update(token).digest('hex').slice(0, 16)
    expect(readdirSync(join(register, '.links', '.versions', id))).toHaveLength(2)
    const full = await much('Lee').expect(422)
    expect(full.text).toContain('more than 200,000 characters would have come by this link')
    // What came by the links of another vendor is not read for a page.
    const file = join(register, '.links', `${id}.yaml`)
    const kept = readFileSync(file, 'utf8')
    writeFileSync(file, kept.replace(/^answers:[\s\S]*/m, 'answers: ['))
    await pageOf('foxglove')
    expect(await pageOf('harbour')).toContain('Not read:')
    writeFileSync(file, kept)
  })
})

describe('the limits of links', () => {
  test('are apart from those of the team, by link and by address', async () => {
    const limited = await openSite({ ...options, answersPerMinute: 3, perMinute: 1_000 })
    const small = createApp(limited)
    for (let at = 0; at < 3; at += 1) await request(small).get('/answer/x').expect(404)
    const { headers, text } = await request(small).get('/answer/x').expect(429)
    expect(headers['retry-after']).toBe('60')
    expect(text).not.toContain('<nav')
    await request(small).get('/vendors').expect(200)
    await limited.workshop.close()
  })

  test('also hold for one link from many addresses', async () => {
    const { page } = await madeLink()
    const limited = await openSite({
      ...options,
      answersPerMinute: 3,
      publicUrl: 'https://c.example',
      local: false,
      token: 'sixteen-letters-x',
    })
    const small = createApp(limited)
    const from = (address: string) => request(small).get(page).set('X-Forwarded-For', address)
    for (let at = 0; at < 3; at += 1) await from(`192.0.2.${at}`).expect(200)
    await from('192.0.2.77').expect(429)
    await limited.workshop.close()
  })
})

test('without --vendor-links there is no such page, and nothing of links on that of a vendor', async () => {
  const { page } = await madeLink()
  const without = await openSite({ register })
  const plain = createApp(without)
  await request(plain).get(page).expect(404)
  await request(plain).post('/vendors/foxglove/links').type('form').send({ until: later() }).expect(404)
  expect((await request(plain).get('/vendors/foxglove').expect(200)).text).not.toContain('as a link')
  await without.workshop.close()
  await expect(openSite({ vendorLinks: true })).rejects.toThrow('--vendor-links goes with a register')
})

test('a file of a link that somebody broke by hand is told, and keeps no page from the other links', async () => {
  const { page } = await madeLink()
  await send(page, { who: 'Pat Lee', 'vendor.models': 'Llama 3.3', _do: 'send' })
  const broken = join(register, '.links', `${'0'.repeat(16)}.yaml`)
  writeFileSync(broken, 'link: [no link\n')
  try {
    const list = (await request(app).get('/vendors').set(as('Li')).expect(200)).text
    expect(list).toMatch(/Not read:[\s\S]*links\/0{16}\.yaml/)
    expect(await pageOf()).toMatch(/links\/0{16}\.yaml/)
  } finally {
    rmSync(broken)
  }
})
