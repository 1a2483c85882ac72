import { Router } from 'express'
import { sentenceCase } from '../../in-words.ts'
import { outcomes } from '../../matter/index.ts'
import type { Site } from '../site.ts'

/** `/about`: the words of these pages, a paragraph each. */
export function aboutRoute(site: Site): Router {
  const router = Router()
  const { library } = site
  router.get('/about', (_request, response) => {
    const view = {
      title: 'Words of these pages',
      sentence: 'What restatement, pin, weight and level mean, and the answers of an assessment.',
      aboutPage: true,
      script: 'site.js',
      licenses: library.licenses.size,
      topics: library.topics.size,
      positions: library.positions.size,
      digest: library.digest.slice(0, 12),
      paths: library.paths
        .toSorted((a, b) => outcomes.indexOf(b.id) - outcomes.indexOf(a.id))
        .map(({ id, title, means }) => ({
          id,
          title,
          means: `${sentenceCase(means.replaceAll('`', ''))}.`,
        })),
    }
    response.set('Cache-Control', 'no-cache').type('html').send(site.views.render('about', view))
  })
  return router
}
