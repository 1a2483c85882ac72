import express, { type Request, Router } from 'express'
import type { z } from 'zod'
import { selectTopics } from '../../compare/knowledge.ts'
import { jsonReport } from '../../compare/report.ts'
import { documentOf, documents, neededFacts } from '../../draft/index.ts'
import { packageVersion } from '../../home.ts'
import { isWordName } from '../../markup/word-name.ts'
import { lawBehind, matterFields } from '../../matter/index.ts'
import { textId } from '../../texts/index.ts'
import { openApi } from '../api/openapi.ts'
import { assessRequest, compareRequest, draftRequest, redlineRequest, reviewRequest } from '../api/schemas.ts'
import { compareFor } from '../comparisons.ts'
import { apiPageView } from '../page/api-page.ts'
import { Refusal } from '../refusal.ts'
import { visitorOf, whoseOf } from '../security/visitor.ts'
import type { Site } from '../site.ts'
import type { Client } from '../work/workshop.ts'
import { plainName, tooLarge } from './receive.ts'

/** `/api/compare`, `/api/review`, `/api/assess`, `/api/draft`, `/api/library`, and their description at `/api/openapi.json`. */
export function apiRoutes(site: Site): Router {
  const router = Router()
  const { library, options } = site
  // Two files in Base64; a matter has 2 MB at most.
  const files = express.json({ limit: Math.ceil(options.largestUpload * 2.8), strict: true })
  const json = express.json({ limit: '4mb', strict: true })
  const description = openApi(packageVersion())

  router.get('/api', (_request, response) => {
    const html = site.views.render('api', apiPageView(description))
    response.set('Cache-Control', 'no-cache').type('html').send(html)
  })
  router.get('/api/openapi.json', (_request, response) => void response.json(description))

  router.get('/api/library', (_request, response) => {
    response.json({
      digest: library.digest,
      licenses: [...library.licenses.values()].map((license) => {
        const { id, name, title, version, released, texts } = license
        return { id, name, title, version, released, texts: texts.map((text) => textId(license, text)) }
      }),
      groups: library.groups.map(({ id, title, document, topics }) => ({
        id,
        title,
        document,
        topics: topics.map((topic) => ({
          id: topic.id,
          title: topic.title,
          question: topic.question,
          weight: topic.weight,
        })),
      })),
      documents: documents.map(({ id, title, summary }) => ({ id, title, summary })),
    })
  })

  router.get('/api/library/topics/:id', (request, response) => {
    const topic = library.topics.get(request.params.id)
    if (!topic)
      throw new Refusal(
        404,
        'unknown-topic',
        `there is no topic ${request.params.id}: /api/library lists them`,
      )
    const terms = [...library.licenses.keys()].flatMap((license) => {
      const term = library.terms.get(`${license}/${topic.id}`)
      if (!term) return []
      if (term.absent)
        return [{ license, absent: true, says: term.follows, sections: [], quotes: [], facts: {} }]
      const { restatement, sections, quotes, facts } = term
      return [{ license, absent: false, says: restatement, sections, quotes, facts }]
    })
    const { id, title, question, why, weight } = topic
    response.json({ id, title, question, why, weight, terms })
  })

  router.get('/api/documents/:id', (request, response) => {
    const kind = documents.find(({ id }) => id === request.params.id)
    if (!kind)
      throw new Refusal(
        404,
        'unknown-document',
        `there is no document ${request.params.id}: /api/library lists them`,
      )
    const needed = neededFacts(kind, library)
    const facts = matterFields()
      .filter(({ path }) => needed.has(path))
      .map(({ path, kind: type, question, help, unit, why, options, ...field }) => ({
        path,
        kind: type,
        question,
        help,
        unit,
        why,
        options,
        law: lawBehind(field, library),
      }))
    const { id, title, summary } = kind
    response.json({ id, title, summary, facts })
  })

  router.get('/api/compare', async (request, response) => {
    const { changed, ...query } = request.query
    const asked = read(compareRequest, {
      ...query,
      ...(changed === undefined ? {} : { changed: changed === 'true' }),
    })
    response.type('json').send(await compared(asked, visitorOf(request)))
  })
  router.post('/api/compare', files, async (request, response) => {
    response.type('json').send(await compared(read(compareRequest, bodyOf(request)), visitorOf(request)))
  })

  router.post('/api/redline', files, async (request, response) => {
    const { left, right } = read(redlineRequest, bodyOf(request))
    const [from, to] = [left, right].map(({ name, base64 }) => {
      const file = plainName(name)
      if (!isWordName(file)) throw new Refusal(400, 'request', `${file}: is no Word file (.docx)`)
      return { file, bytes: bytesOf(base64) }
    })
    const task = { left: from!, right: to! }
    const client = visitorOf(request)
    const { content, notCompared } = await site.workshop.run('word-redline', task, client)
    response.json({
      encoding: 'base64',
      content: Buffer.from(content).toString('base64'),
      not_compared: notCompared,
      silent: await site.workshop.run('silent', task, client),
    })
  })

  router.post('/api/review', files, async (request, response) => {
    const { paper, whose, matter, vendor = '', decisions } = read(reviewRequest, bodyOf(request))
    const task = {
      paper: { file: plainName(paper.name), bytes: bytesOf(paper.base64) },
      matter: yamlOf(matter),
      vendor,
      folder: site.texts.folder,
      ...(whose && { whose }),
      ...(decisions !== undefined && { decisions: { file: 'decisions', yaml: yamlOf(decisions) } }),
    }
    response.type('json').send(await site.workshop.run('review-json', task, visitorOf(request)))
  })

  router.post('/api/assess', json, async (request, response) => {
    const { matter, all_licenses: allLicenses = false } = read(assessRequest, bodyOf(request))
    response.json(
      await site.workshop.run('assess', { matter: yamlOf(matter), allLicenses }, visitorOf(request)),
    )
  })

  router.post('/api/draft', json, async (request, response) => {
    const {
      document,
      matter,
      format,
      final = false,
      form,
      cover = false,
      for_counterparty: forCounterparty = false,
      allow_conflicts: allowConflicts = false,
    } = read(draftRequest, bodyOf(request))
    const { title } = documentOf(document)
    const folder = site.texts.folder
    const task = {
      document,
      matter: yamlOf(matter),
      final,
      allowConflicts,
      cover,
      forCounterparty,
      format,
      folder,
      ...(form && { form }),
    }
    const made = await site.workshop.run('draft', task, visitorOf(request))
    const { content, blanks, messages, notes = [] } = made
    const words = typeof content === 'string'
    response.json({
      document,
      title,
      format,
      encoding: words ? 'utf-8' : 'base64',
      content: words ? content : Buffer.from(content).toString('base64'),
      blanks,
      messages,
      notes,
    })
  })
  return router

  function bytesOf(base64: string): Uint8Array {
    const bytes = Buffer.from(base64, 'base64')
    if (bytes.length > options.largestUpload) throw tooLarge(options)
    return bytes
  }

  async function compared(
    { left, right, text, topic, group, changed = false }: z.output<typeof compareRequest>,
    client: Client | undefined,
  ) {
    const [from, to] = [left, right].map((one) =>
      typeof one === 'string'
        ? one
        : site.uploads.keep({ file: plainName(one.name), bytes: bytesOf(one.base64) }, whoseOf(client)),
    )
    const { comparison, notes } = await compareFor(site, from!, to!, { text }, client)
    const chosen = selectTopics(comparison, library, { ...(topic && { topic }), ...(group && { group }) })
    return jsonReport(chosen, { changed, notes })
  }
}

/** JSON is YAML, and quicker to write; nested too deep for JSON it is no matter. */
function yamlOf(matter: string | Record<string, unknown>): string {
  try {
    return typeof matter === 'string' ? matter : JSON.stringify(matter)
  } catch {
    throw new Refusal(400, 'request', 'matter: is nested too deep')
  }
}

function bodyOf(request: Request): unknown {
  if (request.body === undefined)
    throw new Refusal(415, 'media-type', 'send JSON, with Content-Type: application/json')
  return request.body
}

function read<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const { success, data, error } = schema.safeParse(value)
  if (success) return data
  const [issue] = error.issues
  const at = issue?.path.join('.') ?? ''
  throw new Refusal(
    400,
    'request',
    `${at === '' ? 'the request' : at}: ${issue?.message ?? 'is not what is expected'}`,
  )
}
