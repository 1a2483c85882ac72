import { createHash } from 'node:crypto'
import { userInfo } from 'node:os'
import express, { type Request, type RequestHandler, type Response, Router } from 'express'
import { isOwnName } from '../own-name.ts'
import { Refusal } from '../refusal.ts'
import type { Site, WholeSite } from '../site.ts'
import { addressOf } from './address.ts'
import { cookiesNamed } from './cookies.ts'
import { countGuesses } from './guesses.ts'
import { addressLimit } from './rate.ts'
import { openSessions, same, sessionTime, sessionWords } from './session.ts'
import { signOnRoutes } from './sign-on/routes.ts'
import { setVisitor, visibleName } from './visitor.ts'

const cookieName = 'clausebook'

/** On this machine only its own names are answered. */
export function ownHost({ local, publicUrl }: Site['options']): RequestHandler {
  if (!local) return (_request, _response, next) => next()
  const served = publicUrl === undefined ? undefined : new URL(publicUrl).host
  return (request, _response, next) => {
    // Another name that leads here (DNS rebinding) is some page's attempt to read this one.
    const host = request.get('host')
    const known = isOwnName(host) || (served !== undefined && host === served)
    const reason = `this host name is not served: open ${publicUrl ?? 'http://127.0.0.1'}`
    next(known ? undefined : new Refusal(421, 'host', reason))
  }
}

/** Who may come in: whoever has the token or signed on; without either, whoever sits at this machine. */
export function guardRoutes(site: WholeSite): Router {
  const { token, trustProxyUser, publicUrl, people } = site.options
  const router = Router()
  if (trustProxyUser !== undefined) {
    router.use((request, response, next) => {
      const said = request.get(trustProxyUser) ?? ''
      const name = visibleName(said)
      // Where people are told apart, no other name may pass for one of theirs.
      if (name === '' || (people && name !== said)) {
        return next(new Refusal(401, 'sign-on', 'sign on through your company’s page, which leads here'))
      }
      setVisitor(request, response, { key: `user ${name}`, name, signedIn: false })
      next()
    })
  }
  if (token !== undefined) router.use(tokenRoutes(site, token))
  if (site.issuer) router.use(signOnRoutes(site, site.issuer, publicUrl!))
  router.use((request, response, next) => {
    // Without a guard it is whoever sits at this machine.
    if (token === undefined && trustProxyUser === undefined && !site.issuer)
      setVisitor(request, response, {
        key: `address ${addressOf(request)}`,
        name: ownName(),
        signedIn: false,
      })
    next()
  })
  return router
}

function tokenRoutes(site: Site, token: string): Router {
  const router = Router()
  const digest = digestOf(token)
  const sessions = openSessions(token)
  const secure = (request: Request) =>
    site.options.publicUrl === undefined
      ? request.get('x-forwarded-proto') === 'https'
      : site.options.publicUrl.startsWith('https:')
  const kept = (request: Request) => {
    for (const word of cookiesNamed(request, cookieName, sessionWords)) {
      const session = sessions.find(word)
      if (session) return session
    }
    return undefined
  }
  const guesses = countGuesses(site.options.signInsPerMinute)
  const strangers = addressLimit(site.options.perMinute)
  const given = (request: Request, words: unknown): boolean => {
    const address = addressOf(request)
    if (guesses.mustWait(address)) {
      const reason = 'this address gave a wrong token too often: wait a minute'
      throw new Refusal(429, 'too-many-guesses', reason, { retryAfter: 60 })
    }
    const right = typeof words === 'string' && same(digestOf(words), digest)
    if (!right) guesses.failed(address)
    return right
  }

  router.post('/sign-in', express.urlencoded({ extended: false, limit: '4kb' }), (request, response) => {
    const { token: words, name } = Object(request.body) as Record<string, unknown>
    if (!given(request, words)) return signIn(site, response, { wrong: true })
    const called = visibleName(typeof name === 'string' ? name : '') || 'somebody with the token'
    response.cookie(cookieName, sessions.begin(called).cookie, {
      httpOnly: true,
      sameSite: 'strict',
      secure: secure(request),
      maxAge: sessionTime,
    })
    response.redirect(303, '/')
  })
  router.post('/sign-out', (request, response) => {
    const session = kept(request)
    if (session) sessions.end(session)
    response.clearCookie(cookieName, { httpOnly: true, sameSite: 'strict', secure: secure(request) })
    // What a form was filled with, where the address is one that a browser trusts.
    response.set('Clear-Site-Data', '"cache", "storage"')
    response.redirect(303, '/')
  })
  router.use((request, response, next) => {
    const session = kept(request)
    if (session) {
      setVisitor(request, response, { key: `session ${session.id}`, name: session.name, signedIn: true })
      return next()
    }
    const [, bearer] = /^Bearer +(\S+) *$/i.exec(request.get('authorization') ?? '') ?? []
    if (bearer !== undefined && given(request, bearer)) {
      setVisitor(request, response, {
        key: `token ${addressOf(request)}`,
        name: 'a program with the token',
        signedIn: false,
      })
      return next()
    }
    strangers(request, response, (error?: unknown) => {
      if (error !== undefined) return next(error)
      if (!request.path.startsWith('/api/')) return signIn(site, response, {})
      const reason = 'the token is missing or wrong: send Authorization: Bearer TOKEN'
      next(new Refusal(401, 'token', reason))
    })
  })
  return router
}

function signIn(site: Site, response: Response, { wrong }: { wrong?: boolean }): void {
  response
    .status(401)
    .set('Cache-Control', 'no-store')
    .type('html')
    .send(site.views.render('sign-in', { title: 'Sign in', wrong }))
}

function ownName(): string {
  try {
    return visibleName(userInfo().username) || 'somebody'
  } catch {
    // A container may run as a user that has no name.
    return 'somebody'
  }
}

function digestOf(words: string): string {
  return createHash('sha256').update(words).digest('hex')
}
