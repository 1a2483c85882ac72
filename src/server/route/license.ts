import { Router } from 'express'
import { nameText } from '../../texts/index.ts'
import { licensePageView } from '../page/license-page.ts'
import type { Site } from '../site.ts'

/** `/licenses` and `/licenses/llama-3.1`. */
export function licenseRoutes(site: Site): Router {
  const router = Router()
  const { library } = site
  router.get('/licenses', (_request, response) => {
    const view = {
      title: 'Licenses',
      sentence: 'The licenses with their dates, models and use policies.',
      licensesPage: true,
      script: 'site.js',
      licenses: [...library.licenses.values()].map(({ id, name, title, released, dateNote, texts }) => ({
        id,
        name,
        title,
        released,
        dateNote,
        policy: texts.some(({ kind }) => kind === 'use-policy'),
        models: library.models.filter(({ license }) => license === id).map((model) => model.name),
      })),
    }
    response.set('Cache-Control', 'no-cache').type('html').send(site.views.render('licenses', view))
  })
  router.get('/licenses/:id', async (request, response) => {
    const { license } = nameText(request.params.id, library.licenses)
    const view = await licensePageView(site, license)
    response.set('Cache-Control', 'no-cache').type('html').send(site.views.render('license', view))
  })
  return router
}
