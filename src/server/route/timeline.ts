import { Router } from 'express'
import { timelinePageView } from '../page/timeline-page.ts'
import { sendPage } from '../page-cache.ts'
import type { Site } from '../site.ts'

/** `/timeline`: the versions with their dates and models, and what became of what matters. */
export function timelineRoute(site: Site): Router {
  const router = Router()
  const { library } = site
  router.get('/timeline', (request, response) =>
    sendPage(site.pages, `timeline ${library.digest}`, request, response, () =>
      site.views.render('timeline', timelinePageView(library)),
    ),
  )
  return router
}
