import { randomUUID } from 'node:crypto'
import express, { type Request, type Response, Router } from 'express'
import { type DocumentKind, documentOf, documents } from '../../draft/index.ts'
import { type DocumentFormat, documentFormats, endingOf, outputFormats } from '../../formats.ts'
import type { Library } from '../../library/index.ts'
import { moment } from '../../moment.ts'
import { Problem } from '../../problem.ts'
import type { Store } from '../../store/index.ts'
import { decodeText } from '../../texts/index.ts'
import { today } from '../../today.ts'
import { readAnswers, writeAnswers } from '../assess/address.ts'
import { factsOf } from '../assess/facts.ts'
import { assessQuestions } from '../assess/questions.ts'
import { choicesElsewhere, choicesOf } from '../form/choices.ts'
import { type FormBody, readForm } from '../form/read.ts'
import { requireRoom } from '../form/room.ts'
import { changedRows } from '../form/rows.ts'
import { matterYaml } from '../matter-text.ts'
import { type DraftPage, draftPageView, positionsView, previewView } from '../page/draft-page.ts'
import { onPage } from '../page/on-page.ts'
import { visitorView } from '../page/visitor.ts'
import { isMendable, Refusal } from '../refusal.ts'
import { fileName, sendFile } from '../report.ts'
import { samples } from '../samples.ts'
import { visitorOf } from '../security/visitor.ts'
import type { Site } from '../site.ts'
import type { DraftFile } from '../work/draft.ts'
import { hasJobs } from './jobs.ts'
import { isUnreadable, nameOf, saveMatter } from './matters.ts'
import { receive, sentFiles } from './receive.ts'
import { setFormStatus, whyAgain } from './sent-form.ts'

const form = express.urlencoded({ extended: false, limit: '2mb', parameterLimit: 5000 })

