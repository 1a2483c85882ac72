import { Problem } from '../problem.ts'

export const roles = ['requester', 'drafter', 'counsel', 'admin'] as const

/**
 * What somebody may do with what he sees. `requester`: change what is his own; `drafter`, `admin`: also what is shared with him;
 * `counsel`: also share, rename and delete that. An `admin` says who is what.
 */
export type Role = (typeof roles)[number]

/** Somebody who may come in. */
export interface Person {
  /** As the sign-on names him. */
  name: string
  role: Role
}

/** Whoever may come in. */
export interface People {
  /** In the order of their names. */
  list(): Promise<Person[]>
  find(name: string): Promise<Person | undefined>
  /** Lets somebody in, or gives him another role. @throws Problem where the name is none, or nobody would be admin */
  set(person: Person, by: string): Promise<void>
  /** @throws Problem where there is none of the name, or nobody would be admin */
  remove(name: string, by: string): Promise<void>
}

/** With whom something is shared: one person, all counsel, or whoever may come in. */
export type Audience = { kind: 'everyone' | 'counsel' } | { kind: 'person'; name: string }

/** What is shared by itself: a deal that belongs to a matter is seen by whoever sees that. */
export type SharedKind = 'matter' | 'deal'

/** Whose something is, and who sees it. */
export interface Shared {
  owner: string
  with: Audience[]
  /** Whether the one who asks may say so. */
  mayShare: boolean
}

/** Who sees what. */
export interface Sharing {
  /** @throws NoSuchMatter, NoSuchDeal */
  of(kind: SharedKind, name: string): Promise<Shared>
  /** @throws NoSuchMatter, NoSuchDeal, NotYours; Problem where the name is none */
  share(kind: SharedKind, name: string, audience: Audience, by: string): Promise<void>
  /** @throws NoSuchMatter, NoSuchDeal, NotYours */
  unshare(kind: SharedKind, name: string, audience: Audience, by: string): Promise<void>
  /** Makes it another's. @throws NoSuchMatter, NoSuchDeal, NotYours */
  give(kind: SharedKind, name: string, to: string, by: string): Promise<void>
}

/** It is seen, and another's to change. */
export class NotYours extends Problem {
  constructor(what: string) {
    super('not-yours', `this is shared with you to be read, and not yours to ${what}: ask its owner`)
  }
}

/** Whether somebody who sees it may change its words; without people everybody may. */
export function mayChange(person: Person | undefined, owner: string): boolean {
  return person === undefined || person.name === owner || person.role !== 'requester'
}

/** Whether somebody who sees it may say who sees it, what it is called, and that it goes. */
export function mayRule(person: Person | undefined, owner: string): boolean {
  return person === undefined || person.name === owner || person.role === 'counsel'
}

/** Whether somebody may open deals, and add to and answer in those that he sees; without people everybody may. */
export function mayNegotiate(person: Person | undefined): boolean {
  return person === undefined || person.role !== 'requester'
}

/** Whether somebody who sees a deal may write down that what it concedes is approved; without people everybody may. */
export function mayApprove(person: Person | undefined): boolean {
  return person === undefined || person.role === 'counsel'
}

/** How the audit and pages tell an audience. */
export function audienceWords(audience: Audience): string {
  if (audience.kind === 'person') return audience.name
  return audience.kind === 'everyone' ? 'everyone' : 'all counsel'
}

/** A name as a sign-on may give it: one line, nothing hidden in it, of a length that fits. */
export function isPersonName(name: string): boolean {
  return (
    name.length > 0 && name.length <= 80 && name === name.trim() && !/\p{C}|\s\s|[\u2028\u2029]/u.test(name)
  )
}
