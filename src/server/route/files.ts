import { type RequestHandler, Router } from 'express'
import multer, { MulterError } from 'multer'
import { Problem } from '../../problem.ts'
import { compareFor } from '../comparisons.ts'
import { choicesOf } from '../page/choices.ts'
import { addressPart } from '../page/compare-page.ts'
import { Refusal } from '../refusal.ts'
import type { Site } from '../site.ts'

/** `/compare/files`: files of one's own, compared with a license or with each other. */
export function fileRoutes(site: Site): Router {
  const router = Router()
  router.get('/compare/files', (_request, response) => {
    response.set('Cache-Control', 'no-cache').type('html').send(page())
  })
  router.post('/compare/files', receive(site, ['left_file', 'right_file']), async (request, response) => {
    const sides = (['left', 'right'] as const).map((side) => nameOf(site, request, side))
    // What cannot be read is told here, on the form, and not behind a link.
    await compareFor(site, sides[0]!, sides[1]!, {}).catch((error: unknown) => {
      if (!(error instanceof Problem) || error instanceof Refusal) throw error
      response
        .status(error.rule.startsWith('missing') ? 404 : 422)
        .type('html')
        .send(page(error.toString()))
    })
    if (response.headersSent) return
    response.redirect(303, `/compare/${addressPart(sides[0]!)}...${addressPart(sides[1]!)}`)
  })
  return router

  function page(wrong?: string): string {
    return site.views.render('files', {
      title: 'Compare a file of your own',
      script: 'files.js',
      home: true,
      wrong,
      megabytes: Math.round(site.options.largestUpload / 1024 / 1024),
      seconds: Math.round(site.options.workTime / 1000),
      choices: { left: choicesOf(site.library, 'llama-3.1'), right: choicesOf(site.library, '') },
    })
  }
}

/** Takes files into memory, within limits. */
export function receive({ options }: Site, fields: string[]): RequestHandler {
  const take = multer({
    storage: multer.memoryStorage(),
    defParamCharset: 'utf8',
    limits: {
      fileSize: options.largestUpload,
      files: fields.length,
      fields: 20,
      fieldSize: 10_000,
      parts: 30,
    },
  }).fields(fields.map((name) => ({ name, maxCount: 1 })))
  return (request, response, next) =>
    take(request, response, (error: unknown) => {
      if (!(error instanceof MulterError)) return next(error)
      const megabytes = Math.round(options.largestUpload / 1024 / 1024)
      next(
        error.code === 'LIMIT_FILE_SIZE'
          ? new Refusal(
              413,
              'too-large',
              `a file has ${megabytes} MB at most: compare it on the command line`,
            )
          : new Refusal(400, 'form', 'the form cannot be read: send it from the page'),
      )
    })
}

/** What was sent under a name, where anything was. */
export function sentFile(
  request: { files?: unknown },
  field: string,
): { file: string; bytes: Uint8Array } | undefined {
  const files = request.files as
    | Record<string, { originalname: string; buffer: Buffer }[] | undefined>
    | undefined
  const found = files?.[field]?.[0]
  if (!found || (found.originalname === '' && found.buffer.length === 0)) return undefined
  return { file: plainName(found.originalname), bytes: found.buffer }
}

/** A file's name as people see it: its last part, on one line, of a length that fits. */
function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  return (
    last.replaceAll(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').slice(0, 120) ||
    'file'
  )
}

function nameOf(site: Site, request: { body?: unknown; files?: unknown }, side: 'left' | 'right'): string {
  const sent = sentFile(request, `${side}_file`)
  if (sent) return site.uploads.keep(sent)
  const chosen = (Object(request.body) as Record<string, unknown>)[side]
  if (typeof chosen === 'string' && chosen !== '') return chosen
  throw new Refusal(400, 'form', `choose a license or a file for the ${side} side`)
}
