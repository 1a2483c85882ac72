import { Problem } from '../problem.ts'
import type { Deed } from './deed.ts'

/**
 * Work on many things at once, such as a draft for each of four hundred vendors, kept in small parts: whoever works on a part
 * and is killed leaves it to the next, and a part that is done twice leaves what it left before.
 */
export interface Jobs {
  /**
   * Keeps a job whole or not at all, to be worked on.
   *
   * @param parts what is to be done, some things at a time, in their order
   * @throws ShareUsedUp where whoever asks has as much as he may; NoSuchMatter where the matter is gone
   */
  begin(asked: AskedJob, parts: AsyncIterable<AskedPart>): Promise<Job>
  /** The newest first, so many of them. */
  list(most?: number): Promise<Job[]>
  /** @throws NoSuchJob */
  open(id: string): Promise<OpenJob>
  /** Its parts in their order, without what came of them. @throws NoSuchJob */
  parts(id: string): Promise<JobPart[]>
  /**
   * All that a job is of, in its order, with what came of each so far.
   *
   * @param bare without the bytes of the documents
   * @throws NoSuchJob
   */
  things(id: string, bare?: boolean): AsyncIterable<Thing>
  /** Things of which nothing came, the first of them. @throws NoSuchJob */
  failures(id: string, most: number): Promise<Thing[]>
  /**
   * What came of things that wait for somebody's word before it goes out, without its bytes and whether he has given it or not; of the
   * newest job first.
   *
   * @param id of one job; left out, of all
   * @throws NoSuchJob
   */
  waiting(most: number, id?: string): Promise<WaitingThing[]>
  /**
   * Keeps in the audit what somebody said of things that wait, each with the digest of what he has seen.
   *
   * @throws NoSuchJob; NotYours where he may not say so
   */
  decide(id: string, word: Word, seen: readonly { at: number; sha256: string }[], by: string): Promise<void>
  /** Who did what, the oldest first. */
  deeds(id: string): Promise<Deed[]>
  /**
   * The part that is to be worked on next, and by nobody else for a while.
   *
   * @param worker who takes it, as it is told: `db.example 4711`
   * @returns undefined where there is none now
   */
  next(worker: string): Promise<TakenPart | undefined>
  /** Lets no part be begun any more; what is done stays. @throws NoSuchJob; Problem where nothing is left to cancel */
  cancel(id: string, by: string): Promise<Job>
  /**
   * Has parts done once more that failed or were cancelled, and those in which something failed.
   *
   * @param reason why it may come out otherwise, for whoever reads the audit
   * @param share what whoever began it may have at most; left out: as much as he likes
   * @throws NoSuchJob; ShareUsedUp; Problem where there is nothing to be done again
   */
  retry(id: string, by: string, reason: string, share?: JobShare): Promise<Job>
  /** Takes a job away with all that came of it; the audit keeps its name. @throws NoSuchJob; Problem while it is worked on */
  remove(id: string, by: string): Promise<void>
}

/** A job that is to be kept. */
export interface AskedJob {
  /** Which work it is: `draft`, `review`. */
  what: string
  /** What lists call it: `vendor-addendum for vendors.csv`. */
  title: string
  /** What all its parts share, for whoever works on them. */
  task: unknown
  by: string
  /** Name of the matter of the store that it belongs to: whoever sees that sees the job. */
  matter?: string
  /** It tells the register: where people are told apart, requesters do not see it. */
  ofRegister?: true
  /** What whoever asks may have at most; left out: as much as he likes. */
  share?: JobShare
}

/** What one person may have in the queue, so that nobody fills it, and the disk, for all. */
export interface JobShare {
  /** Jobs under way. */
  jobs: number
  /** Bytes of files, such as papers, in all jobs that are kept. */
  bytes: number
}

/** On pages; whoever has the database, or the folder, has all of it. */
export const shareOfOne: JobShare = { jobs: 5, bytes: 500 * 1024 * 1024 }

/** Somebody has as much in the queue as he may. */
export class ShareUsedUp extends Problem {
  constructor(reason: string) {
    super('share-used-up', reason)
  }
}

/** @throws ShareUsedUp where somebody has so many jobs under way that he begins no other */
export function requireRoom(underWay: number, { jobs }: JobShare): void {
  if (underWay < jobs) return
  throw new ShareUsedUp(`you have ${jobs} jobs under way: wait until one is done, or cancel one (/jobs)`)
}

/** @throws ShareUsedUp where the files of somebody's jobs, with those that he sends, are too many bytes */
export function requireBytes(bytes: number, { bytes: most }: JobShare): void {
  if (bytes <= most) return
  const megabytes = Math.round(most / 1024 / 1024)
  throw new ShareUsedUp(
    `the papers of your jobs would have more than ${megabytes} MB together: remove jobs that you are done with (/jobs)`,
  )
}

