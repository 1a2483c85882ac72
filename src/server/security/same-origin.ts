import type { RequestHandler } from 'express'
import { Refusal } from '../refusal.ts'

/**
 * Refuses a form that a page of another site sent: Fetch Metadata says so, and `Origin` in a browser without it. A
 * program that sends neither is no browser, so nobody is tricked.
 */
export function sameOrigin({ publicUrl }: { publicUrl?: string } = {}): RequestHandler {
  // A proxy may name itself as the host.
  const served = publicUrl === undefined ? undefined : new URL(publicUrl).origin
  return (request, _response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next()
    const site = request.get('sec-fetch-site')
    const origin = request.get('origin')
    const own =
      site === undefined
        ? origin === undefined ||
          hostOf(origin) === request.get('host') ||
          origin === served ||
          (origin === 'null' && showsAlone(request.path))
        : site === 'same-origin' || site === 'none'
    next(
      own
        ? undefined
        : new Refusal(403, 'cross-site', 'the form was sent from another site: send it from here'),
    )
  }
}

/**
 * A form that is begun with chosen words changes nothing and is shown to whoever sent it. It comes from a page that names
 * itself to nobody, which a browser that knows no Fetch Metadata tells as `Origin: null`.
 */
function showsAlone(path: string): boolean {
  return /^\/draft\/[\w-]+\/begin$/.test(path)
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
