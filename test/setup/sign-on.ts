import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Express } from 'express'
import Provider from 'oidc-provider'
import request, { type Response } from 'supertest'
import type { SignOn } from '../../src/server/sign-on.ts'

/** Where the application is for people. */
export const publicUrl = 'https://clausebook.example/'

/** A company's sign-on on this machine: a real provider of OpenID Connect, whose page asks for no password. */
export interface CompanySignOn {
  settings: SignOn
  /** Who sits before its page now; undefined calls it off there. */
  person: string | undefined
  stop(): void
}

/**
 * Starts one.
 *
 * @param accounts what it says of each
 * @param inToken whether it says it with the sign-in, as most companies' do, or when it is asked
 */
export async function startSignOn(
  accounts: Record<string, Record<string, unknown>>,
  { inToken = false } = {},
): Promise<CompanySignOn> {
  let answer = (_request: IncomingMessage, response: ServerResponse) => void response.end()
  const server = createServer((asked, response) => answer(asked, response)).listen(0, '127.0.0.1')
  await new Promise((ready) => server.once('listening', ready))
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  const client = { client_id: 'clausebook', client_secret: 'a-secret-of-the-client' }
  const provider = new Provider(issuer, {
    clients: [{ ...client, redirect_uris: [`${publicUrl}sign-in/callback`] }],
    cookies: { keys: ['a key of tests'] },
    conformIdTokenClaims: !inToken,
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['preferred_username'] },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...accounts[id] }) }),
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    async loadExistingGrant({ oidc }) {
      const { clientId } = oidc.client!
      const known = oidc.session!.grantIdFor(clientId)
      if (known !== undefined) return oidc.provider.Grant.find(known)
      const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session!.accountId! })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })
  const callback = provider.callback()
  const company: CompanySignOn = {
    settings: { issuer, clientId: client.client_id, clientSecret: client.client_secret, claim: 'email' },
    person: undefined,
    stop() {
      server.close()
      server.closeAllConnections()
    },
  }
  answer = (asked, response) => {
    if (!asked.url!.startsWith('/interaction/')) return void callback(asked, response)
    const { person } = company
    const result = person === undefined ? { error: 'access_denied' } : { login: { accountId: person } }
    void provider.interactionFinished(asked, response, result)
  }
  return company
}

/** A browser before the application and the sign-on, with its cookies at both. */
export interface Browser {
  cookies: Map<string, string>
  /** What the application said about cookies, all of it. */
  said: string[]
  /** Asks the application for one thing, and follows it nowhere. */
  ask(path: string, headers?: Record<string, string>): Promise<Response>
  /** Sends an empty form from a page of the application, or of elsewhere. */
  send(path: string, origin?: string): Promise<Response>
  /** Opens a page, by way of the sign-on where it leads there. */
  open(path: string): Promise<Response>
  /** Goes where a page leads until it comes back to the application, which is not asked yet. */
  through(page: Response): Promise<string>
}

export function browserOf(app: Express): Browser {
  const there = new Map<string, string>()
  const keep = (jar: Map<string, string>, lines: readonly string[] = []) => {
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/expires=thu, 01 jan 1970/i.test(line) || value === '') jar.delete(name)
      else jar.set(name, value)
    }
  }
  const header = (jar: Map<string, string>) => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const browser: Browser = {
    cookies: new Map(),
    said: [],
    async ask(path, headers = {}) {
      const page = await request(app)
        .get(path)
        .set({ Host: 'clausebook.example', Cookie: header(browser.cookies), Accept: 'text/html', ...headers })
      heard(page)
      return page
    },
    async send(path, origin = 'https://clausebook.example') {
      const page = await request(app)
        .post(path)
        .set({ Host: 'clausebook.example', Cookie: header(browser.cookies), Origin: origin })
      heard(page)
      return page
    },
    async open(path) {
      let page = await browser.ask(path)
      for (let steps = 0; page.status >= 300 && page.status < 400 && steps < 10; steps += 1)
        page = await browser.ask(pathOf(await browser.through(page)))
      return page
    },
    async through(page) {
      let next = new URL(page.headers.location!, publicUrl)
      while (next.origin !== new URL(publicUrl).origin) {
        const answered = await fetch(next, { redirect: 'manual', headers: { cookie: header(there) } })
        keep(there, answered.headers.getSetCookie())
        const location = answered.headers.get('location')
        if (location === null)
          throw new Error(`the sign-on answers ${answered.status}: ${await answered.text()}`)
        next = new URL(location, next)
      }
      return next.href
    },
  }
  return browser

  function heard(page: Response): void {
    const lines = (page.headers['set-cookie'] ?? []) as unknown as string[]
    browser.said.push(...lines)
    keep(browser.cookies, lines)
  }
}

/** The path and query of an address of the application. */
export function pathOf(address: string): string {
  const { pathname, search } = new URL(address)
  return pathname + search
}
