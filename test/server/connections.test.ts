import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { program } from '../cli/run.ts'

let server: ChildProcess
let port: number
beforeAll(async () => {
  const options = ['--offline', '--port', '0', '--requests-per-minute', '0', '--log-level', 'silent']
  const user = ['--trust-proxy-user', 'X-Forwarded-User']
  server = spawn(process.execPath, [program, 'serve', ...options, ...user], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(server.stdout!, 'data')
  port = Number(/127\.0\.0\.1:(\d+)/.exec(String(line))![1])
})
afterAll(() => void server.kill('SIGKILL'))

const open: { destroy(): unknown }[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.destroy()
})

/** A connection that says nothing yet. */
async function connection(localAddress = '127.0.0.1'): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', localAddress })
  socket.on('error', () => {})
  open.push(socket)
  await once(socket, 'connect')
  return socket
}
/** Whether a page is answered on it. */
async function answers(socket: Socket): Promise<boolean> {
  let said = ''
  socket.on('data', (data) => (said += String(data)))
  socket.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')
  if (!socket.destroyed) await once(socket, 'close')
  return said.startsWith('HTTP/1.1 200')
}

describe('connections', () => {
  test('of one address are a hundred at most, and keep out nobody from elsewhere', async () => {
    const held = []
    for (let at = 0; at < 100; at += 1) held.push(await connection())
    const late = await connection()
    if (!late.destroyed) await once(late, 'close')
    expect(held.filter(({ destroyed }) => destroyed)).toEqual([])
    expect(await answers(await connection('127.0.0.2'))).toBe(true)
    // One that leaves makes room for the next.
    for (const one of held.splice(0, 2)) one.destroy()
    await expect.poll(async () => answers(await connection())).toBe(true)
  })

  test('that never end what they ask are ended, and the others are answered meanwhile', async () => {
    const half = await connection()
    let said = ''
    half.on('data', (data) => (said += String(data)))
    half.write('GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ')
    const drip = setInterval(() => half.write('a'), 500)
    expect(await answers(await connection())).toBe(true)
    await once(half, 'close')
    clearInterval(drip)
    expect(said).toMatch(/^HTTP\/1\.1 408 /)
  })

  test('with more words in front than any browser sends are refused', async () => {
    const large = await connection()
    let said = ''
    large.on('data', (data) => (said += String(data)))
    large.write(`GET / HTTP/1.1\r\nHost: localhost\r\nX-Large: ${'a'.repeat(17_000)}\r\n\r\n`)
    if (!large.destroyed) await once(large, 'close')
    expect(said).toMatch(/^HTTP\/1\.1 431 /)
  })
})

describe('uploads at once', () => {
  /** Begins to send a file, and goes on when it is told to. */
  function upload(user: string): { sent: ClientRequest; answer: Promise<IncomingMessage> } {
    const sent = request({
      port,
      host: '127.0.0.1',
      path: '/compare/files',
      method: 'POST',
      headers: { 'X-Forwarded-User': user, 'Content-Type': 'multipart/form-data; boundary=b' },
    })
    const answer = once(sent, 'response').then(([response]) => {
      response.resume()
      return response as IncomingMessage
    })
    answer.catch(() => {})
    sent.on('error', () => {})
    open.push(sent)
    sent.write('--b\r\nContent-Disposition: form-data; name="left_file"; filename="a.txt"\r\n\r\n1. Words.')
    return { sent, answer }
  }
  /** Whether a file is taken: then the form says what else it lacks. */
  async function taken(user: string): Promise<number> {
    const { sent, answer } = upload(user)
    sent.end('\r\n--b--\r\n')
    const response = await answer
    if (response.statusCode === 503) expect(response.headers['retry-after']).toBe('10')
    return response.statusCode!
  }

  test('are three of one client, who is told when to come again, and others go on', async () => {
    const slow = [upload('dana'), upload('dana'), upload('dana')]
    await expect.poll(() => taken('dana')).toBe(503)
    expect(await taken('lee')).toBe(422)
    slow[0]!.sent.end('\r\n--b--\r\n')
    expect((await slow[0]!.answer).statusCode).toBe(422)
    await expect.poll(() => taken('dana')).toBe(422)
    // Who hangs up leaves his place as well.
    slow[1]!.sent.destroy()
    slow[2]!.sent.destroy()
    const again = [upload('dana'), upload('dana')]
    await expect.poll(() => taken('dana')).toBe(422)
    for (const { sent } of again) sent.destroy()
  })

  test('are eight of all', async () => {
    for (const user of ['ann', 'ann', 'ann', 'bea', 'bea', 'bea', 'cleo', 'cleo']) upload(user)
    await expect.poll(() => taken('dora')).toBe(503)
    for (const one of open.splice(0)) one.destroy()
    await expect.poll(() => taken('dora')).toBe(422)
  })
})
