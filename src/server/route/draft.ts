import express, { type Request, type Response, Router } from 'express'
import { type DocumentKind, documentOf, documents } from '../../draft/index.ts'
import { Problem } from '../../problem.ts'
import { decodeText } from '../../texts/index.ts'
import { type FormBody, readForm } from '../form/read.ts'
import { requireRoom } from '../form/room.ts'
import { changedRows } from '../form/rows.ts'
import { matterYaml } from '../matter-text.ts'
import { type DraftPage, draftPageView, previewView } from '../page/draft-page.ts'
import { Refusal } from '../refusal.ts'
import { fileName, sendFile } from '../report.ts'
import type { Site } from '../site.ts'
import { saveMatter } from './matters.ts'
import { receive, sentFiles } from './receive.ts'

const form = express.urlencoded({ extended: false, limit: '2mb', parameterLimit: 5000 })

const kinds = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  markdown: 'text/markdown; charset=utf-8',
}

/** `/draft` and `/draft/side-letter`: a form of the facts that a document needs, and the document beside it. */
export function draftRoutes(site: Site): Router {
  const router = Router()
  router.get('/draft', async (_request, response) => {
    const view = {
      title: 'Draft',
      draftPage: true,
      script: 'site.js',
      // Code in a summary is set as plain words.
      documents: documents.map(({ id, title, summary }) => ({
        id,
        title,
        summary: summary.replaceAll('`', ''),
      })),
      keeps: site.matters !== undefined,
      matters: (await site.matters?.list())?.map((matter) => ({
        ...matter,
        saved: matter.saved.slice(0, 16).replace('T', ' '),
        versions: matter.versions > 1 ? matter.versions : undefined,
      })),
    }
    response.set('Cache-Control', 'no-cache').type('html').send(site.views.render('documents', view))
  })
  router.get('/draft/:document', async (request, response) => {
    const kind = kindOf(request)
    const { matter: name, version, saved } = request.query
    if (typeof name !== 'string' || !site.matters)
      return await show(response, { kind, facts: { matter: 'Untitled matter' }, preview: undefined })
    const number = /^\d{1,6}$/.test(String(version)) ? Number(version) : undefined
    const matter = await site.matters.open(name, number)
    const said =
      saved === 'yes'
        ? `Saved as ${name}.`
        : number === undefined
          ? undefined
          : `Version ${number} of ${name}.`
    await opened(response, kind, matter.yaml, { kept: { file: matter.name, base: matter.base }, said })
  })
  router.post('/draft/:document/open', receive(site, 'matter'), async (request, response) => {
    const [sent] = sentFiles(request, 'matter')
    if (!sent) throw new Refusal(400, 'form', 'choose the YAML file of a matter first')
    await opened(response, kindOf(request), decodeText(sent.bytes, sent.file))
  })
  router.post('/draft/:document/preview', form, async (request, response) => {
    const facts = readForm(bodyOf(request))
    const view = previewView(site.library, await previewOf(kindOf(request), matterYaml(facts)))
    response.set('Cache-Control', 'no-store').type('html').send(site.views.render('preview', view))
  })
  router.post('/draft/:document', form, async (request, response) => {
    const kind = kindOf(request)
    const body = bodyOf(request)
    const facts = readForm(body)
    const [action = 'preview', what = ''] = String(body._do ?? 'preview').split(/:(.*)/s)
    if (action === 'yaml') {
      const name = `${fileName(String(facts.matter))}.yaml`
      return sendFile(response, { name, type: 'application/yaml; charset=utf-8', content: matterYaml(facts) })
    }
    if (action === 'save') {
      const kept = keptOf(body)
      return await saveMatter(site, response, {
        yaml: matterYaml(facts),
        ...(kept ? { name: kept.file, base: kept.base } : {}),
        document: kind.id,
      })
    }
    if (action === 'redline') {
      const task = { license: what, matter: matterYaml(facts), folder: site.texts.folder }
      const { content } = await site.workshop.run('redline', task).catch(untilDone)
      const name = `${fileName(String(facts.matter))}-${fileName(what)}-redline.docx`
      return sendFile(response, { name, type: kinds.docx, content })
    }
    if (action === 'docx' || action === 'html' || action === 'markdown') {
      return await download(response, kind, facts, action, body._final === 'yes')
    }
    if (action === 'add' || action === 'remove') changedRows(facts, action, what)
    await show(response, {
      kind,
      facts,
      preview: await previewOf(kind, matterYaml(facts)),
      kept: keptOf(body),
    })
  })
  return router

  async function show(
    response: Response,
    page: Pick<DraftPage, 'kind' | 'facts' | 'preview'> & Partial<DraftPage>,
  ): Promise<void> {
    requireRoom(page.facts)
    const whole = {
      library: site.library,
      keeps: site.matters !== undefined,
      ...page,
    }
    const html = site.views.render('draft', draftPageView(whole))
    response.set('Cache-Control', 'no-store').type('html').send(html)
  }

  async function opened(
    response: Response,
    kind: DocumentKind,
    yaml: string,
    page: Partial<DraftPage> = {},
  ): Promise<void> {
    // A file that somebody made is read where it can be ended.
    const preview = await previewOf(kind, yaml)
    await show(response, { kind, facts: preview.facts, preview, ...page })
  }

  function previewOf({ id }: DocumentKind, matter: string) {
    return site.workshop.run('preview', { document: id, matter, final: false, folder: site.texts.folder })
  }

  async function download(
    response: Response,
    { id }: DocumentKind,
    facts: Record<string, unknown>,
    format: keyof typeof kinds,
    final: boolean,
  ): Promise<void> {
    const matter = matterYaml(facts)
    const { content } = await site.workshop
      .run('draft', { document: id, matter, final, format, folder: site.texts.folder })
      .catch(untilDone)
    const extension = format === 'markdown' ? 'md' : format
    sendFile(response, {
      name: `${fileName(String(facts.matter))}-${id}.${extension}`,
      type: kinds[format],
      content,
    })
  }
}

/** What a matter lacks for a document is for the one who fills the form. */
function untilDone(error: unknown): never {
  if (!(error instanceof Problem) || error instanceof Refusal || error.rule === 'missing-text') throw error
  throw new Refusal(422, error.rule, error.message)
}

function kindOf(request: Request): DocumentKind {
  return documentOf(String(request.params.document))
}

/** The matter that the form was opened from, and what it was then. */
function keptOf({ _file, _base }: FormBody): { file: string; base: string } | undefined {
  return typeof _file === 'string' && typeof _base === 'string' ? { file: _file, base: _base } : undefined
}

function bodyOf(request: Request): FormBody {
  return Object(request.body) as FormBody
}
