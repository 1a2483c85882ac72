import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import request from 'supertest'
import { afterAll, describe, expect, test } from 'vitest'
import { resolveWord } from '../../src/markup/index.ts'
import { Problem } from '../../src/problem.ts'
import { readDecisions } from '../../src/review/index.ts'
import { createApp, openSite } from '../../src/server/index.ts'
import type { Tell } from '../../src/server/work/step.ts'
import { openFileStore } from '../../src/store/index.ts'
import { p, wordFile } from '../ooxml/word-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausebook-review-page-'))
const matter = readFileSync('examples/vendor-saas.yaml')
writeFileSync(join(folder, 'saas.yaml'), matter)
const site = await openSite({ matters: folder })
const app = createApp(site)
afterAll(async () => {
  await site.workshop.close()
  rmSync(folder, { recursive: true })
})

test('a proxy as docs/deploying.md sets it lets through what the form offers, and the form says what is kept', async () => {
  const { text } = await request(app).get('/review').expect(200)
  const [, offered] =
    /of (\d+) MB together: several .* which keeps them and their reports until it is removed/.exec(text)!
  const docs = readFileSync('docs/deploying.md', 'utf8')
  // nginx counts by 1,048,576, as we do, and Caddy by 1,000,000.
  const most = [...docs.matchAll(/client_max_body_size (\d\d+)m|max_size (\d+)MB/g)].map(
    ([, nginx, caddy]) => (nginx ? Number(nginx) : Number(caddy) / 1.048576),
  )
  expect(most).toHaveLength(3)
  for (const one of most) expect(one).toBeGreaterThan(Number(offered))
})

const paper = wordFile({
  body:
    p('1. Training. Tidewater may use Client Data to train its models &amp; &lt;b&gt;rankings.') +
    p('2. Incidents. Tidewater tells the Client of an incident within 90 days.') +
    p('3. Fees', '<w:outlineLvl w:val="0"/>') +
    p('The Client pays each invoice.'),
})

const send = (fields: {
  paper?: Uint8Array
  name?: string
  matter?: Buffer
  kept?: string
  vendor?: string
  decisions?: string
}) => {
  const post = request(app).post('/review')
  if (fields.paper) post.attach('paper', Buffer.from(fields.paper), fields.name ?? 'their.docx')
  if (fields.matter) post.attach('matter_file', fields.matter, 'matter.yaml')
  if (fields.decisions !== undefined)
    post.attach('decisions_file', Buffer.from(fields.decisions), 'decisions.yaml')
  return post.field('matter', fields.kept ?? '').field('vendor', fields.vendor ?? '')
}

const binary = (response: NodeJS.ReadableStream, done: (error: Error | null, body: Buffer) => void) => {
  const parts: Buffer[] = []
  response.on('data', (part: Buffer) => parts.push(part))
  response.on('end', () => done(null, Buffer.concat(parts)))
}
const fileAt = async (address: string) => {
  const { body, headers } = await request(app)
    .get(address)
    .buffer(true)
    // supertest knows Node's stream by its own type.
    .parse(binary as never)
    .expect(200)
  return { bytes: new Uint8Array(body as Buffer), name: String(headers['content-disposition']) }
}