/** `/draft` and `/draft/side-letter`: a form of the facts that a document needs, and the document beside it. */
export function draftRoutes(site: Site): Router {
  const router = Router()
  const questions = assessQuestions(site.library)
  router.get('/draft', async (request, response) => {
    const { store, drafts } = site.shownTo(request)
    const view = {
      title: 'Draft',
      draftPage: true,
      script: 'site.js',
      // Code in a summary is set as plain words.
      documents: documents.map(({ id, title, summary }) => ({
        id,
        title,
        summary: onPage(summary).replaceAll('`', ''),
      })),
      keeps: store !== undefined,
      keepsDrafts: drafts !== undefined,
      jobs: await hasJobs(store),
      ...(store && (await mattersView(store, request.query))),
      ...visitorView(request),
    }
    response.set('Cache-Control', 'private, no-cache').type('html').send(site.views.render('documents', view))
  })
  router.get('/draft/:document', async (request, response) => {
    const kind = kindOf(request)
    const { matter: name, version, saved } = request.query
    const answers = readAnswers(request.query, questions)
    // Answers stand in no address but that which is made to be sent.
    if (answers.size > 0) return response.redirect(303, `/assess${writeAnswers(answers)}`)
    const sample = samples().find(({ id }) => id === request.query.sample)
    if (sample) return await opened(request, response, kind, sample.yaml)
    const { store } = site.shownTo(request)
    if (typeof name !== 'string' || !store) {
      const facts = { matter: 'Untitled matter', document: { date: today() } }
      return await show(request, response, { kind, facts, preview: undefined })
    }
    const number = /^\d{1,6}$/.test(String(version)) ? Number(version) : undefined
    const matter = await store.matters.open(name, number)
    const said =
      saved === 'yes'
        ? `Saved as ${name}.`
        : number === undefined
          ? undefined
          : `Version ${number} of ${name}.`
    if (number === undefined && (await isUnreadable(site, request, matter.yaml)))
      return response.redirect(303, `/matters/${encodeURIComponent(name)}/edit`)
    await opened(request, response, kind, matter.yaml, {
      kept: { file: matter.name, base: matter.base },
      said,
    })
  })
  // What was chosen under “Can we use it?” is where the form begins.
  router.post('/draft/:document/begin', form, async (request, response) => {
    const answers = readAnswers(bodyOf(request), questions)
    const yaml = matterYaml({ ...factsOf(answers, site.library), document: { date: today() } })
    await opened(request, response, kindOf(request), yaml, {
      posted: true,
      asked: false,
      settled: 'all',
    })
  })
  router.get(['/draft/:document/begin', '/draft/:document/open'], (request, response) => {
    response.redirect(303, `/draft/${kindOf(request).id}`)
  })
  router.post('/draft/:document/open', receive(site, 'matter'), async (request, response) => {
    const [sent] = sentFiles(request, 'matter')
    const kind = kindOf(request)
    try {
      if (!sent) throw new Refusal(400, 'form', 'choose the YAML file of a matter first')
      await opened(request, response, kind, decodeText(sent.bytes, sent.file), { posted: true })
    } catch (error) {
      if (!isMendable(error)) throw error
      setFormStatus(response, error)
      // What was typed before is kept on the device, and offered as on any page that begins.
      const facts = { matter: 'Untitled matter', document: { date: today() } }
      await show(request, response, { kind, facts, preview: undefined, notOpened: whyAgain(error) })
    }
  })
  router.post('/draft/:document/preview', form, async (request, response) => {
    const facts = readForm(bodyOf(request), site.library)
    const [kind, library] = [kindOf(request), await libraryOf(facts)]
    const preview = await previewOf(request, kind, matterYaml(facts), bodyOf(request))
    const view = {
      ...previewView(library, preview, kind, settledIn(bodyOf(request))),
      ...positionsView(library, kind, facts, preview),
    }
    response.set('Cache-Control', 'no-store').type('html').send(site.views.render('preview', view))
  })
  router.post('/draft/:document', form, async (request, response) => {
    const kind = kindOf(request)
    const body = bodyOf(request)
    const facts = readForm(body, site.library)
    const [action = 'preview', what = ''] = String(body._do ?? 'preview').split(/:(.*)/s)
    if (action === 'yaml') {
      const name = `${fileName(String(facts.matter))}.yaml`
      return sendFile(response, { name, type: 'application/yaml; charset=utf-8', content: matterYaml(facts) })
    }
    if (action === 'save') {
      const kept = keptOf(body)
      return await saveMatter(site, request, response, {
        yaml: matterYaml(facts),
        ...(kept ? { name: kept.file, base: kept.base } : { once: onceOf(body) }),
        document: kind.id,
      })
    }
    if (action === 'redline') {
      const { forCounterparty } = choicesOf(body, kind)
      const task = { license: what, matter: matterYaml(facts), forCounterparty, folder: site.texts.folder }
      const done = await site.workshop.run('redline', task, visitorOf(request)).catch(forThePerson)
      if (done instanceof Problem) return await again(request, response, { kind, facts, refused: done })
      const name = `${fileName(String(facts.matter))}-${fileName(what)}-redline.docx`
      return sendFile(response, { name, type: outputFormats.docx.type, content: done.content })
    }
    const format = documentFormats.find((one) => one === action)
    if (format !== undefined) return await download(request, response, { kind, facts }, format)
    if (action === 'add' || action === 'remove') changedRows(facts, action, what)
    await again(request, response, { kind, facts, asked: action === 'preview' })
  })
  return router

  /** With the house that the facts name; where there is none of that name, the preview tells it. */
  async function libraryOf({ house }: Record<string, unknown>): Promise<Library> {
    if (typeof house !== 'string' || house === '') return site.library
    return site.houses.library(house).catch((error: unknown) => {
      if (error instanceof Problem) return site.library
      throw error
    })
  }

  async function show(
    request: Request,
    response: Response,
    page: Pick<DraftPage, 'kind' | 'facts' | 'preview'> & Partial<DraftPage>,
  ): Promise<void> {
    requireRoom(page.facts)
    const whole = {
      library: await libraryOf(page.facts),
      keeps: site.shownTo(request).store !== undefined,
      autosave: site.options.autosave,
      // What makes a new matter that is sent twice one matter.
      once: randomUUID(),
      ...page,
    }
    const html = site.views.render('draft', { ...draftPageView(whole), ...visitorView(request) })
    // Without a script only the browser's own cache has the page of a form that was sent when one goes back to it. A device
    // that may keep what is typed may keep that too, until one signs out.
    const keeps = request.method === 'POST' && whole.autosave
    response
      .set('Cache-Control', keeps ? 'private, no-cache' : 'no-store')
      .type('html')
      .send(html)
  }

  async function opened(
    request: Request,
    response: Response,
    kind: DocumentKind,
    yaml: string,
    page: Partial<DraftPage> = {},
  ): Promise<void> {
    // A file that somebody made is read where it can be ended.
    const preview = await previewOf(request, kind, yaml)
    await show(request, response, {
      kind,
      facts: preview.facts,
      preview,
      asked: true,
      settled: 'cards',
      ...page,
    })
  }

  function previewOf(request: Request, kind: DocumentKind, matter: string, body: FormBody = {}) {
    const { folder } = site.texts
    const task = { document: kind.id, matter, final: false, ...choicesOf(body, kind), folder }
    return site.workshop.run('preview', task, visitorOf(request))
  }

  async function download(
    request: Request,
    response: Response,
    { kind, facts }: Pick<DraftPage, 'kind' | 'facts'>,
    format: DocumentFormat,
  ): Promise<void> {
    const body = bodyOf(request)
    const task = {
      document: kind.id,
      matter: matterYaml(facts),
      final: body._final === 'yes',
      ...choicesOf(body, kind),
      format,
      folder: site.texts.folder,
    }
    const done = await site.workshop.run('draft', task, visitorOf(request)).catch(forThePerson)
    if (done instanceof Problem) return await again(request, response, { kind, facts, refused: done })
    await keep(request, { kind, facts }, { ...done, format })
    sendFile(response, {
      name: `${fileName(String(facts.matter))}-${kind.id}.${endingOf(format)}`,
      type: outputFormats[format].type,
      content: done.content,
    })
  }

  /** Keeps a Word file of a matter that is kept, where drafts are; its version is the one that the form was opened from. */
  async function keep(
    request: Request,
    { kind, facts }: Pick<DraftPage, 'kind' | 'facts'>,
    { content, record, format }: Pick<DraftFile, 'content' | 'record'> & { format: DocumentFormat },
  ): Promise<void> {
    const { drafts, store } = site.shownTo(request)
    const kept = keptOf(bodyOf(request))
    if (!drafts || !store || !kept || typeof content === 'string') return
    const [matter] = await store.matters.openAll([kept.file])
    if (!matter) return
    await drafts.keep({
      ...{ document: kind.id, title: String(facts.matter), format: endingOf(format), content },
      matter: { name: matter.name, version: Number.parseInt(kept.base, 10) || matter.version },
      ...(record !== undefined && { record }),
      by: nameOf(request),
    })
  }

  /** The form that was sent, with all that is in it, and where a file was asked for why there is none. */
  async function again(
    request: Request,
    response: Response,
    {
      kind,
      facts,
      refused,
      asked = refused !== undefined,
    }: Pick<DraftPage, 'kind' | 'facts' | 'asked'> & { refused?: Problem },
  ): Promise<void> {
    const body = bodyOf(request)
    if (refused) response.status(422)
    await show(request, response, {
      kind,
      facts,
      preview: await previewOf(request, kind, matterYaml(facts), body),
      kept: keptOf(body),
      once: onceOf(body),
      chosen: choicesOf(body, kind),
      hidden: choicesElsewhere(body, kind),
      open: new Set([body._open ?? []].flat()),
      settled: settledIn(body),
      asked,
      posted: true,
      ...(refused && { final: body._final === 'yes', refused: refused.message }),
    })
  }
}

