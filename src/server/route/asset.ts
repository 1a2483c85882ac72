import { Router } from 'express'
import type { Site } from '../site.ts'

/** `/assets/style-3f9a01bc.css`: kept by the browser for good, since its address changes with its bytes. */
export function assetRoute({ assets }: Site): Router {
  const router = Router()
  router.get('/assets/:name', (request, response, next) => {
    const asset = assets.files.get(request.params.name)
    if (!asset) return next()
    response
      .set('Cache-Control', 'public, max-age=31536000, immutable')
      .set('Content-Type', asset.type)
      .send(asset.body)
  })
  router.get('/favicon.ico', (_request, response) => {
    response.redirect(308, assets.addressOf('icon.svg'))
  })
  return router
}
