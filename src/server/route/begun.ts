import type { Request } from 'express'
import { visitorOf, whoseOf } from '../security/visitor.ts'
import type { Site } from '../site.ts'
import type { Work } from '../under-way.ts'
import type { Client } from '../work/workshop.ts'
import { sentForm } from './sent-form.ts'

/**
 * Begins work that may outlast a request, for whoever asks.
 *
 * @param work up to the address of what it came to
 * @returns the address to go on to: what it came to, or the page of its steps
 * @throws what the work threw, where that was soon
 */
export function begun(
  { underWay }: Site,
  request: Request,
  what: Pick<Work, 'title' | 'back'>,
  work: (client: Client) => Promise<string>,
): Promise<string> {
  const visitor = visitorOf(request)
  const whose = whoseOf(visitor)
  const doing = underWay.begin({ ...what, whose, sent: sentForm(request) }, (client) =>
    work({ key: visitor?.key ?? '', name: visitor?.name, person: visitor?.person, ...client }),
  )
  return underWay.soon(doing, visitor?.gone)
}