/** Some things that one worker does at once. */
export interface AskedPart {
  things: unknown[]
  /** The bytes of the file that they are of, where they are of one, such as a paper that is reviewed. */
  file?: Uint8Array
}

/** A job, and how far it is. */
export interface Job extends Omit<AskedJob, 'task' | 'matter' | 'ofRegister' | 'share'> {
  /** `3f9a2c01` */
  id: string
  /** When it was begun, ISO 8601. */
  at: string
  state: JobState
  /** How many things it is of, how many of those are done, and of how many of these nothing came. */
  things: { all: number; done: number; failed: number }
  /** Parts that failed for good. */
  dead: number
}

export interface OpenJob extends Job {
  task: unknown
}

/** `failed`: it has ended, and parts of it failed for good. */
export type JobState = 'waiting' | 'at work' | 'done' | 'failed' | 'cancelled'

export type PartState = 'waiting' | 'done' | 'failed' | 'cancelled'

/** Some things of a job, which one worker does at once. */
export interface JobPart {
  /** From 1. */
  part: number
  /** Its first and its last thing, from 1. */
  from: number
  to: number
  state: PartState
  /** How often it was begun. */
  attempts: number
  /** How often it did not come to its end, and whoever worked on it lived to say why. */
  failures: number
  /** Things of it of which nothing came. */
  failed: number
  /** Who began it last, and when, ISO 8601. */
  worker?: string
  begun?: string
  /** Why it did not come to its end the last time. */
  reason?: string
}

/** One thing of a job. */
export interface Thing {
  /** From 1. */
  at: number
  given: unknown
  /** What came of it; undefined as long as nothing did. */
  result?: ThingResult
}

/** A thing of which something waits for somebody's word. */
export interface WaitingThing extends Thing {
  job: string
}

/** What somebody may say of what waits: that it goes out, or that it does not. */
export const words = ['approved', 'set aside'] as const

export type Word = (typeof words)[number]

/** How the audit has it. */
export function wordOn(word: Word, at: number): string {
  return `${word} draft ${at}`
}

/** What came of a thing. */
export interface ThingResult {
  failed: boolean
  said: unknown
  /** Whether it waits for somebody's word before it goes out. */
  waits?: true
  /** The bytes of its document, where there is one. */
  content?: Uint8Array
}

/** A part that somebody works on. */
export interface TakenPart {
  job: string
  what: string
  task: unknown
  part: number
  things: { at: number; given: unknown }[]
  /** The bytes of the file that they are of. */
  file?: Uint8Array
  /**
   * Keeps what came of its things, all of it or nothing. Whoever comes second with the same part leaves all as it is.
   *
   * @param results in the order of the things
   */
  done(results: readonly ThingResult[]): Promise<void>
  /** Says why it did not come to its end: it is tried again, and after some times has failed for good. */
  failed(reason: string): Promise<void>
  /**
   * Leaves it to others, since whoever took it cannot do it at all: none of its tries is used up.
   *
   * @returns whether this process is given no part of the job any more
   */
  left(reason: string): Promise<boolean>
}

/** So often a part fails before it has failed for good. */
export const mostFailures = 3

/**
 * So often a part is begun by somebody who is ended in the middle of it, before it has failed for good. More often than it may fail:
 * machines are switched off, and only few parts bring down whoever works on them.
 */
export const mostEnded = 10

/** So many jobs a list has where nothing else is said. */
export const usualList = 200

/** The longest reason that is kept, in characters. */
export const longestReason = 500

export class NoSuchJob extends Problem {
  constructor() {
    super('no-such-job', 'there is no such job: clausebook jobs list tells which there are')
  }
}

/** How many parts of a job wait, were ever begun, failed for good, were cancelled. */
export interface PartCounts {
  waiting: number
  begun: number
  dead: number
  cancelled: number
}

/** Whether there is something left of a job to be worked on. */
export function isUnderWay({ state }: Pick<Job, 'state'>): boolean {
  return state === 'waiting' || state === 'at work'
}

/** How far a job is, by its parts. */
export function stateOf({ waiting, begun, dead, cancelled }: PartCounts): JobState {
  if (waiting > 0) return begun > 0 ? 'at work' : 'waiting'
  if (dead > 0) return 'failed'
  return cancelled > 0 ? 'cancelled' : 'done'
}

export function nothingLeft(id: string, what: string): Problem {
  return new Problem('job', `nothing of job ${id} ${what}: clausebook jobs show ${id} tells how far it is`)
}

/** Why a part failed for good that nobody lived to tell of. */
export function endedInTheMiddle(worker: string | undefined): string {
  return `whoever worked on it was ended in the middle, ${mostEnded} times, last ${worker ?? 'somebody'}: look at memory and log there`
}

/** A reason as it is kept: one line that is not too long. */
export function reasonWords(reason: string): string {
  const words = reason
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, longestReason)
  if (words !== '') return words
  throw new Problem('usage', 'why it may come out otherwise is not said: give --reason WORDS')
}
