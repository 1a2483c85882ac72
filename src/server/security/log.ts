import type { IncomingMessage } from 'node:http'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { pinoHttp } from 'pino-http'
import { visitorOf } from './visitor.ts'

/**
 * One line a request: method, path, status, time. No query, header or body, which may hold words of a document, and no name of
 * a matter or a deal, which is made of a title; nor what opens a questionnaire.
 */
export function requestLog(log: Logger): RequestHandler {
  return pinoHttp({
    logger: log,
    quietReqLogger: true,
    serializers: {
      req: ({ id, method, url }: { id: unknown; method: string; url: string }) => ({
        id,
        method,
        path: url
          .replace(/\?.*$/s, '')
          .replace(/^(\/api)?\/(matters|deals|vendors)\/[^/]+/, '$1/$2/:name')
          // What opens a questionnaire stands nowhere but with whoever has it, in whatever way it is written.
          .replace(/\/answer\/.*/is, '/answer/:token')
          .replaceAll(/[\w-]{43,}/g, ':token'),
      }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
      err: ({ type }: { type: string }) => ({ type }),
    },
    customProps: (request) => {
      const user = visitorOf(request)?.name
      return user === undefined ? {} : { user }
    },
    customLogLevel: (_request: IncomingMessage, { statusCode }, error) =>
      error || statusCode >= 500 ? 'error' : statusCode >= 400 ? 'warn' : 'info',
  })
}
