import { type Request, type Response, Router } from 'express'
import { formatOfEnding, outputFormats } from '../../formats.ts'
import { type Drafts, NoSuchDraft } from '../../store/index.ts'
import { draftsView } from '../page/drafts-page.ts'
import { visitorView } from '../page/visitor.ts'
import { isMendable, Refusal } from '../refusal.ts'
import { sendFile } from '../report.ts'
import type { Site } from '../site.ts'
import { nameOf } from './matters.ts'

/** `/drafts`: documents that were drafted and are kept, the newest first, and which of them were sent. */
export function draftsRoutes(site: Site): Router {
  const router = Router()
  router.get('/drafts', async (request, response) => {
    await show(request, response)
  })
  router.get('/drafts/:name/file', async (request, response) => {
    const { name, format, content } = await found(draftsFor(request).open(String(request.params.name)))
    const known = formatOfEnding(format) ?? 'docx'
    sendFile(response, { name: `${name}.${format}`, type: outputFormats[known].type, content })
  })
  router.post('/drafts/:name/sent', async (request, response) => {
    try {
      await found(draftsFor(request).sent(String(request.params.name), nameOf(request)))
      response.redirect(303, '/drafts')
    } catch (error) {
      if (!isMendable(error)) throw error
      response.status(422)
      await show(request, response, error.message)
    }
  })
  return router

  async function show(request: Request, response: Response, wrong?: string): Promise<void> {
    const { find: asked, page } = request.query
    const find = typeof asked === 'string' ? asked.slice(0, 80) : ''
    const list = await draftsFor(request).list({ find, page: Number(page) })
    const view = {
      title: 'Drafts',
      draftPage: true,
      wrong,
      ...draftsView(list, find),
      ...visitorView(request),
    }
    response.set('Cache-Control', 'no-store').type('html').send(site.views.render('drafts', view))
  }

  /** @throws Refusal 404 where the server keeps none */
  function draftsFor(request: Request): Drafts {
    const { drafts } = site.shownTo(request)
    if (drafts) return drafts
    throw new Refusal(404, 'no-drafts', 'this server keeps no drafts: a database does')
  }
}

/** @throws Refusal 404 where there is no such draft */
async function found<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    if (!(error instanceof NoSuchDraft)) throw error
    throw new Refusal(
      404,
      'no-such-draft',
      'there is no such draft: the list of drafts tells which there are',
    )
  })
}
