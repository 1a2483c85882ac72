import type { Request, RequestHandler } from 'express'
import multer, { MulterError } from 'multer'
import { Refusal } from '../refusal.ts'
import type { Site, SiteOptions } from '../site.ts'

/** A file that was sent: a name for people alone, and its bytes. */
export interface SentFile {
  file: string
  bytes: Uint8Array
}

/**
 * Takes files into memory, within limits.
 *
 * @param most files under the name
 * @param mostBytes of all files together, where there may be many: a browser says how many there are before it sends them
 */
export function receive(
  { options }: Pick<Site, 'options'>,
  field: string,
  most = 1,
  others: string[] = [],
  mostBytes = Number.POSITIVE_INFINITY,
): RequestHandler {
  const take = multer({
    storage: multer.memoryStorage(),
    defParamCharset: 'utf8',
    limits: {
      fileSize: options.largestUpload,
      files: most + others.length,
      fields: 20,
      fieldNameSize: 300,
      fieldSize: 100_000,
      parts: 60,
    },
  }).fields([{ name: field, maxCount: most }, ...others.map((name) => ({ name, maxCount: 1 }))])
  return (request, response, next) => {
    const { 'content-length': length = mostBytes === Number.POSITIVE_INFINITY ? 0 : mostBytes + 1 } =
      request.headers
    if (Number(length) > mostBytes) return next(tooManyFiles(mostBytes))
    take(request, response, (error: unknown) => {
      if (error === undefined || error === null) return next()
      next(
        error instanceof MulterError && error.code === 'LIMIT_FILE_SIZE'
          ? tooLarge(options)
          : new Refusal(400, 'form', 'the form cannot be read: send it from the page'),
      )
    })
  }
}

function tooManyFiles(bytes: number): Refusal {
  const megabytes = Math.round(bytes / 1024 / 1024)
  return new Refusal(413, 'too-large', `files have ${megabytes} MB together at most: send fewer at a time`)
}

export function tooLarge({ largestUpload }: SiteOptions): Refusal {
  const megabytes = Math.round(largestUpload / 1024 / 1024)
  return new Refusal(413, 'too-large', `a file has ${megabytes} MB at most: send it in parts`)
}

/** The files that were sent under a name; a field left empty is none. */
export function sentFiles(request: Request, field: string): SentFile[] {
  const files = request.files as Record<string, Express.Multer.File[] | undefined> | undefined
  return (files?.[field] ?? [])
    .filter(({ originalname, buffer }) => originalname !== '' || buffer.length > 0)
    .map(({ originalname, buffer }) => ({ file: plainName(originalname), bytes: buffer }))
}

/** A file's name as people see it: its last part, on one line, of a length that fits. */
export function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  return last.replaceAll(/\p{C}/gu, '').slice(0, 120) || 'file'
}
