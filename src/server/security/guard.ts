import { createHash, timingSafeEqual } from 'node:crypto'
import express, { type Request, Router } from 'express'
import { Refusal } from '../refusal.ts'
import type { Site } from '../site.ts'

const cookie = 'clausebook'

/** Who may come in: on this machine only its own names are answered, elsewhere whoever has the token or signed on. */
export function guardRoutes(site: Site): Router {
  const { local, token, trustProxyUser } = site.options
  const router = Router()
  if (local) {
    router.use((request, _response, next) => {
      // Another name that leads here (DNS rebinding) is some page's attempt to read this one.
      const known = isOwnName(request.get('host'))
      next(
        known ? undefined : new Refusal(421, 'host', 'this host name is not served: open http://127.0.0.1'),
      )
    })
  }
  if (trustProxyUser !== undefined) {
    router.use((request, _response, next) => {
      const user = request.get(trustProxyUser)
      next(
        user
          ? undefined
          : new Refusal(401, 'sign-on', 'sign on through your company’s page, which leads here'),
      )
    })
  }
  if (token !== undefined) router.use(tokenRoutes(site, token))
  return router
}

/** The user that the sign-on proxy names, where one is trusted. */
export function userOf(request: Request, { options }: Site): string | undefined {
  return options.trustProxyUser === undefined ? undefined : request.get(options.trustProxyUser)
}

function tokenRoutes(site: Site, token: string): Router {
  const router = Router()
  const digest = digestOf(token)
  router.post('/sign-in', express.urlencoded({ extended: false, limit: '4kb' }), (request, response) => {
    const { token: given } = (request.body ?? {}) as { token?: unknown }
    if (typeof given !== 'string' || !same(digestOf(given), digest)) {
      response
        .status(401)
        .type('html')
        .send(site.views.render('sign-in', { title: 'Sign in', wrong: true }))
      return
    }
    response.cookie(cookie, digest, {
      httpOnly: true,
      sameSite: 'strict',
      secure: request.get('x-forwarded-proto') === 'https',
    })
    response.redirect(303, '/')
  })
  router.use((request, response, next) => {
    const [, bearer] = /^Bearer (.+)$/.exec(request.get('authorization') ?? '') ?? []
    const [, kept] = new RegExp(`(?:^|; )${cookie}=([0-9a-f]+)`).exec(request.get('cookie') ?? '') ?? []
    if (
      (bearer !== undefined && same(digestOf(bearer), digest)) ||
      (kept !== undefined && same(kept, digest))
    )
      return next()
    if (request.path.startsWith('/api/'))
      return next(
        new Refusal(401, 'token', 'the token is missing or wrong: send Authorization: Bearer TOKEN'),
      )
    response
      .status(401)
      .type('html')
      .send(site.views.render('sign-in', { title: 'Sign in' }))
  })
  return router
}

/** The names of this machine that lead nowhere else. */
export function isOwnName(host: string | undefined): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(host ?? '')
}

function digestOf(words: string): string {
  return createHash('sha256').update(words).digest('hex')
}

function same(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
}
