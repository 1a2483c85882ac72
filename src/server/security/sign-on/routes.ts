import { randomBytes } from 'node:crypto'
import { type CookieOptions, type Request, type Response, Router } from 'express'
import { asSentence } from '../../../in-words.ts'
import { Problem } from '../../../problem.ts'
import { Refusal } from '../../refusal.ts'
import type { WholeSite } from '../../site.ts'
import { addressOf } from '../address.ts'
import { cookiesNamed } from '../cookies.ts'
import { countGuesses } from '../guesses.ts'
import { addressLimit } from '../rate.ts'
import { sessionTime } from '../session.ts'
import { setVisitor } from '../visitor.ts'
import { callbackPath, type Issuer } from './issuer.ts'
import { signedSignIns } from './signed-in.ts'
import { type UnderWay, underWayCookies, underWayTime } from './under-way.ts'
import { wayBack } from './way-back.ts'

/**
 * The way in by a company's sign-on (OpenID Connect Core 1.0, section 3.1, with PKCE): `/sign-in` leads there,
 * `/sign-in/callback` comes back with who somebody is, `/sign-out` ends it. Whoever is not signed in gets no further.
 *
 * @param publicUrl the address that people open
 */
export function signOnRoutes(site: WholeSite, issuer: Issuer, publicUrl: string): Router {
  const { oidc, perMinute, signInsPerMinute } = site.options
  const router = Router()
  const signIns = site.database?.signIns ?? signedSignIns(oidc!.clientSecret)
  const secure = new URL(publicUrl).protocol === 'https:'
  // A browser takes a cookie of such a name from this host alone, and from no neighbour below its domain.
  const cookieName = secure ? '__Host-clausebook' : 'clausebook'
  // Sent as well where somebody comes from another page, such as a mail with a link; every form is held to our own pages.
  const flags: CookieOptions = { httpOnly: true, sameSite: 'lax', secure, path: '/' }
  const away = underWayCookies(`${cookieName}-sign-in`)
  const strangers = addressLimit(perMinute)
  const failures = countGuesses(signInsPerMinute)

  // A picture or a frame of another site's page brings no cookie of ours: were it counted, that page could use up what an office may ask.
  router.use((request, _response, next) => {
    const foreign = request.get('sec-fetch-site') === 'cross-site' && !isOpened(request)
    next(
      foreign ? new Refusal(403, 'cross-site', 'another site’s page asks for this: open it here') : undefined,
    )
  })

  router.get('/sign-in', strangers, (request, response) =>
    leave(request, response, wayBack(request.query.to)),
  )

  // Whoever was not sent away from here guesses nothing, whatever his address sends.
  router.get(callbackPath, (request, response, next) => {
    if (away.find(request, request.query.state)) return strangers(request, response, next)
    response.set('Cache-Control', 'no-store')
    const why =
      'this sign-in was not begun in this browser, or took too long, or its cookies are off: sign in again'
    showWhy(request, response, new Refusal(400, 'sign-in', why))
  })
  router.get(callbackPath, async (request, response) => {
    const address = addressOf(request)
    if (failures.mustWait(address))
      throw new Refusal(429, 'too-many-guesses', 'signing in failed too often from here: wait a minute', {
        retryAfter: 60,
      })
    response.set('Cache-Control', 'no-store')
    const begun = away.find(request, request.query.state)!
    try {
      response.clearCookie(away.nameOf(begun.state), flags)
      const came = new URL(callbackPath, publicUrl)
      came.search = new URL(request.originalUrl, publicUrl).search
      const name = await issuer.nameOf(came, begun)
      const word = await signIns.begin(name, new Date(Date.now() + sessionTime))
      response.cookie(cookieName, word, { ...flags, maxAge: sessionTime })
      response.redirect(303, begun.to)
    } catch (error) {
      // Where the sign-on is down, nobody guessed.
      if (!(error instanceof Refusal) || error.status !== 503) failures.failed(address)
      showWhy(request, response, error, begun.to)
    }
  })

  router.get('/signed-out', strangers, (_request, response) => {
    page(response, 200, {
      title: 'You are signed out',
      reason:
        'What was typed into forms is gone from this browser. The company’s sign-on may know you still.',
      there: issuer.signOutAddress(),
    })
  })

  router.post('/sign-out', async (request, response, next) => {
    const own = await knownIn(request)
    if (own) {
      await signIns.end(own.word)
      return next()
    }
    strangers(request, response, next)
  })
  router.post('/sign-out', (_request, response) => {
    response.clearCookie(cookieName, flags)
    response.set('Clear-Site-Data', '"cache", "storage"')
    response.redirect(303, '/signed-out')
  })

  router.use(async (request, response, next) => {
    const known = await knownIn(request)
    if (known) {
      const { name } = known
      setVisitor(request, response, { key: `user ${name}`, name, signedIn: true })
      return next()
    }
    strangers(request, response, (error?: unknown) => {
      if (error !== undefined) return next(error)
      if (request.path.startsWith('/api/'))
        return next(new Refusal(401, 'sign-on', 'nobody is signed in: sign in on the pages'))
      if (isVisit(request)) return leave(request, response, wayBack(request.originalUrl)).catch(next)
      page(response, 401, { title: 'Sign in first', reason: 'You are not signed in, or not any more.' })
    })
  })
  return router

  /** Who is signed in by a cookie, and by which word. */
  async function knownIn(request: Request): Promise<{ word: string; name: string } | undefined> {
    for (const word of cookiesNamed(request, cookieName, signIns.words)) {
      const found = await signIns.find(word)
      if (found) return { word, name: found.name }
    }
    return undefined
  }

  async function leave(request: Request, response: Response, to: string): Promise<void> {
    const word = () => randomBytes(32).toString('base64url')
    const begun: UnderWay = { state: word(), nonce: word(), verifier: word(), to }
    response.set('Cache-Control', 'no-store')
    try {
      const address = await issuer.addressFor(begun)
      for (const old of away.tooMany(request)) response.clearCookie(old, flags)
      response.cookie(away.nameOf(begun.state), away.valueOf(begun), { ...flags, maxAge: underWayTime })
      response.redirect(303, address)
    } catch (error) {
      showWhy(request, response, error, to)
    }
  }

  /** What went wrong on the way in, with the way to try again. */
  function showWhy(request: Request, response: Response, error: unknown, to = '/'): void {
    if (!(error instanceof Problem) || error.rule === 'database') throw error
    const status = error instanceof Refusal ? error.status : 503
    // Whoever runs it has to know; nothing that was sent stands in it.
    request.log?.warn({ rule: error.rule, reason: error.message }, 'not signed in')
    page(response, status, {
      title: status === 503 ? 'The sign-on cannot be reached' : 'You are not signed in',
      reason: asSentence(error.message),
      to,
    })
  }

  function page(
    response: Response,
    status: number,
    words: { title: string; reason: string; to?: string; there?: string | undefined },
  ): void {
    const { to = '/' } = words
    response
      .status(status)
      .set('Cache-Control', 'no-store')
      .type('html')
      .send(
        site.views.render('sign-on', {
          ...words,
          address: to === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ to })}`,
        }),
      )
  }
}

/** Whether the browser says that somebody opened it as a page of its own. */
function isOpened(request: Request): boolean {
  return request.get('sec-fetch-mode') === 'navigate' && request.get('sec-fetch-dest') === 'document'
}

/** Whether somebody opened a page, and no script or picture of one asks. */
function isVisit(request: Request): boolean {
  const mode = request.get('sec-fetch-mode')
  if (request.method !== 'GET') return false
  return mode === undefined ? /\btext\/html\b/.test(request.get('accept') ?? '') : mode === 'navigate'
}
