import { createHash } from 'node:crypto'
import compression from 'compression'
import express, { type Request, type Response, Router } from 'express'
import type { KeptVendor, Register } from '../../register/index.ts'
import { type KeptLink, type Links, unreadAnswers } from '../../register/links.ts'
import { today } from '../../today.ts'
import { answerView, givenIn, type Told } from '../page/answer-page.ts'
import { isMendable, Refusal } from '../refusal.ts'
import { addressLimit, namedLimit } from '../security/rate.ts'
import { visibleName } from '../security/visitor.ts'
import type { WholeSite } from '../site.ts'
import { failed } from './failure.ts'
import { vendorIn } from './register.ts'

/** A questionnaire has some thirty questions, each with up to two fields. */
const fields = express.urlencoded({ extended: false, limit: '200kb', parameterLimit: 300 })

/**
 * `/answer/TOKEN`: the questionnaire of one vendor, for whoever has the link. It leads nowhere else, and whoever has it is no visitor of
 * the other pages.
 */
export function answerRoutes(site: WholeSite): Router {
  const router = Router()
  const { links, register } = site
  if (!links || !register) return router
  const { answersPerMinute: most } = site.options
  router.use('/answer', compression(), (_request, response, next) => {
    response.set({
      'Cache-Control': 'private, no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Robots-Tag': 'noindex, nofollow',
    })
    next()
  })
  router.use('/answer', addressLimit(most))
  router.use(
    '/answer/:token',
    namedLimit(most, ({ params }) => `link ${digestOf(String(params.token))}`),
  )

  router.get('/answer/:token', async (request, response) => {
    const found = await opened(request, links, register)
    const sent = typeof request.query.sent === 'string'
    show(response, found, { sent })
  })
  router.post('/answer/:token', fields, async (request, response) => {
    const found = await opened(request, links, register)
    const given = Object(request.body) as Record<string, unknown>
    try {
      const { by, said } = answersSaid(given)
      const unread = unreadAnswers(said, site.library, today())
      if (unread.length > 0 && given.as_it_is !== 'yes') return show(response, found, { given, unread })
      await links.answer(found.kept.id, by, said)
      response.redirect(303, '?sent=1')
    } catch (error) {
      if (!isMendable(error)) throw error
      if (error.rule === 'link-ended') throw noLink()
      show(response, found, { given, wrong: error.message })
    }
  })
  router.use('/answer', () => {
    throw noLink()
  })
  router.use('/answer', failed(site, 'answer-failure'))
  return router

  /** @throws Refusal the same 404 for a link that never was, has ended, or is of a vendor that is not there any more */
  async function opened(request: Request, links: Links, register: Register): Promise<Found> {
    const kept = await links.find(String(request.params.token))
    if (!kept) throw noLink()
    const vendor = await vendorIn(register, kept.link.vendor).catch(() => {
      throw noLink()
    })
    return { kept, vendor }
  }

  function show(response: Response, { kept, vendor }: Found, told: Told): void {
    if (told.wrong !== undefined || told.unread !== undefined) response.status(422)
    const view = answerView(kept.link, vendor.record, site.library, told)
    response.type('html').send(site.views.render('answer', view))
  }
}

interface Found {
  kept: KeptLink
  vendor: KeptVendor
}

function noLink(): Refusal {
  return new Refusal(
    404,
    'no-such-link',
    'this link opens nothing: it was not copied whole, its last day is over, or it was taken back; ask whoever sent it for another',
  )
}

/** @throws Refusal 400 where nobody answers, or nothing is answered */
function answersSaid(given: Record<string, unknown>) {
  const by = visibleName(typeof given.by === 'string' ? given.by : '')
  const said = givenIn(given)
  if (said.length === 0) throw new Refusal(400, 'form', 'Nothing is answered yet.')
  if (by === '') throw new Refusal(400, 'form', 'Say who answers: name and position.')
  return { by, said }
}

function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
