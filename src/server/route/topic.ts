import { Router } from 'express'
import { Problem } from '../../problem.ts'
import { topicPageView } from '../page/topic-page.ts'
import type { Site } from '../site.ts'

/** `/topics` and `/topics/user-threshold`. */
export function topicRoutes(site: Site): Router {
  const router = Router()
  const { library } = site
  router.get('/topics', (_request, response) => {
    const view = {
      title: 'Topics',
      sentence: 'The questions that the clauses of a license answer, the same across licenses.',
      topicsPage: true,
      script: 'site.js',
      groups: library.groups.map(({ title, document, topics }) => ({
        title,
        policy: document === 'use-policy',
        topics: topics.map(({ id, title: name, question, weight }) => ({
          id,
          title: name,
          question,
          weight,
        })),
      })),
    }
    response.set('Cache-Control', 'no-cache').type('html').send(site.views.render('topics', view))
  })
  router.get('/topics/:id', (request, response) => {
    const topic = library.topics.get(request.params.id)
    if (!topic)
      throw new Problem(
        'unknown-topic',
        `there is no topic ${request.params.id}: the list of topics has them all`,
      )
    const view = topicPageView(library, topic)
    response.set('Cache-Control', 'no-cache').type('html').send(site.views.render('topic', view))
  })
  return router
}
