import type { Request } from 'express'
import { longestViewName, type Views } from '../../register/index.ts'
import { wordIn } from '../page/vendor-filter.ts'
import { Refusal } from '../refusal.ts'
import type { Site } from '../site.ts'

type Query = Readonly<Record<string, unknown>>

/** A name of a view that was refused, and the list to which it belongs. */
export interface RefusedView {
  name: string
  query: Query
}

/** @throws Refusal 404 where the server keeps no register */
export function requireViews(site: Pick<Site, 'shownTo'>, request: Request): Views {
  const { views } = site.shownTo(request)
  if (views) return views
  throw new Refusal(404, 'no-register', 'this server keeps no register: start it with --register FOLDER')
}

/** Where a view is, as it may be sent: whoever opens it sees what it asks for today. */
export function addressOfView(id: string): string {
  return `/vendors?view=${encodeURIComponent(id)}`
}

/** The filter that a form carries, as an address has it. */
export function queryIn(sent: Query): Query {
  const words = new URLSearchParams(typeof sent.query === 'string' ? sent.query : '')
  return { ...Object.fromEntries(words), columns: words.getAll('columns') }
}

/**
 * The views that there are, and the one of an address with what it asks for; what the address says beside it goes before it.
 *
 * @throws Refusal 404 for a view that there is none of
 */
export async function viewsShown(kept: Views, address: Query, refused?: RefusedView) {
  const { views, wrong: unread } = await kept.all()
  const asked = refused ? refused.query : address
  const id = wordIn(asked, 'view')
  const view = views.find((one) => one.id === id)
  if (id !== undefined && !view && !refused)
    throw new Refusal(404, 'no-such-view', 'there is no such view: it was removed, or never kept')
  return {
    given: { ...view?.asks, ...asked } as Query,
    views: views.map((one) => ({ name: one.name, address: addressOfView(one.id), here: one.id === id })),
    view: view && { id: view.id, name: view.name, address: addressOfView(view.id) },
    unread,
    refused: refused !== undefined,
    typedName: refused?.name,
    longestName: longestViewName,
  }
}
