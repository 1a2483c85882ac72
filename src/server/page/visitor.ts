import type { IncomingMessage } from 'node:http'
import { visitorOf } from '../security/visitor.ts'

/** What `layout.hbs` says of who is signed in; pages that are kept for everybody leave it out. */
export function visitorView(request: IncomingMessage) {
  const visitor = visitorOf(request)
  if (!visitor) return { visitor }
  const { name, signedIn, person } = visitor
  return { visitor: { name, signedIn, ...(person?.role === 'admin' && { admin: true }) } }
}
