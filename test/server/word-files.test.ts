import request from 'supertest'
import { expect, test } from 'vitest'
import { resolveWord, verifyRedline } from '../../src/markup/index.ts'
import { createApp, openSite } from '../../src/server/index.ts'
import { p, run, wordFile } from '../ooxml/word-file.ts'

const app = createApp(await openSite())
const sent = wordFile({ body: p('1. Pay within 30 days.') + p('2. Notices go by mail.') })
const returned = wordFile({
  body:
    p(
      `${run('1. Pay within 60 days')}<w:ins w:id="1" w:author="Opp">${run(' of receipt')}</w:ins>${run('.')}`,
    ) + p('2. Notices go by mail.'),
})

const send = (left: Uint8Array, right: Uint8Array, name = 'returned.docx') =>
  request(app)
    .post('/compare/files')
    .attach('left_file', Buffer.from(left), 'sent.docx')
    .attach('right_file', Buffer.from(right), name)

const binary = (response: NodeJS.ReadableStream, done: (error: Error | null, body: Buffer) => void) => {
  const parts: Buffer[] = []
  response.on('data', (part: Buffer) => parts.push(part))
  response.on('end', () => done(null, Buffer.concat(parts)))
}

test('two Word files are compared with what is silent first, and saved in the right one’s look', async () => {
  const { headers } = await send(sent, returned).expect(303)
  const { text } = await request(app).get(headers.location!).expect(200)
  expect(text).toMatch(/Changed without being tracked[\s\S]*<del>30<\/del>[\s\S]*<ins>60<\/ins>[\s\S]*Opp/)
  expect(text.indexOf('silent-head')).toBeLessThan(text.indexOf('clauses-head'))
  const file = await request(app)
    .get(`${headers.location}?format=docx`)
    .buffer(true)
    // supertest knows Node's stream by its own type.
    .parse(binary as never)
    .expect(200)
  expect(file.headers['content-disposition']).toContain('sent-returned.docx')
  expect(verifyRedline(new Uint8Array(file.body as Buffer), sent, returned).breaches).toEqual([])
})

test('a right file in which nothing is tracked is said to be such', async () => {
  const { headers } = await send(sent, resolveWord(returned, { as: 'accept' })).expect(303)
  const { text } = await request(app).get(headers.location!).expect(200)
  expect(text).toContain('every difference below was made without tracking')
})

test('the API gives the redline and what is silent, and refuses what is no Word file', async () => {
  const file = (name: string, bytes: Uint8Array) => ({ name, base64: Buffer.from(bytes).toString('base64') })
  const { body } = await request(app)
    .post('/api/redline')
    .send({ left: file('sent.docx', sent), right: file('returned.docx', returned) })
    .expect(200)
  expect(verifyRedline(Buffer.from(body.content, 'base64'), sent, returned).breaches).toEqual([])
  expect(body.silent.changes).toMatchObject([
    { place: 'Section 1', before: '30', after: '60', nearby: ['Opp'] },
  ])
  const refused = await request(app)
    .post('/api/redline')
    .send({ left: file('sent.txt', sent), right: file('returned.docx', returned) })
    .expect(400)
  expect(refused.body.detail).toContain('sent.txt: is no Word file')
})
