import type { RequestHandler } from 'express'
import { Refusal } from '../refusal.ts'
import type { WholeSite } from '../site.ts'
import { setPerson, visitorOf } from './visitor.ts'

/**
 * Lets in whoever an admin let in, as what he is at this moment: who is taken from the list is out with his next request,
 * whatever his session says.
 */
export function peopleGuard({ database }: Pick<WholeSite, 'database'>): RequestHandler {
  return async (request, _response, next) => {
    const visitor = visitorOf(request)
    const person = visitor && (await database?.people.find(visitor.name))
    if (!person) {
      const reason = `${visitor?.name ?? 'nobody'} is signed on, and nobody has let that name in here: ask whoever runs Clausebook`
      throw new Refusal(403, 'not-let-in', reason)
    }
    setPerson(request, person)
    next()
  }
}

/** Keeps what only those who are told apart may do with the whole server from those who only ask. */
export const forDrafters: RequestHandler = (request, _response, next) => {
  const person = visitorOf(request)?.person
  next(
    person?.role === 'requester'
      ? new Refusal(
          403,
          'role',
          'official texts are kept for everybody here: ask a drafter, counsel or an admin',
        )
      : undefined,
  )
}
