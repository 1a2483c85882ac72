import { Router } from 'express'
import { Problem } from '../../problem.ts'
import { positionPageView } from '../page/position-page.ts'
import type { Site } from '../site.ts'

/** `/positions/mau-counting?license=llama-3.1`: what a position asks at each level, and in which words; of a matter's house too. */
export function positionRoute(site: Site): Router {
  const router = Router()
  router.get('/positions/:id', async (request, response) => {
    const { license: asked, house: named } = request.query
    const house = typeof named === 'string' && named !== '' ? named : undefined
    const library = house === undefined ? site.library : await site.houses.library(house)
    const position = library.positions.get(request.params.id)
    const all = [...library.licenses.values()].filter(({ id }) => position?.appliesTo.includes(id))
    const license = all.find(({ id }) => id === asked) ?? all.at(-1)
    if (!position || !license)
      throw new Problem(
        'unknown-position',
        `there is no position ${request.params.id} on a license: each topic lists its own`,
      )
    const html = site.views.render('position', positionPageView(library, position, license, house))
    response.set('Cache-Control', 'no-cache').type('html').send(html)
  })
  return router
}
