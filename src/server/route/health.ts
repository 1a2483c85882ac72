import { Router } from 'express'
import type { Site } from '../site.ts'

/** `/healthz`: the process answers. `/readyz`: it takes requests, which it no longer does while it ends. */
export function healthRoutes(site: Site): Router {
  const router = Router()
  router.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'ok' })
  })
  router.get('/readyz', (_request, response) => {
    response
      .status(site.ready ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json(
        site.ready
          ? { status: 'ready', licenses: site.library.licenses.size, library: site.library.digest }
          : { status: 'ending' },
      )
  })
  return router
}
