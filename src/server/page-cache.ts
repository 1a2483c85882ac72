import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Request, Response } from 'express'
import { boundedCache, type Cache } from './cache.ts'

const compress = promisify(gzip)

/** A page as it is sent, also compressed. */
interface MadePage {
  html: Buffer
  gzipped: Buffer
  etag: string
}

/** Pages that were made, so that the next reader of the same gets them at once. */
export type PageCache = Cache<MadePage>

export function openPages(): PageCache {
  return boundedCache(64 * 1024 * 1024)
}

/**
 * Sends a page that is always the same for its key.
 *
 * @param key everything that the page depends on
 * @param own whether the page has somebody's own words, which nothing on the way and no browser may keep
 */
export async function sendPage(
  pages: PageCache,
  key: string,
  request: Request,
  response: Response,
  make: () => string | Promise<string>,
  own = false,
): Promise<void> {
  const page = pages.get(key) ?? (await madePage(await make()))
  pages.set(key, page, page.html.length + page.gzipped.length)
  response
    .set('Cache-Control', own ? 'private, no-store' : 'no-cache')
    .set('Content-Type', 'text/html; charset=utf-8')
    .set('ETag', page.etag)
    .vary('Accept-Encoding')
  if (request.fresh) {
    response.status(304).end()
    return
  }
  const small = request.acceptsEncodings('gzip') === 'gzip'
  if (small) response.set('Content-Encoding', 'gzip')
  response.end(small ? page.gzipped : page.html)
}

async function madePage(words: string): Promise<MadePage> {
  const html = Buffer.from(words)
  const digest = createHash('sha256').update(html).digest('base64url').slice(0, 27)
  return { html, gzipped: await compress(html), etag: `W/"${digest}"` }
}
