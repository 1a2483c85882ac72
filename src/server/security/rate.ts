import { type RequestHandler, Router } from 'express'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import { Refusal } from '../refusal.ts'
import type { Site } from '../site.ts'
import { userOf } from './guard.ts'

/** So many requests a minute from one address or user, and fewer of those that make the server work. */
export function rateLimits(site: Site): RequestHandler {
  const { options } = site
  const router = Router()
  router.use(limit(site, options.perMinute))
  router.post(/.*/, limit(site, options.workPerMinute))
  return router
}

function limit(site: Site, perMinute: number): RequestHandler {
  if (!Number.isFinite(perMinute)) return (_request, _response, next) => next()
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // Behind a sign-on proxy all come from its address: there the user counts.
    keyGenerator: (request) => userOf(request, site) ?? ipKeyGenerator(request.ip ?? ''),
    validate: { xForwardedForHeader: false },
    handler: (_request, _response, next) =>
      next(new Refusal(429, 'too-many-requests', 'too many requests in a minute: wait a little and go on')),
  })
}
