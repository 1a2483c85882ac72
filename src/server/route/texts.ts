import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import express, { Router } from 'express'
import { checkTexts, fetchTexts, type ImportResult, importTexts, pinnedTexts } from '../../texts/index.ts'
import { type Job, openJobs } from '../jobs.ts'
import { textsPageView } from '../page/texts-page.ts'
import { Refusal } from '../refusal.ts'
import type { Site } from '../site.ts'
import { receive, sentFiles } from './receive.ts'

/** What one text came to while it was fetched or checked. */
export interface TextResult {
  id: string
  good: boolean
  says: string
  changes?: { after: string; removed: string; added: string }[]
}

/** `/texts`: which official texts are here, and how to get, import and check them. */
export function textRoutes(site: Site): Router {
  const router = Router()
  const jobs = openJobs<TextResult>()
  const { texts, options } = site

  router.get('/texts', async (_request, response) => {
    response
      .set('Cache-Control', 'no-cache')
      .type('html')
      .send(site.views.render('texts', await textsPageView(site)))
  })

  router.post('/texts/fetch', express.urlencoded({ extended: false, limit: '4kb' }), (_request, response) => {
    requireNetwork()
    const job = jobs.begin(pinnedTexts(texts.licenses).length, (tell) =>
      fetchTexts(texts, {
        onResult: ({ id, outcome, reason }) =>
          tell({
            id,
            good: outcome === 'fetched' || outcome === 'here',
            says: reason ?? fetched[outcome] ?? outcome,
          }),
      }),
    )
    response.redirect(303, `/texts/jobs/${job.id}`)
  })

  router.post('/texts/check', express.urlencoded({ extended: false, limit: '4kb' }), (_request, response) => {
    requireNetwork()
    const job = jobs.begin(pinnedTexts(texts.licenses).length, (tell) =>
      checkTexts(texts, {
        keep: true,
        onResult: ({ id, outcome, address, words, changes, reasons }) =>
          tell({
            id,
            good: outcome === 'same',
            says: {
              ...checked,
              changed: `changed: ${words} ${words === 1 ? 'word differs' : 'words differ'} at ${address}`,
            }[outcome].concat(outcome === 'unread' ? `: ${reasons.join('; ')}` : ''),
            changes,
          }),
      }),
    )
    response.redirect(303, `/texts/jobs/${job.id}`)
  })

  router.get('/texts/jobs/:id', (request, response) => {
    const job = jobs.find(request.params.id)
    if (!job) throw new Refusal(404, 'no-such-job', 'nothing is under way here: begin again')
    response.set('Cache-Control', 'no-store')
    if (request.accepts(['html', 'json']) === 'json') return void response.json(stateOf(job))
    response.type('html').send(
      site.views.render('job', {
        title: 'Official texts',
        textsPage: true,
        script: 'job.js',
        ...stateOf(job),
      }),
    )
  })

  router.post(
    '/texts/import',
    receive(
      { options: { ...options, largestUpload: Math.min(longestText, options.largestUpload) } },
      'texts',
      30,
    ),
    async (request, response) => {
      const sent = sentFiles(request, 'texts')
      if (sent.length === 0) throw new Refusal(400, 'form', 'choose one or more files first')
      const acceptChanged = (Object(request.body) as Record<string, unknown>).accept_changed === 'yes'
      const results = await importSent(sent, acceptChanged)
      const view = { ...(await textsPageView(site)), results }
      response.set('Cache-Control', 'no-store').type('html').send(site.views.render('texts', view))
    },
  )
  return router

  function requireNetwork(): void {
    if (options.offline)
      throw new Refusal(
        409,
        'offline',
        'the server was started not to ask the network: import the texts as files',
      )
  }

  /** A text is recognised by what it is, so the files get names of ours. */
  async function importSent(sent: { file: string; bytes: Uint8Array }[], acceptChanged: boolean) {
    const folder = await mkdtemp(join(tmpdir(), 'clausebook-'))
    try {
      const results: (ImportResult & { taken: boolean })[] = []
      for (const [at, { file, bytes }] of sent.entries()) {
        const extension = /^\.(txt|md|html?)$/i.test(extname(file)) ? extname(file).toLowerCase() : ''
        const path = join(folder, `text-${at}${extension}`)
        await writeFile(path, bytes)
        const [result] = await importTexts(texts, path, { acceptChanged }).catch(
          (error: Error): ImportResult[] => [{ file, outcome: 'unknown', reason: error.message }],
        )
        const taken = ['imported', 'here', 'accepted'].includes(result!.outcome)
        // What the command line says names its own option.
        const { words, ...told } = result!
        const reason = words === undefined ? told.reason : `${words}: not taken, since its words differ`
        results.push({ ...told, file, reason, taken })
      }
      return results
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
}

/** An official text has 30 kB at most, and what is imported is recognised while others wait. */
const longestText = 1024 * 1024

const fetched: Record<string, string> = { fetched: 'fetched and verified', here: 'here already' }
const checked = {
  same: 'the pinned words are still published',
  absent: 'not here to compare with',
  unread: 'not read',
}

function stateOf({ id, total, results, ended, failure }: Job<TextResult>) {
  const good = results.filter((result) => result.good).length
  return {
    // What came to nothing is not done.
    ...(failure === undefined && good === total
      ? {}
      : { failed: good === 0 ? 'Nothing came of it' : `${good} of ${total} are good` }),
    id,
    total,
    done: results.length,
    results,
    ended,
    ...(failure === undefined ? {} : { failure }),
  }
}