describe('the page of a review', () => {
  test('has the verdicts worst first, and marks the words that decide in their paper', async () => {
    const { headers } = await send({ paper, matter }).expect(303)
    expect(headers.location).toMatch(/^\/review\/[0-9a-f]{32}$/)
    const shown = await request(app).get(headers.location!).expect(200)
    expect(shown.headers['cache-control']).toBe('no-store')
    const { text } = shown
    expect(text).toMatch(/<details id="r-no-training" data-verdict="contrary" open>/)
    expect(text.indexOf('data-verdict="contrary" open')).toBeLessThan(
      text.indexOf('<details id="r-incidents"'),
    )
    const [, id] = /id="r-no-training"[\s\S]*?href="#(c\d+)"/.exec(text) ?? []
    expect(text).toMatch(
      new RegExp(`<p id="${id}"[^>]*>.*<mark>Tidewater may use Client Data to train its models &amp; &lt;b`),
    )
    // A heading of theirs that stands alone ends before the words below it.
    expect(text).toContain('Fees. The Client pays each invoice.')
    expect(text).toContain('Training. ')
    expect(text).not.toContain('Training.. ')
  })

  test('gives their file marked up, which rejected is theirs, and the report', async () => {
    const { headers } = await send({ paper, kept: 'saas' }).expect(303)
    const marked = await fileAt(`${headers.location}/marked`)
    expect(marked.name).toContain('their-marked.docx')
    expect(marked.bytes.length).toBeGreaterThan(paper.length)
    const words = (bytes: Uint8Array) =>
      request(app).post('/review').attach('paper', Buffer.from(bytes), 'a.docx')
    await words(resolveWord(marked.bytes, { as: 'reject' }))
      .field('matter', 'saas')
      .expect(303)
    expect((await fileAt(`${headers.location}/report`)).name).toContain('their-report.docx')
  })

  test.each([
    ['no paper', { matter }, 'choose their paper'],
    ['no matter', { paper }, 'choose the matter'],
    ['a matter that is none', { paper, matter: Buffer.from('a: [') }, 'matter:1'],
    ['a paper that is none', { paper: new Uint8Array([0x50, 0x4b, 1, 2]), matter }, 'their.docx'],
    [
      'a vendor that it does not have',
      { paper, matter, vendor: 'Nobody <b>' },
      'no vendor of the matter has that name',
    ],
    ['a matter that is not kept', { paper, kept: '../saas' }, 'saas'],
  ])('says on the form what is wrong: %s', async (_, fields, words) => {
    const { text, status } = await send(fields)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect(text).toContain(words)
    expect(text).not.toContain('Nobody <b>')
  })

  test('says that its files are gone, and marks up nothing but a Word file', async () => {
    const { text } = await request(app)
      .get(`/review/${'0'.repeat(32)}`)
      .expect(410)
    expect(text).toContain('Send its files again')
    const words = new TextEncoder().encode(
      '1. Training. Tidewater may train its models on what its customers put into the service.',
    )
    const { headers } = await send({ paper: words, name: 'their.md', matter }).expect(303)
    expect((await request(app).get(headers.location!)).text).not.toContain('/marked')
    await request(app).get(`${headers.location}/marked`).expect(400)
    const { bytes } = await fileAt(`${headers.location}/rider`)
    expect(strFromU8(unzipSync(bytes)['word/document.xml']!)).toContain('Rider to')
  })

  test('takes a licensor’s paper: positions, a rider, and a person’s word that is kept with the matter', async () => {
    const form = await request(app).get('/review').expect(200)
    expect(form.text).toContain('formaction="/review/sample/letter"')
    const sample = await request(app).post('/review/sample/letter').expect(303)
    const shown = await request(app).get(sample.headers.location!).expect(200)
    expect(shown.text).toContain('Read as a licensor’s paper, a letter that amends')
    const letter = readFileSync('examples/papers/acme-letter-returned.md')
    const acme = readFileSync('examples/acme.yaml')
    writeFileSync(join(folder, 'acme.yaml'), acme)
    const again = () => send({ paper: letter, name: 'letter.md', kept: 'acme' }).expect(303)
    const address = (await again()).headers.location!
    const name = 'position-termination-cure-llama-3-1'
    expect((await request(app).get(address)).text).not.toContain('/marked')
    const to = await decide(address, word(name, 'preferred', 'Ten days do.'))
    expect(to.headers.location).toBe(`${address}#r-${name}`)
    const next = (await again()).headers.location!
    expect(rowOf((await request(app).get(next)).text, name)).toContain('set by M. Okafor')
    const shownLetter = (await request(app).get(next)).text
    // What the letter says leads to it; what it leaves as published stands in the license.
    const leads = (position: string) =>
      new RegExp(
        `id="r-position-${position}-llama-3-1"[\\s\\S]*?</details>\\n?</details>(?:<p class="jump"><a href="#(c\\d+)">)?`,
      ).exec(shownLetter)?.[1]
    const said = (position: string) =>
      new RegExp(`<p id="${leads(position)}"[^>]*>(.*)</p>`).exec(shownLetter)?.[1]
    expect(said('termination-cure')).toMatch(/2\.3.*<mark>[^<]*have not cured the breach within 10/)
    expect(said('mau-counting')?.match(/<mark>[^<]*<\/mark>/g)).toEqual([
      '<mark>(being only those that incorporate the Llama Materials)</mark>',
    ])
    expect(said('order-of-precedence')).toContain('this letter prevails')
    expect(leads('mutual-indemnity')).toBeUndefined()
    expect(shownLetter).toContain('Section 5.c, which the letter leaves as it is')
    const decisions = new TextDecoder().decode((await fileAt(`${next}/decisions.yaml`)).bytes)
    expect(decisions).toContain('position: termination-cure\n    license: Llama 3.1')
    const rider = strFromU8(unzipSync((await fileAt(`${next}/rider`)).bytes)['word/document.xml']!)
    expect(rider).toContain('Section 5.c')
    // What a person found good enough is asked for no more.
    expect(rider).not.toContain('have not cured')
    await decide(next, word(name, '', '')).expect(303)
    expect((await request(app).get(next)).text).not.toContain('set by M. Okafor')
    await request(app).post('/review/sample/poem').expect(404)
  })
})

