import type { RequestHandler } from 'express'
import { compareRestated, restatedNote } from '../compare/knowledge/index.ts'
import { htmlReport } from '../compare/report/index.ts'
import type { Library } from '../library/index.ts'
import { nameText } from '../texts/index.ts'

/** `/compare?left=llama-2&right=llama-3.1`: the same report that the command line writes. */
export function comparePage(library: Library): RequestHandler {
  return (request, response) => {
    const [left, right] = [request.query.left, request.query.right].map(
      (id) => nameText(typeof id === 'string' ? id : '', library.licenses).id,
    )
    const changed = request.query.changed === 'yes'
    const comparison = compareRestated(library, left!, right!)
    response.type('html').send(htmlReport(comparison, { changed, notes: [restatedNote] }))
  }
}
