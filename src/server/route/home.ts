import { Router } from 'express'
import { choicesOf } from '../page/choices.ts'
import type { Site } from '../site.ts'

/** `/`: what one can do here, and the choice of what to compare. */
export function homeRoute(site: Site): Router {
  const router = Router()
  const { library } = site
  router.get('/', async (_request, response) => {
    const texts = (await site.texts.status()).filter(({ pin }) => pin)
    const view = {
      title: 'Clausebook',
      sentence:
        'Compare any two of Meta’s Llama licenses, read what each says on a topic, and draft what follows from it.',
      home: true,
      script: 'site.js',
      choices: { left: choicesOf(library, 'llama-2'), right: choicesOf(library, 'llama-3.1') },
      licenses: [...library.licenses.values()].map(({ id, name, released, texts: own }) => ({
        id,
        name,
        released,
        policy: own.some(({ kind }) => kind === 'use-policy'),
      })),
      here: texts.filter(({ present }) => present).length,
      all: texts.length,
      topics: library.topics.size,
    }
    response.set('Cache-Control', 'no-cache').type('html').send(site.views.render('home', view))
  })
  return router
}
