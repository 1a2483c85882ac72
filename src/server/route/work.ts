import { type Request, Router } from 'express'
import { asSentence } from '../../in-words.ts'
import { Problem } from '../../problem.ts'
import { onPage } from '../page/on-page.ts'
import { visitorView } from '../page/visitor.ts'
import { Refusal } from '../refusal.ts'
import { visitorOf, whoseOf } from '../security/visitor.ts'
import type { Site } from '../site.ts'
import type { Work } from '../under-way.ts'

/** `/work/ID`: at what step long work is, and the button that calls it off. */
export function workRoutes(site: Site): Router {
  const router = Router()
  router.get('/work/:id', (request, response) => {
    const work = workNamed(request)
    response.set('Cache-Control', 'no-store')
    if (request.accepts(['html', 'json']) === 'json') return void response.json(stateOf(work))
    if (work.to !== undefined) return response.redirect(303, work.to)
    if (work.state === 'failed') {
      // A mistake of ours is told, and logged, as on any other page.
      if (!(work.error instanceof Problem)) throw work.error
      // The form comes back with what was in it and with the reason, as it does where that is soon.
      if (work.sent) return response.redirect(303, againAt(work))
      response.status(work.error instanceof Refusal ? work.error.status : 422)
    }
    const view = {
      title: work.title,
      script: 'work.js',
      ...stateOf(work),
      back: work.sent ? againAt(work) : work.back,
      reason: asSentence(onPage(work.failure ?? '')),
    }
    response.type('html').send(site.views.render('work', { ...view, ...visitorView(request) }))
  })
  router.post('/work/:id/cancel', (request, response) => {
    const { id } = workNamed(request)
    site.underWay.cancel(id)
    response.redirect(303, `/work/${id}`)
  })
  return router

  function workNamed(request: Request): Work {
    const work = site.underWay.find(String(request.params.id), whoseOf(visitorOf(request)))
    if (!work) throw new Refusal(404, 'no-such-work', 'nothing is under way here: begin again')
    return work
  }
}

/** The form that the work was begun with. */
function againAt({ back, id }: Work): string {
  return `${back}?again=${id}`
}

function stateOf({ id, state, step, to, failure }: Work) {
  return {
    id,
    state,
    step: step.what,
    ...(step.of !== undefined && { done: step.done ?? 0, of: step.of }),
    ...(to !== undefined && { to }),
    ...(failure !== undefined && { failure }),
  }
}
