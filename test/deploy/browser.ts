import type { IncomingHttpHeaders } from 'node:http'
import { request } from 'node:https'
import { expect } from 'vitest'

/** What came back. */
export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

export interface Asking {
  method?: string
  headers?: Record<string, string>
  body?: string | Uint8Array
}

/** Asks a proxy on this machine as a browser would ask clausebook.example by HTTPS, whoever signed its certificate. */
export function ask(port: number, path: string, { method = 'GET', headers, body }: Asking = {}) {
  return new Promise<Answer>((done, fail) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method,
        servername: 'clausebook.example',
        rejectUnauthorized: false,
        headers: { host: 'clausebook.example', ...headers },
      },
      (response) => {
        let words = ''
        response.on('data', (data) => (words += String(data)))
        response.on('end', () =>
          done({ status: response.statusCode!, headers: response.headers, body: words }),
        )
      },
    )
    asked.on('error', fail)
    asked.end(body)
  })
}

const form = { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://clausebook.example' }

/** Sends the form of the first page. */
export function signIn(port: number, token: string, headers: Record<string, string> = {}) {
  const body = new URLSearchParams({ token, name: 'Dana Kim' }).toString()
  return ask(port, '/sign-in', { method: 'POST', headers: { ...form, ...headers }, body })
}

/** What a proxy must hold, whichever it is: `token` is the server's. */
export async function throughProxy(port: number, token: string) {
  const cookieOf = ({ headers }: Answer) => headers['set-cookie']?.[0] ?? ''
  const stranger = await ask(port, '/draft')
  const signedIn = await signIn(port, token)
  const cookie = cookieOf(signedIn).split(';')[0]!
  const inside = await ask(port, '/draft', { headers: { cookie } })
  // Ten wrong tokens under addresses of one’s own choice are ten of one client.
  const guesses = []
  for (let at = 0; at < 11; at += 1) {
    guesses.push((await signIn(port, 'wrong', { 'x-forwarded-for': `203.0.113.${at}` })).status)
  }
  const still = await ask(port, '/draft', { headers: { cookie } })
  const large = Buffer.concat([
    Buffer.from('--b\r\nContent-Disposition: form-data; name="left_file"; filename="a.txt"\r\n\r\n1. '),
    Buffer.alloc(19_000_000, 'Words. '),
    Buffer.from('\r\n--b--\r\n'),
  ])
  const upload = await ask(port, '/compare/files', {
    method: 'POST',
    headers: { ...form, cookie, 'content-type': 'multipart/form-data; boundary=b' },
    body: large,
  })
  return {
    stranger: stranger.status,
    hsts: inside.headers['strict-transport-security'],
    cookie: cookieOf(signedIn),
    inside: inside.status,
    name: inside.body.includes('Dana Kim'),
    guesses,
    still: still.status,
    upload: upload.status,
    uploadSays: upload.body,
  }
}

/** What {@link throughProxy} gives where the proxy holds it. */
export const heldByProxy = {
  stranger: 401,
  hsts: 'max-age=31536000',
  cookie: expect.stringMatching(/; HttpOnly; Secure; SameSite=Strict$/),
  inside: 200,
  name: true,
  guesses: [...Array(10).fill(401), 429],
  still: 200,
  upload: 422,
  uploadSays: expect.stringContaining('choose a license or a file there'),
}