/** The fields of one row, as its form sends them. */
const word = (row: string, verdict: string, reason: string, by = 'M. Okafor') => ({
  [`verdict.${row}`]: verdict,
  [`reason.${row}`]: reason,
  [`by.${row}`]: by,
})
const decide = (address: string, fields: Record<string, string>) =>
  request(app).post(`${address}/decisions`).type('form').send(fields)
const rowOf = (text: string, row: string) =>
  new RegExp(`<details id="r-${row}"[\\s\\S]*?(?=<details id="r-|</form>)`).exec(text)?.[0] ?? ''

describe('a person’s word on a row', () => {
  test('stands above what was judged, is shown as theirs, and is taken back', async () => {
    const { headers } = await send({ paper, matter }).expect(303)
    const address = headers.location!
    const to = await decide(address, word('incidents', 'fallback', 'They agreed to 72 hours by letter.'))
    expect(to.headers.location).toBe(`${address}#r-incidents`)
    const { text } = await request(app).get(address).expect(200)
    const row = rowOf(text, 'incidents')
    expect(row).toContain('data-verdict="fallback"')
    expect(row).toContain('set by M. Okafor')
    expect(row).toContain('They agreed to 72 hours by letter.')
    expect(row).toMatch(/As judged: (below|contrary|missing|unclear)\./)
    expect(text).toContain('1 of these verdicts is a person’s')
    // Sent again as it stands, it is nothing new; without a verdict it is gone.
    expect(
      (await decide(address, word('incidents', 'fallback', 'They agreed to 72 hours by letter.'))).headers
        .location,
    ).toBe(address)
    await decide(address, word('incidents', '', 'They agreed to 72 hours by letter.')).expect(303)
    expect((await request(app).get(address)).text).not.toContain('set by M. Okafor')
  })

  test('is set by the button of its row, and what another row has begun stays as it was typed', async () => {
    const { headers } = await send({ paper, matter }).expect(303)
    const begun = { 'verdict.no-training': '', 'reason.no-training': 'Not read yet.', 'by.no-training': '' }
    const fields = { ...word('incidents', 'fallback', 'They agreed by letter.'), ...begun }
    const { text } = await decide(headers.location!, { ...fields, _row: 'incidents' }).expect(200)
    expect(rowOf(text, 'incidents')).toContain('set by M. Okafor')
    expect(rowOf(text, 'no-training')).toContain('Not read yet.</textarea>')
    expect(rowOf(text, 'no-training')).not.toContain('aria-invalid')
    // Its own button tells what it lacks; where the device keeps what is typed, the page is loaded anew.
    await decide(headers.location!, { ...fields, _row: 'no-training' }).expect(422)
    await decide(headers.location!, {
      ...word('incidents', 'below', 'No letter came.'),
      ...begun,
      _row: 'incidents',
      _kept: 'yes',
    }).expect(303)
  })

  test('holds in the next paper with the file that is downloaded, while the words are the same', async () => {
    const { headers } = await send({ paper, matter }).expect(303)
    await decide(headers.location!, {
      ...word('incidents', 'walk_away', 'Enough: it is a pilot.'),
      ...word('no-training', 'below', 'Rankings alone.'),
    }).expect(303)
    const { bytes, name } = await fileAt(`${headers.location}/decisions.yaml`)
    expect(name).toContain('decisions.yaml')
    const decisions = new TextDecoder().decode(bytes)
    expect(readDecisions(decisions, 'decisions.yaml', new Set(['incidents', 'no-training']))).toHaveLength(2)
    const other = wordFile({
      body:
        p('1. Training. Tidewater may use Client Data to train its models and its staff.') +
        p('2. Incidents. Tidewater tells the Client of an incident within 90 days.'),
    })
    const next = await send({ paper: other, matter, decisions }).expect(303)
    const { text } = await request(app).get(next.headers.location!).expect(200)
    expect(rowOf(text, 'incidents')).toContain('set by M. Okafor')
    expect(rowOf(text, 'no-training')).not.toContain('set by')
    expect(rowOf(text, 'no-training')).toContain('it counts no more')
    const { text: told } = await send({ paper, matter, decisions: 'version: 2' })
    expect(told).toContain('decisions.yaml')
  })

  test('stays with a matter that is kept, for whoever reviews a paper for it next, and goes with it', async () => {
    const { headers } = await send({ paper, kept: 'saas' }).expect(303)
    await decide(headers.location!, word('incidents', 'preferred', 'By side letter.')).expect(303)
    const next = await send({ paper, kept: 'saas' }).expect(303)
    expect(rowOf((await request(app).get(next.headers.location!)).text, 'incidents')).toContain(
      'set by M. Okafor',
    )
    // Another vendor's paper is another paper, and a matter that is sent is nobody's.
    const sent = await send({ paper, matter }).expect(303)
    expect((await request(app).get(sent.headers.location!)).text).not.toContain('set by M. Okafor')
    const store = await openFileStore(folder)
    const { base } = await store.matters.open('saas')
    await store.matters.rename('saas', 'saas-2', base, 'dana')
    expect(await store.decisions.list('saas-2', '')).toMatchObject([{ flow_down: 'incidents' }])
    expect(await store.decisions.list('saas-2', 'Tidewater')).toEqual([])
    await expect(store.decisions.list('saas', '')).rejects.toThrow('no such matter')
    const renamed = await store.matters.open('saas-2')
    await store.matters.rename('saas-2', 'saas', renamed.base, 'dana')
  })

  test('is not set without a verdict, a reason and a name, and nothing typed is lost', async () => {
    const { headers } = await send({ paper, matter }).expect(303)
    const response = await decide(headers.location!, {
      ...word('incidents', 'fallback', '', ' '),
      ...word('no-training', '', 'Typed & <kept>.'),
      ...word('audit', 'superb', 'Typed too.'),
    })
    expect(response.status).toBe(422)
    const { text } = response
    expect(text).toContain('href="#reason-incidents"')
    expect(rowOf(text, 'incidents')).toMatch(/<option value="fallback" selected>/)
    expect(rowOf(text, 'incidents')).toMatch(/id="by-incidents"[^>]*aria-invalid="true"/)
    expect(rowOf(text, 'no-training')).toContain('Typed &amp; &lt;kept&gt;.')
    expect(rowOf(text, 'no-training')).toMatch(/id="verdict-no-training"[^>]*aria-invalid="true"/)
    expect((await request(app).get(headers.location!)).text).not.toContain('set by')
  })
})