/** What a matter lacks for a document is for the one who fills the form; anything else is thrown. */
function forThePerson(error: unknown): Problem {
  if (!(error instanceof Problem) || error instanceof Refusal || error.rule === 'missing-text') throw error
  return error
}

function kindOf(request: Request): DocumentKind {
  return documentOf(String(request.params.document))
}

function onceOf({ _once }: FormBody): string | undefined {
  return typeof _once === 'string' && /^[0-9a-f-]{36}$/.test(_once) ? _once : undefined
}

/** Answers that were folded on the form that was sent. */
function settledIn({ _settled = [] }: FormBody): ReadonlySet<string> {
  return new Set([_settled].flat().flatMap((names) => names.split(' ')))
}

/** A page of the matters that are kept, with the addresses of those before and after it. */
async function mattersView({ matters }: Store, query: Request['query']) {
  const find = typeof query.find === 'string' ? query.find.slice(0, 80) : ''
  const list = await matters.list({ find, page: Number(query.page) })
  const addressOf = (page: number) =>
    `/draft?${new URLSearchParams({ ...(find && { find }), page: String(page) })}`
  return {
    find,
    searchable: list.pages > 1 || find !== '',
    matters: list.matters.map((matter) => ({ ...matter, at: moment(matter.at) })),
    total: list.total,
    page: list.page,
    pages: list.pages > 1 ? list.pages : undefined,
    before: list.page > 1 ? addressOf(list.page - 1) : undefined,
    after: list.page < list.pages ? addressOf(list.page + 1) : undefined,
  }
}

/** The matter that the form was opened from, and what it was then. */
function keptOf({ _file, _base }: FormBody): { file: string; base: string } | undefined {
  return typeof _file === 'string' && typeof _base === 'string' ? { file: _file, base: _base } : undefined
}

function bodyOf(request: Request): FormBody {
  return Object(request.body) as FormBody
}
