import { Router } from 'express'
import { readAnswers, writeAnswers } from '../assess/address.ts'
import { factsOf } from '../assess/facts.ts'
import { assessQuestions } from '../assess/questions.ts'
import { assessPageView } from '../page/assess-page.ts'
import { sendPage } from '../page-cache.ts'
import { visitorOf } from '../security/visitor.ts'
import type { Site } from '../site.ts'

/** `/assess`: eight questions, and what each license comes to. The address holds the answers. */
export function assessRoute(site: Site): Router {
  const router = Router()
  const { library } = site
  const questions = assessQuestions(library)
  router.get('/assess', async (request, response) => {
    // What a client has and does is nobody's business where a link on this page leads.
    response.set('Referrer-Policy', 'no-referrer')
    const answers = readAnswers(request.query, questions)
    const query = writeAnswers(answers)
    // An address holds what was chosen and nothing else.
    if (new URL(request.originalUrl, 'http://here').search !== query)
      return response.redirect(303, `/assess${query}`)
    await sendPage(site.pages, `assess${query} ${library.digest}`, request, response, async () => {
      const matter = JSON.stringify(factsOf(answers, library))
      const task = { matter, allLicenses: true }
      const assessment = await site.workshop.run('assess', task, visitorOf(request))
      return site.views.render('assess', assessPageView({ library, questions, answers, assessment }))
    })
  })
  return router
}
