import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import express, { type Request, type Response, Router } from 'express'
import {
  decideDrafts,
  draftNamed,
  draftsToApprove,
  failedRows,
  fetchJob,
  manifestName,
  type PaperCame,
  papersOf,
  reportsName,
  reviewJob,
  watchCame,
} from '../../batch/index.ts'
import { zipFolder } from '../../files/index.ts'
import { outputFormats } from '../../formats.ts'
import {
  mayApprove,
  mayChange,
  NoSuchJob,
  type Store,
  shareOfOne,
  watchJob,
  words,
} from '../../store/index.ts'
import { comeLater } from '../batches.ts'
import { jobState, jobsView, keptJobView } from '../page/jobs-page.ts'
import { wordIn } from '../page/vendor-filter.ts'
import { visitorView } from '../page/visitor.ts'
import { isMendable, Refusal } from '../refusal.ts'
import { sendFile } from '../report.ts'
import type { Site } from '../site.ts'
import { nameOf } from './matters.ts'

/** So many rows of which nothing came are shown. */
const mostShown = 50

/** So many drafts that wait for an approval are looked at, of which the first that are undecided are shown. */
const mostToApprove = 5_000

/** So many drafts are in one file at most: some 150 MB. */
const mostInFile = 5_000

const silent = async () => ({ step: () => {}, stop: () => {} })

/** `/jobs`: work in the queue, how far it is, what failed and why; it is cancelled there, and done once more. */
export function jobRoutes(site: Site): Router {
  const router = Router()
  const fields = express.urlencoded({ extended: false, limit: '20kb', parameterLimit: 20 })
  const ofDrafts = express.urlencoded({ extended: false, limit: '20kb', parameterLimit: 2 * mostShown })

  router.get('/jobs', async (request, response) => {
    page(request, response, 'jobs', {
      title: 'Jobs',
      ...jobsView(await requireStore(site, request).jobs.list()),
    })
  })
  router.get('/jobs/:id', async (request, response) => {
    await show(request, response)
  })
  router.get('/jobs/:id/file', async (request, response) => {
    const store = requireStore(site, request)
    const id = String(request.params.id)
    const { things } = await found(store.jobs.open(id))
    if (things.all > mostInFile) {
      const reason = `these are ${things.all} files, more than one file has: clausebook jobs fetch ${id} --output FOLDER writes them`
      throw new Refusal(413, 'too-large', reason)
    }
    const folder = await mkdtemp(join(tmpdir(), 'clausebook-job-'))
    try {
      await fetchJob(store, id, { output: folder }, { tell: () => {}, progressOf: silent })
      // What the next batch into the same folder would know is of no use to anybody here.
      for (const name of [manifestName, reportsName]) await rm(join(folder, name), { force: true })
      response.attachment(`${id}.zip`).type('application/zip').set('Cache-Control', 'no-store')
      await pipeline(Readable.from(zipFolder(folder)), response)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
  router.post('/jobs/:id/cancel', async (request, response) => {
    await change(request, response, (store, id) => store.jobs.cancel(id, nameOf(request)))
  })
  router.post('/jobs/:id/retry', fields, async (request, response) => {
    const reason = wordIn(Object(request.body), 'reason')
    await change(request, response, (store, id) => {
      if (reason === undefined) throw new Refusal(400, 'form', 'say why it may come out otherwise')
      return store.jobs.retry(id, nameOf(request), reason, shareOfOne).catch(comeLater)
    })
    site.batches?.goOn()
  })
  router.post('/jobs/:id/remove', fields, async (request, response) => {
    const sure = wordIn(Object(request.body), 'sure')
    const gone = async (store: Store, id: string) => {
      if (sure !== 'yes') throw new Refusal(400, 'sure', 'nothing was removed: tick that you are sure')
      await store.jobs.remove(id, nameOf(request))
    }
    await change(request, response, gone, '/jobs')
  })
  router.post('/jobs/:id/decide', ofDrafts, async (request, response) => {
    const given = Object(request.body) as Record<string, unknown>
    const word = words.find((one) => one === given.word)
    await change(request, response, (store, id) => {
      if (!word) throw new Refusal(400, 'form', 'say whether they are approved or set aside')
      return decideDrafts(store, id, word, [given.draft ?? []].flat().map(String), nameOf(request))
    })
  })
  router.get('/jobs/:id/drafts/:sha256', async (request, response) => {
    const { id, sha256 } = request.params
    const draft = await found(draftNamed(requireStore(site, request), String(id), String(sha256)))
    if (!draft) throw new Refusal(404, 'no-such-page', 'the address names no page of Clausebook')
    const { name, format, content } = draft
    sendFile(response, { name, type: outputFormats[format].type, content })
  })
  return router

  async function change(
    request: Request,
    response: Response,
    work: (store: Store, id: string) => Promise<unknown>,
    to = `/jobs/${request.params.id}`,
  ): Promise<void> {
    const id = String(request.params.id)
    try {
      await found(work(requireStore(site, request), id))
      response.redirect(303, to)
    } catch (error) {
      if (!isMendable(error)) throw error
      await show(request, response, error.message.replace(/: clausebook .*/, ''))
    }
  }

  async function show(request: Request, response: Response, wrong?: string): Promise<void> {
    const store = requireStore(site, request)
    const id = String(request.params.id)
    const job = await found(store.jobs.open(id))
    if (wrong === undefined && request.accepts(['html', 'json']) === 'json') {
      response.set('Cache-Control', 'no-store').json(jobState(job))
      return
    }
    const rows = await failedRows(store, id, mostShown)
    const papers = job.what === reviewJob ? await papersShown(store, id) : []
    const watch = job.what === watchJob ? await watchCame(store, id) : undefined
    const drafts = await draftsToApprove(store, id, mostToApprove)
    const deeds = await store.jobs.deeds(id)
    const kept = { papers, watch, parts: await store.jobs.parts(id), rows, drafts, deeds }
    if (wrong !== undefined) response.status(422)
    const workers = site.hasWorkers
    const { person } = site.shownTo(request)
    const view = keptJobView(job, kept, { approve: mayApprove(person), change: mayChange(person, job.by) })
    // A page of a job that has ended has nothing to ask for.
    page(request, response, 'kept-job', { ...view, wrong, workers, ...(view.waits && { script: 'job.js' }) })
  }

  function page(request: Request, response: Response, name: string, view: object): void {
    const html = site.views.render(name, { jobsPage: true, ...view, ...visitorView(request) })
    response.set('Cache-Control', 'no-store').type('html').send(html)
  }
}

/** The papers of a review that were read so far, without their reports. */
async function papersShown(store: Store, id: string): Promise<PaperCame[]> {
  const papers: PaperCame[] = []
  for await (const paper of papersOf(store, id, { bare: true, missing: '' })) papers.push(paper)
  return papers
}

/** Whether there is any job to show. */
export async function hasJobs(store: Store | undefined): Promise<boolean> {
  return store !== undefined && (await store.jobs.list(1)).length > 0
}

/** @throws Refusal 404 where the server keeps none */
function requireStore(site: Site, request: Request): Store {
  const { store } = site.shownTo(request)
  if (store) return store
  throw new Refusal(
    404,
    'no-jobs',
    'this server keeps no jobs: start it with --matters FOLDER, or with a database',
  )
}

/** @throws Refusal 404 where there is no such job */
async function found<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    if (!(error instanceof NoSuchJob)) throw error
    throw new Refusal(404, 'no-such-job', 'there is no such job: the list of jobs tells which there are')
  })
}
