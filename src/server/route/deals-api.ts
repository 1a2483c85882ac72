import { type Request, Router } from 'express'
import { Refusal } from '../refusal.ts'
import { visitorOf } from '../security/visitor.ts'
import type { Site } from '../site.ts'

/** `/api/deals`: the deals that the server keeps, where each point stands, and one point over all rounds. */
export function dealsApiRoutes(site: Pick<Site, 'shownTo'>): Router {
  const router = Router()
  router.get('/api/deals', async (request, response) => {
    response.json({ deals: await kept(request).list() })
  })
  router.get('/api/deals/:name', async (request, response) => {
    response.json(await kept(request).status(request.params.name, visitorOf(request)))
  })
  router.get('/api/deals/:name/points/:point', async (request, response) => {
    const { name, point } = request.params
    const { points } = await kept(request).status(name, visitorOf(request))
    const found = points.find((one) => one.point.id === point)
    if (!found)
      throw new Refusal(404, 'no-such-point', 'there is no such point in this deal: its status lists them')
    response.json(found)
  })
  return router

  function kept(request: Request) {
    const { deals } = site.shownTo(request)
    if (deals) return deals
    throw new Refusal(
      404,
      'no-deals',
      'this server keeps no deals: start it with --deals FOLDER, or on a database',
    )
  }
}
