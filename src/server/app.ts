import compression from 'compression'
import express, { type Express } from 'express'
import type { Logger } from 'pino'
import { actingFrom } from '../store/index.ts'
import { aboutRoute } from './route/about.ts'
import { answerRoutes } from './route/answer.ts'
import { apiRoutes } from './route/api.ts'
import { assessRoute } from './route/assess.ts'
import { assetRoute } from './route/asset.ts'
import { compareRoutes } from './route/compare.ts'
import { dealRoutes } from './route/deals.ts'
import { dealsApiRoutes } from './route/deals-api.ts'
import { draftRoutes } from './route/draft.ts'
import { draftsRoutes } from './route/drafts.ts'
import { failed, noSuchPage } from './route/failure.ts'
import { fileRoutes } from './route/files.ts'
import { healthRoutes } from './route/health.ts'
import { homeRoute } from './route/home.ts'
import { jobRoutes } from './route/jobs.ts'
import { licenseRoutes } from './route/license.ts'
import { matrixRoutes } from './route/matrix.ts'
import { matterRoutes } from './route/matters.ts'
import { peopleRoutes } from './route/people.ts'
import { positionRoute } from './route/position.ts'
import { reviewRoutes } from './route/review.ts'
import { textRoutes } from './route/texts.ts'
import { timelineRoute } from './route/timeline.ts'
import { topicRoutes } from './route/topic.ts'
import { vendorLinkRoutes } from './route/vendor-links.ts'
import { vendorRoutes } from './route/vendors.ts'
import { vendorsApiRoutes } from './route/vendors-api.ts'
import { workRoutes } from './route/work.ts'
import { guardRoutes, ownHost } from './security/guard.ts'
import { headers } from './security/headers.ts'
import { requestLog } from './security/log.ts'
import { forDrafters, peopleGuard } from './security/people.ts'
import { rateLimits } from './security/rate.ts'
import { sameOrigin } from './security/same-origin.ts'
import { uploadRoom } from './security/upload-room.ts'
import type { WholeSite } from './site.ts'

/**
 * The web application. A route is a file in `route/`, what stands before all routes one in `security/`.
 *
 * @param log where requests are recorded; by default nowhere
 * @example
 * createApp(await openSite()).listen(4180, '127.0.0.1')
 */
export function createApp(site: WholeSite, log?: Logger): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  // Of the addresses that a request says it came through, the one that our own proxy saw is true.
  if (site.options.publicUrl !== undefined)
    app.set('trust proxy', (_address: string, hop: number) => hop === 0)
  if (log) app.use(requestLog(log))
  app.use(headers())
  app.use(healthRoutes(site))
  app.use('/assets', compression())
  app.use(assetRoute(site))
  app.use(ownHost(site.options))
  // Whoever has a link is no visitor: nothing that stands below knows of him, and nothing of it is for him.
  app.use(answerRoutes(site))
  app.use((request, _response, next) => actingFrom(request.ip ?? '', next))
  app.use(sameOrigin(site.options))
  app.use(guardRoutes(site))
  app.use(rateLimits(site))
  if (site.options.people) {
    app.use(peopleGuard(site))
    // Of what is shared with some, nothing stays where others look; pages that are the same for all say otherwise.
    app.use((_request, response, next) => {
      response.set('Cache-Control', 'private, no-store')
      next()
    })
    app.post('/texts/{*what}', forDrafters)
  }
  app.post(
    [
      /^\/compare\/files$/,
      /^\/review$/,
      /^\/deals?(\/[^/]+\/returned)?$/,
      /^\/draft\/[^/]+\/open$/,
      /^\/texts\/import$/,
      /^\/vendors\/tables$/,
      /^\/api\/(compare|review)$/,
    ],
    uploadRoom(),
  )
  // What is asked for most comes first, and brings its own compressed bytes.
  app.use(fileRoutes(site))
  app.use(compareRoutes(site))
  app.use(compression())
  app.use(apiRoutes(site))
  app.use(dealsApiRoutes(site))
  app.use(vendorsApiRoutes(site))
  app.use(timelineRoute(site))
  app.use(matrixRoutes(site))
  app.use(homeRoute(site))
  app.use(aboutRoute(site))
  app.use(assessRoute(site))
  app.use(topicRoutes(site))
  app.use(positionRoute(site))
  app.use(licenseRoutes(site))
  app.use(textRoutes(site))
  app.use(draftRoutes(site))
  app.use(draftsRoutes(site))
  app.use(reviewRoutes(site))
  app.use(workRoutes(site))
  app.use(dealRoutes(site))
  app.use(vendorLinkRoutes(site))
  app.use(vendorRoutes(site))
  app.use(jobRoutes(site))
  app.use(matterRoutes(site))
  app.use(peopleRoutes(site))
  app.use(noSuchPage())
  app.use(failed(site))
  return app
}
