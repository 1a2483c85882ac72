import type { Request } from 'express'
import type { Register, Views } from '../register/index.ts'
import type { Drafts, Person, Sharing, Store, TeamStore } from '../store/index.ts'
import { dealsInRows } from './deal-shelf.ts'
import type { Deals } from './deals.ts'
import { visitorOf } from './security/visitor.ts'

/** What of all that the server keeps is there for whoever asks. */
export interface Shown {
  store?: Store | undefined
  deals?: Deals | undefined
  /** Documents that are kept as they were drafted; a database has them. */
  drafts?: Drafts | undefined
  register?: Register | undefined
  /** Named filters of the register; there for whom it is. */
  views?: Views | undefined
  /** Who sees what; undefined where people are not told apart. */
  sharing?: Sharing | undefined
  /** Who asks, where people are told apart. */
  person?: Person | undefined
}

/**
 * Says what is there for a request: without people all that the server keeps, with them what is shared with whoever sent it.
 * Routes reach what is kept by this alone.
 */
export type ShownTo = (request: Request) => Shown

/** Everything for everybody whom the server lets in. */
export function allShown(whole: Pick<Shown, 'store' | 'deals' | 'drafts' | 'register' | 'views'>): ShownTo {
  return () => whole
}

/**
 * To each his own.
 *
 * @param dealsOf deals that are kept in the rows that one sees
 */
export function shownByPerson(
  database: TeamStore,
  { register, views }: Pick<Shown, 'register' | 'views'>,
  dealsOf: (shelf: ReturnType<typeof dealsInRows>) => Deals,
): ShownTo {
  return (request) => {
    const person = visitorOf(request)?.person
    // The guard lets nobody through of whom it does not know who he is: this is a mistake of ours.
    if (!person) throw new Error('nobody is known to ask')
    const store = database.seenBy(person)
    return {
      store,
      drafts: store.drafts,
      deals: dealsOf(dealsInRows(store.deals, database.place, person)),
      // The register is the company's: those who draft for it have it, and nobody who only asks.
      ...(person.role !== 'requester' && { register, views }),
      sharing: store.sharing,
      person,
    }
  }
}
