import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Person } from '../../store/index.ts'

/** Who sent a request. */
export interface Visitor {
  /** What his share is counted by: a session, a user, an address. */
  key: string
  /** As it stands in versions, in the log and on the page. */
  name: string
  /** Whether he can sign out. */
  signedIn: boolean
  /** Who he is among those who may come in, where people are told apart. */
  person?: Person
  /** Aborted when he has hung up before he was answered. */
  gone: AbortSignal
}

const visitors = new WeakMap<IncomingMessage, Visitor>()

export function setVisitor(
  request: IncomingMessage,
  response: ServerResponse,
  visitor: Omit<Visitor, 'gone'>,
): void {
  const gone = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) gone.abort()
  })
  visitors.set(request, { ...visitor, gone: gone.signal })
}

/** Says who among those who may come in somebody is that the guard has let in. */
export function setPerson(request: IncomingMessage, person: Person): void {
  const visitor = visitors.get(request)
  if (visitor) visitor.person = person
}

/** Whose in memory something is that is kept for whoever made it; undefined where people are not told apart. */
export function whoseOf(client: { person?: Person | undefined } | undefined): string | undefined {
  return client?.person?.name
}

/** @returns undefined before the guard has let him in */
export function visitorOf(request: IncomingMessage): Visitor | undefined {
  return visitors.get(request)
}

/** A name on one line, of a length that fits, without marks that hide or turn what is around it. */
export function visibleName(name: string): string {
  return name
    .replaceAll(/\p{C}+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
}
