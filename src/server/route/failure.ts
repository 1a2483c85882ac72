import type { ErrorRequestHandler, RequestHandler } from 'express'
import { asSentence } from '../../in-words.ts'
import { type Place, Problem } from '../../problem.ts'
import { onPage } from '../page/on-page.ts'
import { visitorView } from '../page/visitor.ts'
import { Refusal } from '../refusal.ts'
import type { Site } from '../site.ts'

/** What a failure is for the one who asked. */
interface Failure {
  status: number
  rule: string
  reason: string
}

/** The answer to an address that names nothing. */
export function noSuchPage(): RequestHandler {
  return (_request, _response, next) =>
    next(new Refusal(404, 'no-such-page', 'the address names no page of Clausebook'))
}

/**
 * Every failure as a page, or as a problem document (RFC 9457) for a program. No stack reaches either.
 *
 * @param view the page
 */
export function failed(site: Site, view = 'failure'): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error)
    const failure = failureOf(error)
    if (failure.status >= 500 && request.log) request.log.error(causeOf(error), 'failed')
    // Nobody is there to be told.
    if (failure.status === 499) return void response.destroy()
    response.status(failure.status).set('Cache-Control', 'no-store')
    if (error instanceof Refusal && error.retryAfter !== undefined)
      response.set('Retry-After', String(error.retryAfter))
    if (request.path.startsWith('/api/') || request.accepts(['html', 'json']) === 'json') {
      response.type('application/problem+json').send(JSON.stringify(problemOf(failure)))
      return
    }
    response.type('html').send(
      site.views.render(view, {
        title: titleOf(failure),
        reason: asSentence(onPage(failure.reason)),
        status: failure.status,
        posted: request.method === 'POST',
        missingText: failure.rule === 'missing-text',
        // Who is signed in by a name that is not let in signs out here, and in by another.
        ...(failure.rule === 'not-let-in' && visitorView(request)),
      }),
    )
  }
}

/** RFC 9457. */
function problemOf(failure: Failure) {
  const { status, rule, reason } = failure
  return { type: `urn:clausebook:problem:${rule}`, title: titleOf(failure), status, detail: reason }
}

function failureOf(error: unknown): Failure {
  if (error instanceof Problem) {
    const { rule } = error
    // Where it is, and what it says, is for the log.
    if (rule === 'database')
      return { status: 503, rule, reason: 'the database does not answer as it should: try again in a moment' }
    return { status: statusOf(error), rule, reason: error.toString() }
  }
  const { status, type } = Object(error) as { status?: unknown; type?: unknown }
  // What Express and its parsers refuse: a broken address, a body that is too large or none of its kind.
  if (typeof status === 'number' && status >= 400 && status < 500) {
    const reason = status === 413 ? 'what was sent is too large' : 'what was sent cannot be read'
    return { status, rule: typeof type === 'string' ? type.replaceAll('.', '-') : 'bad-request', reason }
  }
  return { status: 500, rule: 'mistake', reason: 'something went wrong on our side; it is not your doing' }
}

/** Which rule, where and in which lines of ours. No message and no file's name, which may hold words of a document. */
function causeOf(error: unknown) {
  const { rule, place, stack = '' } = Object(error) as { rule?: string; place?: Place; stack?: string }
  return {
    rule: rule ?? (error instanceof Error ? error.name : typeof error),
    ...(place?.line !== undefined && { line: place.line, column: place.column }),
    // Where it is and what it wants, without a word of what is kept.
    ...(rule === 'database' && { reason: String(error) }),
    stack: stack
      .split('\n')
      .filter((line) => /^ {4}at /.test(line))
      .map((line) => line.trim()),
  }
}

function statusOf(problem: Problem): number {
  if (problem instanceof Refusal) return problem.status
  if (/^unknown-|^no-such-|^missing-text$/.test(problem.rule)) return 404
  if (problem.rule === 'conflict' || problem.rule === 'name-taken') return 409
  if (problem.rule === 'not-yours') return 403
  if (problem.rule === 'too-many-facts') return 413
  // The server's disk is not the reader's to mend.
  return problem.rule === 'disk-full' || problem.rule === 'write' ? 507 : 400
}

function titleOf({ status, rule }: Failure): string {
  if (rule === 'database') return 'What is kept cannot be reached'
  if (rule === 'missing-text') return 'The official text is not here'
  const titles: Record<number, string> = {
    401: 'Sign in first',
    403: rule === 'cross-site' ? 'Not from there' : 'Not yours to do',
    404: 'There is no such page',
    409: 'That is taken',
    413: 'That is too large',
    421: 'Not under this name',
    422: 'This cannot be done yet',
    429: 'Slow down a little',
    503: 'That took too long',
    507: 'The server cannot save',
  }
  return titles[status] ?? (status >= 500 ? 'A mistake in Clausebook' : 'This cannot be done')
}