describe('work that is long', () => {
  test('goes on to its steps where a request would wait, and its thread works on', async () => {
    const hasty = await openSite({ soon: 0 })
    try {
      const post = request(createApp(hasty)).post('/review').attach('paper', Buffer.from(paper), 'their.docx')
      const { headers } = await post.attach('matter_file', matter, 'matter.yaml').expect(303)
      expect(headers.location).toMatch(/^\/work\/[0-9a-f]{32}$/)
      const steps = () => request(createApp(hasty)).get(headers.location!).set('Accept', 'text/html')
      await expect.poll(async () => (await steps()).headers.location).toMatch(/^\/review\/[0-9a-f]{32}$/)
    } finally {
      await hasty.workshop.close()
    }
  })

  test('says its step, goes on to what it came to, and is found by its name alone', async () => {
    let tell: Tell = () => {}
    let end: (address: string) => void = () => {}
    const work = site.underWay.begin({ title: 'Reviewing', back: '/review' }, (client) => {
      tell = client.tell
      return new Promise((done) => {
        end = done
      })
    })
    tell({ what: 'Judging clause by clause', done: 3, of: 24 })
    const { text } = await request(app).get(`/work/${work.id}`).set('Accept', 'text/html').expect(200)
    expect(text).toContain('<noscript><meta http-equiv="refresh"')
    expect(text).toContain('Judging clause by clause</span><span id="count">, 3 of 24')
    const { body } = await request(app).get(`/work/${work.id}`).set('Accept', 'application/json')
    expect(body).toMatchObject({ state: 'under way', done: 3, of: 24 })
    end('/review/abc')
    await work.settled
    const done = await request(app).get(`/work/${work.id}`).set('Accept', 'text/html').expect(303)
    expect(done.headers.location).toBe('/review/abc')
    await request(app)
      .get(`/work/${'0'.repeat(32)}`)
      .expect(404)
  })

  test('cancelled, it ends in its thread, frees its turn, and says so', async () => {
    const long = Array.from({ length: 20_000 }, (_, at) => `${at}. Clause ${at} of this paper.`).join('\n')
    const task = {
      paper: { file: 'long.md', bytes: new TextEncoder().encode(long) },
      matter: matter.toString(),
      vendor: '',
      folder: site.texts.folder,
    }
    // Both threads of one client are taken, and a third waits.
    const steps = new Set<string>()
    const works = Array.from({ length: 4 }, () =>
      site.underWay.begin({ title: 'Reviewing long.md', back: '/review' }, async ({ tell, gone }) => {
        const told: Tell = (step) => {
          steps.add(step.what)
          tell(step)
        }
        await site.workshop.run('review', task, { key: 'one', tell: told, gone })
        return '/review/never'
      }),
    )
    await expect.poll(() => steps.has('Reading their paper')).toBe(true)
    for (const { id } of works) {
      const { headers } = await request(app).post(`/work/${id}/cancel`).expect(303)
      const { text } = await request(app).get(headers.location!).set('Accept', 'text/html').expect(200)
      expect(text).toContain('Cancelled: the work was ended')
      expect(text).not.toContain('http-equiv')
    }
    await Promise.all(works.map(({ settled }) => settled))
    expect(works.map(({ state }) => state)).toEqual(works.map(() => 'cancelled'))
    // Its turn is free for the same client at once.
    const { review } = await site.workshop.run(
      'review',
      { ...task, paper: { file: 'their.docx', bytes: paper } },
      {
        key: 'one',
      },
    )
    expect(review.rows.length).toBeGreaterThan(0)
  })

  test('what fails later is told where its steps stand', async () => {
    const work = site.underWay.begin({ title: 'Reviewing', back: '/review' }, async () => {
      throw new Problem('empty', 'has no words that a review reads', { file: 'their.docx' })
    })
    await work.settled
    const { text } = await request(app).get(`/work/${work.id}`).set('Accept', 'text/html').expect(422)
    expect(text).toContain('their.docx has no words that a review reads')
    expect(text).toContain('href="/review"')
    // A form that it was begun with comes back with what was in it.
    const sent = { fields: { vendor: ['Tidewater'], whose: ['vendor'] }, files: ['their.docx'] }
    const begun = site.underWay.begin({ title: 'Reviewing', back: '/review', sent }, async () => {
      throw new Problem('empty', 'has no words that a review reads', { file: 'their.docx' })
    })
    await begun.settled
    const { headers } = await request(app).get(`/work/${begun.id}`).set('Accept', 'text/html').expect(303)
    const form = await request(app).get(String(headers.location)).expect(422)
    expect(form.text).toContain('their.docx has no words that a review reads')
    expect(form.text).toMatch(/Choose the file again, since .+: their\.docx\./)
    expect(form.text).toContain('value="Tidewater"')
    expect(form.text).toContain('<option value="vendor" selected>')
  })
})
