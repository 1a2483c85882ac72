import { type Request, type Response, Router } from 'express'
import { selectTopics } from '../../compare/knowledge.ts'
import { outputFormats } from '../../formats.ts'
import { Problem } from '../../problem.ts'
import { compareFor, namesOf, requireKept, versionsOf, wordFilesOf } from '../comparisons.ts'
import { addressPart, comparePageView } from '../page/compare-page.ts'
import { type CompareQuery, readQuery, writeQuery } from '../page/query.ts'
import { sendPage } from '../page-cache.ts'
import { fileName, sendFile, sendReport } from '../report.ts'
import { visitorOf } from '../security/visitor.ts'
import type { Site } from '../site.ts'
import { isUpload } from '../uploads.ts'

/** `/compare/llama-2...llama-3.1`, the form that leads there, and the downloads. */
export function compareRoutes(site: Site): Router {
  const router = Router()
  router.get('/compare', (request, response) => {
    const { left, right } = request.query
    if (typeof left !== 'string' || typeof right !== 'string') return response.redirect(303, '/')
    const { left: _, right: __, ...rest } = request.query
    const query = writeQuery(readQuery(rest))
    response.redirect(303, `/compare/${addressPart(left)}...${addressPart(right)}${query}`)
  })
  router.get(/^\/compare\/(.+?)\.\.\.(.+)$/, async (request, response) => {
    await answer(site, request, response)
  })
  return router
}

async function answer(site: Site, request: Request, response: Response): Promise<void> {
  const [left = '', right = ''] = [request.params[0], request.params[1]]
  const query = readQuery(request.query)
  const client = visitorOf(request)
  requireKept(site, [left, right], client)
  const { format } = request.query
  const own = isUpload(left) || isUpload(right)
  const names = namesOf(site, left, right)
  const key = JSON.stringify([names, await versionsOf(site, names), query])
  if (format === undefined && site.pages.get(key)) {
    return sendPage(site.pages, key, request, response, () => '', own)
  }
  const word = wordFilesOf(site, [left, right], client)
  if (word && format === 'docx') {
    const { content } = await site.workshop.run('word-redline', word, client)
    const name = `${fileName(word.left.file.replace(/\.\w+$/, ''))}-${fileName(word.right.file)}`
    return sendFile(response, { name, type: outputFormats.docx.type, content })
  }
  const compared = await compareFor(site, left, right, query, client)
  const narrowed = selected(site, compared.comparison, query)
  if (format !== undefined) {
    const changed = query.show === 'changed'
    return sendReport(response, site.workshop, narrowed, {
      client,
      format: String(format),
      changed,
      notes: compared.notes,
    })
  }
  // On the page a group hides the others, as words that are searched do, and what it all comes to stays.
  const comparison = query.topic === undefined ? compared.comparison : narrowed
  const silent = word && (await site.workshop.run('silent', word, client))
  const page = {
    compared: { ...compared, comparison },
    ...(silent && { silent }),
    path: `/compare/${addressPart(left)}...${addressPart(right)}`,
    names: { left, right },
    query,
  }
  const make = () =>
    // How long a file of somebody's is nobody knows.
    own
      ? site.workshop.run('page', page, client)
      : site.views.render('compare', comparePageView({ ...page, library: site.library }))
  await sendPage(site.pages, key, request, response, make, own)
}

/** The topic or group of the address; one that the library does not have is a mistake in the address. */
function selected(
  site: Site,
  comparison: Parameters<typeof selectTopics>[0],
  { topic, group }: CompareQuery,
) {
  if (topic === undefined && group === undefined) return comparison
  if (!comparison.knowledge)
    throw new Problem('topic', 'the library knows neither text, so it cannot be narrowed to a topic')
  return selectTopics(comparison, site.library, { ...(topic && { topic }), ...(group && { group }) })
}
