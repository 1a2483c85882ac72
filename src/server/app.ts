import { createHash } from 'node:crypto'
import compression from 'compression'
import express, { type Express, type NextFunction, type Request, type Response } from 'express'
import helmet from 'helmet'
import { reportStyle } from '../compare/report/index.ts'
import type { Library } from '../library/index.ts'
import { Problem } from '../problem.ts'
import { comparePage } from './compare-page.ts'
import { homePage, messagePage } from './pages.ts'

/** The web application over a library. Its pages need no script and nothing from elsewhere. */
export function createApp(library: Library): Express {
  const style = `'sha256-${createHash('sha256').update(`\n${reportStyle}`).digest('base64')}'`
  const app = express()
  app.disable('x-powered-by')
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          styleSrc: [style],
          formAction: ["'self'"],
          baseUri: ["'none'"],
          frameAncestors: ["'none'"],
        },
      },
      // It is served over plain HTTP on this machine.
      strictTransportSecurity: false,
    }),
  )
  app.use(compression())
  app.get('/', (_request, response) => {
    response.type('html').send(homePage(library))
  })
  app.get('/compare', comparePage(library))
  app.use((_request, response) => {
    response
      .status(404)
      .type('html')
      .send(messagePage('There is no such page', 'The address names no page of Clausebook.'))
  })
  app.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    const told = error instanceof Problem ? error.message : 'Something went wrong on our side.'
    response
      .status(error instanceof Problem ? 400 : 500)
      .type('html')
      .send(messagePage('This cannot be compared', told))
  })
  return app
}
