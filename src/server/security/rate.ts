import { type RequestHandler, Router } from 'express'
import { rateLimit } from 'express-rate-limit'
import { Refusal } from '../refusal.ts'
import type { Site } from '../site.ts'

/** So many requests a minute from one address, and fewer of those that make the server work. */
export function rateLimits({ options }: Site): RequestHandler {
  const router = Router()
  router.use(limit(options.perMinute))
  router.post(/.*/, limit(options.workPerMinute))
  return router
}

function limit(perMinute: number): RequestHandler {
  if (!Number.isFinite(perMinute)) return (_request, _response, next) => next()
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_request, _response, next) =>
      next(new Refusal(429, 'too-many-requests', 'too many requests in a minute: wait a little and go on')),
  })
}
