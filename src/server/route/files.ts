import { type Request, type Response, Router } from 'express'
import { Problem } from '../../problem.ts'
import { secondsView } from '../../task-time.ts'
import { compareFor } from '../comparisons.ts'
import { choicesOf } from '../page/choices.ts'
import { addressPart } from '../page/compare-page.ts'
import { isMendable, Refusal } from '../refusal.ts'
import { visitorOf, whoseOf } from '../security/visitor.ts'
import type { Site } from '../site.ts'
import { begun } from './begun.ts'
import { receive, sentFiles } from './receive.ts'
import { fieldIn, formAgain, type SentForm, setFormStatus, whyAgain } from './sent-form.ts'

/** `/compare/files`: files of one's own, compared with a license or with each other. */
export function fileRoutes(site: Site): Router {
  const router = Router()
  router.get('/compare/files', (request, response) => {
    const again = formAgain(site, request)
    if (again) return send(request, response, again.sent, again.error)
    response.set('Cache-Control', 'no-cache').type('html').send(page())
  })
  router.post('/compare/files', receive(site, 'left_file', 1, ['right_file']), async (request, response) => {
    // What was sent is kept like any file that is compared, so that it need not be chosen again.
    const given = { left: nameOf(site, request, 'left'), right: nameOf(site, request, 'right') }
    request.body = given
    // What cannot be read is told here, on the form, and not behind a link.
    try {
      const [left, right] = [required(given, 'left'), required(given, 'right')]
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
      if (!isMendable(error)) throw error
      send(request, response, { fields: { left: [given.left], right: [given.right] }, files: [] }, error)
    }
  })
  return router

  /** The form with everything in it, which is nobody else's to see. */
  function send(request: Request, response: Response, sent: SentForm, error: unknown): void {
    if (error instanceof Problem) setFormStatus(response, error)
    if (error instanceof Problem && error.rule === 'missing-text') response.status(404)
    const side = error instanceof SideMissing ? error.side : undefined
    const fields = { left: fieldIn(sent, 'left'), right: fieldIn(sent, 'right') }
    const whose = whoseOf(visitorOf(request))
    const html = page(fields, whyAgain(error), side, whose)
    // Without a script, Back asks the browser for this page, which came of a form.
    const cache = site.options.autosave ? 'private, no-cache' : 'private, no-store'
    response.set('Cache-Control', cache).type('html').send(html)
  }

  function page(
    { left, right } = { left: 'llama-3.1', right: '' },
    wrong?: string,
    at?: Side,
    whose?: string,
  ): string {
    return site.views.render('files', {
      title: 'Compare a file of your own',
      script: 'files.js',
      comparePage: true,
      sentence:
        'A license, a vendor’s paper or a draft that came back, clause by clause against a license or another file.',
      wrong,
      wrongLeft: at === 'left' ? wrong : undefined,
      wrongRight: at === 'right' ? wrong : undefined,
      megabytes: Math.round(site.options.largestUpload / 1024 / 1024),
      ...secondsView(site.options.workTime),
      choices: {
        left: choicesOf(site.library, left, site.uploads.find(left, whose)?.file),
        right: choicesOf(site.library, right, site.uploads.find(right, whose)?.file),
      },
    })
  }
}

type Side = 'left' | 'right'

/** Neither a license nor a file stands on a side. */
class SideMissing extends Refusal {
  readonly side: Side

  constructor(side: Side) {
    const name = side === 'left' ? 'From' : 'To'
    super(400, 'form', `“${name}” has neither: choose a license or a file there`)
    this.side = side
  }
}

function required(given: Record<Side, string>, side: Side): string {
  if (given[side] === '') throw new SideMissing(side)
  return given[side]
}

/** A text of the library, a file that was sent, or one that was sent before; empty for none. */
function nameOf(site: Site, request: Request, side: Side): string {
  const [sent] = sentFiles(request, `${side}_file`)
  if (sent) return site.uploads.keep(sent, whoseOf(visitorOf(request)))
  const chosen = (Object(request.body) as Record<string, unknown>)[side]
  return typeof chosen === 'string' ? chosen : ''
}
