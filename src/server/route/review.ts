import { type Request, type Response, Router } from 'express'
import { outputFormats } from '../../formats.ts'
import { isWordName } from '../../markup/word-name.ts'
import { Problem } from '../../problem.ts'
import { decodeText } from '../../texts/index.ts'
import { reviewPageView } from '../page/review-page.ts'
import { visitorView } from '../page/visitor.ts'
import { Refusal } from '../refusal.ts'
import { fileName, sendFile } from '../report.ts'
import { visitorOf } from '../security/visitor.ts'
import type { Site } from '../site.ts'
import type { ReviewTask } from '../work/review.ts'
import { receive, sentFiles } from './receive.ts'

/** `/review`: a vendor's own paper, held against the clauses that a matter calls for. */
export function reviewRoutes(site: Site): Router {
  const router = Router()
  router.get('/review', async (request, response) => {
    await form(request, response)
  })
  router.post('/review', receive(site, 'paper', 1, ['matter_file']), async (request, response) => {
    const given = Object(request.body) as Record<string, unknown>
    const vendor = typeof given.vendor === 'string' ? given.vendor.trim() : ''
    try {
      const paper = nameOfPaper(request)
      const matter = site.uploads.keep(await matterOf(request, given))
      // What cannot be read is told here, on the form, and not behind a link.
      await site.workshop.run('review', taskOf(paper, matter, vendor), visitorOf(request))
      const query = vendor === '' ? '' : `?${new URLSearchParams({ vendor })}`
      response.redirect(303, `/review/${paper}/${matter}${query}`)
    } catch (error) {
      if (!(error instanceof Problem) || (error instanceof Refusal && error.status >= 429)) throw error
      await form(request, response, { wrong: error.toString(), vendor })
    }
  })
  router.get('/review/:paper/:matter', async (request, response) => {
    const { paper = '', matter = '' } = request.params
    const { vendor = '' } = request.query
    const task = taskOf(paper, matter, String(vendor))
    const reviewed = await site.workshop.run('review', task, visitorOf(request))
    const view = reviewPageView(reviewed, {
      address: `/review/${paper}/${matter}`,
      vendor: String(vendor),
      isWord: isWordName(task.paper.file),
    })
    page(response, 'reviewed', { ...view, ...visitorView(request) })
  })
  for (const kind of ['marked', 'report'] as const)
    router.get(`/review/:paper/:matter/${kind}`, async (request, response) => {
      const { paper = '', matter = '' } = request.params
      const task = { ...taskOf(paper, matter, String(request.query.vendor ?? '')), kind }
      const { content } = await site.workshop.run('review-file', task, visitorOf(request))
      const name = `${fileName(task.paper.file.replace(/\.\w+$/, ''))}-${kind}.docx`
      sendFile(response, { name, type: outputFormats.docx.type, content })
    })
  return router

  async function form(
    request: Request,
    response: Response,
    { wrong, vendor = '' }: { wrong?: string; vendor?: string } = {},
  ): Promise<void> {
    const matters = site.store ? (await site.store.matters.list({ find: '', page: 1 })).matters : undefined
    if (wrong !== undefined) response.status(422)
    page(response, 'review', {
      title: 'Review a vendor’s paper',
      reviewPage: true,
      script: 'files.js',
      wrong,
      vendor,
      matters,
      megabytes: Math.round(site.options.largestUpload / 1024 / 1024),
      seconds: Math.round(site.options.workTime / 1000),
      ...visitorView(request),
    })
  }

  function page(response: Response, name: string, view: object): void {
    response.set('Cache-Control', 'no-store').type('html').send(site.views.render(name, view))
  }

  function nameOfPaper(request: Request): string {
    const [sent] = sentFiles(request, 'paper')
    if (!sent) throw new Refusal(400, 'form', 'choose the vendor’s paper')
    return site.uploads.keep(sent)
  }

  /** The matter that was sent, or the one that was chosen of those that are kept. */
  async function matterOf(request: Request, { matter }: Record<string, unknown>) {
    const [sent] = sentFiles(request, 'matter_file')
    if (sent) return sent
    if (typeof matter !== 'string' || matter === '' || !site.store)
      throw new Refusal(400, 'form', 'choose the matter that the paper is held against')
    const { yaml } = await site.store.matters.open(matter)
    return { file: `${matter}.yaml`, bytes: new TextEncoder().encode(yaml) }
  }

  function taskOf(paper: string, matter: string, vendor: string): ReviewTask {
    const [theirs, ours] = [paper, matter].map((name) => site.uploads.find(name))
    if (!theirs || !ours)
      throw new Refusal(
        410,
        'gone',
        'the files of this review are not kept any more: they stay for an hour. Send them again at /review',
      )
    return { paper: theirs, matter: decodeText(ours.bytes, ours.file), vendor }
  }
}
