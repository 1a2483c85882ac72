import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import request from 'supertest'
import { afterAll, expect, test } from 'vitest'
import { createApp, openSite } from '../../src/server/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausebook-kept-'))
const site = await openSite({
  local: false,
  trustProxyUser: 'X-Forwarded-User',
  matters: folder,
  perMinute: Number.POSITIVE_INFINITY,
  workPerMinute: Number.POSITIVE_INFINITY,
})
const app = createApp(site)
afterAll(async () => {
  await site.workshop.close()
  rmSync(folder, { recursive: true })
})

const get = (path: string, user = 'dana') => request(app).get(path).set('X-Forwarded-User', user)
const post = (path: string, fields: object, user = 'dana') =>
  request(app).post(path).set('X-Forwarded-User', user).type('form').send(fields)
const baseOf = (html: string) => /name="(?:_base|base)" value="([^"]+)"/.exec(html)![1]!
const versionsPage = async (name: string) => (await get(`/matters/${name}/versions`).expect(200)).text

test('a matter is saved, restored, renamed and deleted on the page, and each version says by whom', async () => {
  await post('/draft/side-letter', { matter: 'Harbor', _do: 'save' }, 'dana').expect(303)
  const form = await get('/draft/side-letter?matter=harbor').expect(200)
  const edit = {
    matter: 'Harbor',
    'client.name': 'Second',
    _file: 'harbor',
    _base: baseOf(form.text),
    _do: 'save',
  }
  await post('/draft/side-letter', edit, 'lee').expect(303)
  // A double click on the same form.
  await post('/draft/side-letter', edit, 'lee').expect(303)
  const page = await versionsPage('harbor')
  expect(page).toMatch(/<th scope="row">2<\/th><td>[^<]+<\/td><td>lee<\/td>/)
  expect(page).toMatch(/<th scope="row">1<\/th><td>[^<]+<\/td><td>dana<\/td>/)
  expect(page).not.toContain('Restore version 2')
  await post('/matters/harbor/restore', { version: '1', base: baseOf(page) }).expect(303)
  expect(readFileSync(join(folder, 'harbor.yaml'), 'utf8')).not.toContain('Second')
  // The page that was open before shows an older state.
  await post('/matters/harbor/delete', { base: baseOf(page), sure: 'yes' }).expect(409)
  await post('/matters/harbor/rename', { to: 'pier', base: baseOf(await versionsPage('harbor')) }).expect(303)
  await get('/matters/harbor/versions').expect(404)
  await post('/matters/pier/delete', { base: baseOf(await versionsPage('pier')) }).expect(400)
  await post('/matters/pier/delete', { base: baseOf(await versionsPage('pier')), sure: 'yes' }).expect(303)
  await get('/matters/pier/versions').expect(404)
  expect((await get('/draft').expect(200)).text).toContain('None is saved yet')
})

test('the same new matter that is sent twice is one', async () => {
  const form = await get('/draft/side-letter').expect(200)
  const [, once] = /name="_once" value="([0-9a-f-]{36})"/.exec(form.text)!
  const sent = await Promise.all(
    [1, 2].map(() => post('/draft/side-letter', { matter: 'Twice', _once: once, _do: 'save' })),
  )
  expect(sent.map(({ headers }) => headers.location)).toEqual(
    Array(2).fill('/draft/side-letter?matter=twice&saved=yes'),
  )
})

test('words that are no matter are not kept, and come back to be mended', async () => {
  await post('/draft/side-letter', { matter: 'Mended', _do: 'save' }).expect(303)
  const editor = await get('/matters/mended/edit').expect(200)
  const broken = 'matter: Mended\nclient: {name: "never closed\n'
  const refused = await post('/matters/mended', { yaml: broken, base: baseOf(editor.text) }).expect(422)
  expect(refused.text).toContain('It was not saved')
  expect(refused.text).toMatch(/Line \d+:/)
  expect(refused.text).toContain('{name: &quot;never closed')
  expect(readFileSync(join(folder, 'mended.yaml'), 'utf8')).toBe('matter: Mended\n')
  // With facts that are wrong it is kept: the form tells which.
  const wrong = 'matter: Mended\nreach:\n  monthly_active_users: many\n'
  await post('/matters/mended', { yaml: wrong, base: baseOf(refused.text) }).expect(303)
  expect((await get('/matters/mended/edit')).text).toMatch(/Line 3: matter\.reach\.monthly_active_users/)
})

test('a file that cannot be read opens in the editor with what is wrong', async () => {
  writeFileSync(join(folder, 'torn.yaml'), 'matter: Torn\nclient: [\n')
  const opened = await get('/draft/side-letter?matter=torn').expect(303)
  expect(opened.headers.location).toBe('/matters/torn/edit')
  expect((await get('/matters/torn/edit').expect(200)).text).toMatch(/<li>Line \d+: /)
})

test('two matters that share no line are shown whole where someone else saved first', async () => {
  await post('/draft/side-letter', { matter: 'Apart', _do: 'save' }).expect(303)
  const file = join(folder, 'apart.yaml')
  const base = baseOf((await get('/matters/apart/edit').expect(200)).text)
  const lines = (sign: string) => Array.from({ length: 10_000 }, (_, at) => `# ${sign}${at}`).join('\n')
  writeFileSync(file, `${readFileSync(file, 'utf8')}${lines('theirs')}\n`)
  const before = process.cpuUsage()
  const { text } = await post('/matters/apart', { yaml: `matter: Apart\n${lines('mine')}\n`, base }).expect(
    409,
  )
  const { user } = process.cpuUsage(before)
  expect(text).toMatch(
    /<del>[^<]*# theirs0\n[^<]*# theirs9999\n<\/del><ins>[^<]*# mine0\n[^<]*# mine9999\n<\/ins>/,
  )
  // Looking for the fewest edits took 40 seconds.
  expect(user / 1e6).toBeLessThan(15)
})

test('a pipe, a link and a folder in the place of a matter are none', async () => {
  execFileSync('mkfifo', [join(folder, 'pipe.yaml')])
  symlinkSync('/etc/hostname', join(folder, 'linked.yaml'))
  mkdirSync(join(folder, 'folder.yaml'))
  for (const name of ['pipe', 'linked', 'folder']) await get(`/matters/${name}/versions`).expect(404)
  await get('/matters/harbor/edit').expect(404)
})
