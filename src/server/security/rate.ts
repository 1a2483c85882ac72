import { type Request, type RequestHandler, Router } from 'express'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import { Refusal } from '../refusal.ts'
import type { Site } from '../site.ts'
import { addressOf } from './address.ts'
import { visitorOf } from './visitor.ts'

/** So many requests a minute from one session, user or address, and fewer of those that make the server work. */
export function rateLimits(site: Site): RequestHandler {
  const { options } = site
  const router = Router()
  router.use(limit(options.perMinute))
  router.post(/.*/, limit(options.workPerMinute))
  return router
}

/** So many requests a minute from one address, whoever sends them. */
export function addressLimit(perMinute: number): RequestHandler {
  return limit(perMinute, { byAddress: true })
}

/** So many requests a minute of what a word names, such as a link, from whatever address. */
export function namedLimit(perMinute: number, nameOf: (request: Request) => string): RequestHandler {
  return limit(perMinute, { keyOf: nameOf })
}

function limit(
  perMinute: number,
  { byAddress = false, keyOf }: { byAddress?: boolean; keyOf?: (request: Request) => string } = {},
): RequestHandler {
  if (!Number.isFinite(perMinute)) return (_request, _response, next) => next()
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // Behind a proxy many come from few addresses: there the session or the user counts.
    keyGenerator: (request) =>
      keyOf?.(request) ??
      (byAddress ? undefined : visitorOf(request)?.key) ??
      ipKeyGenerator(addressOf(request)),
    validate: { xForwardedForHeader: false, trustProxy: false },
    handler: (_request, response, next) => {
      response.set('Retry-After', '60')
      next(new Refusal(429, 'too-many-requests', 'too many requests in a minute: wait a little and go on'))
    },
  })
}
