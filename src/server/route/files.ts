import { type Request, Router } from 'express'
import { Problem } from '../../problem.ts'
import { compareFor } from '../comparisons.ts'
import { choicesOf } from '../page/choices.ts'
import { addressPart } from '../page/compare-page.ts'
import { Refusal } from '../refusal.ts'
import type { Site } from '../site.ts'
import { secondsView } from '../work/time.ts'
import { begun } from './begun.ts'
import { receive, sentFiles } from './receive.ts'

/** `/compare/files`: files of one's own, compared with a license or with each other. */
export function fileRoutes(site: Site): Router {
  const router = Router()
  router.get('/compare/files', (_request, response) => {
    response.set('Cache-Control', 'no-cache').type('html').send(page())
  })
  router.post('/compare/files', receive(site, 'left_file', 1, ['right_file']), async (request, response) => {
    const sides = (['left', 'right'] as const).map((side) => nameOf(site, request, side))
    // What cannot be read is told here, on the form, and not behind a link.
    const [left, right] = [sides[0]!, sides[1]!]
    try {
      const to = await begun(
        site,
        request,
        { title: 'Comparing', back: '/compare/files' },
        async (client) => {
          await compareFor(site, left, right, {}, client)
          return `/compare/${addressPart(left)}...${addressPart(right)}`
        },
      )
      response.redirect(303, to)
    } catch (error) {
      if (!(error instanceof Problem) || error instanceof Refusal) throw error
      response
        .status(error.rule === 'missing-text' ? 404 : 422)
        .type('html')
        .send(page(error.toString()))
    }
  })
  return router

  function page(wrong?: string): string {
    return site.views.render('files', {
      title: 'Compare a file of your own',
      script: 'files.js',
      comparePage: true,
      sentence:
        'A license, a vendor’s paper or a draft that came back, clause by clause against a license or another file.',
      wrong,
      megabytes: Math.round(site.options.largestUpload / 1024 / 1024),
      ...secondsView(site.options.workTime),
      choices: { left: choicesOf(site.library, 'llama-3.1'), right: choicesOf(site.library, '') },
    })
  }
}

function nameOf(site: Site, request: Request, side: 'left' | 'right'): string {
  const [sent] = sentFiles(request, `${side}_file`)
  if (sent) return site.uploads.keep(sent)
  const chosen = (Object(request.body) as Record<string, unknown>)[side]
  if (typeof chosen === 'string' && chosen !== '') return chosen
  throw new Refusal(400, 'form', `choose a license or a file for the ${side} side`)
}
