import { Problem } from '../problem.ts'
import type { AnyDecision } from '../review/index.ts'
import type { Deals } from './deals.ts'
import type { KeptDeed } from './deed.ts'
import type { Drafts } from './drafts.ts'
import type { Jobs } from './jobs.ts'
import type { People, Person, Sharing } from './people.ts'
import type { SignIns } from './sign-ins.ts'
import type { Version } from './version.ts'
import type { Watches } from './watches.ts'

/** Where matters are kept, in files or a database; whoever uses it knows of neither. */
export interface Store {
  matters: Matters
  decisions: Decisions
  jobs: Jobs
}

/** A store with its deals, as somebody sees it: what is not shared with him is not there. */
export interface SeenStore extends Store {
  deals: Deals
  drafts: Drafts
  sharing: Sharing
}

/** A store that a team shares: a database, with the register of vendors and the deals beside the matters. */
export interface TeamStore extends SeenStore {
  vendors: Matters
  /** Links by which vendors answer, each with what came by it. */
  links: Matters
  /** Named filters of the vendors. */
  views: Matters
  /** Whoever may come in, where people are told apart. */
  people: People
  /** Whoever is signed in, where the company's sign-on sends people here. */
  signIns: SignIns
  /** Jobs that are begun again and again. */
  watches: Watches
  /** All that one person sees; a vendor of the register is shown or not by who he is. */
  seenBy(person: Person): SeenStore
  /** Where it is, as it may be told: `db.example:5432/clausebook`. */
  place: string
  /** The audit, the oldest first, many lines at a time. */
  deeds(): AsyncIterable<KeptDeed[]>
  /**
   * Writes all of it as the folders of the other engine.
   *
   * @returns how many of what
   * @throws Problem where the folder is there already
   */
  exportTo(folder: string): Promise<Record<string, number>>
  /**
   * Takes in all that such folders keep, or nothing.
   *
   * @returns how many of what
   * @throws Problem where a name is taken
   */
  importFrom(folder: string): Promise<Record<string, number>>
  /** @throws Problem where the database does not answer */
  answers(): Promise<void>
  /** Has parts of jobs given to others that a worker was ended in the middle of, as long as this process lives. */
  watchJobs(): Promise<void>
  close(): Promise<void>
}

/** What persons decided of the papers that a matter's vendors and licensors sent, each above what a review says. */
export interface Decisions {
  /**
   * The oldest first.
   *
   * @param vendor as the review was asked for; empty where the matter has one alone
   * @throws NoSuchMatter
   */
  list(matter: string, vendor: string): Promise<AnyDecision[]>
  /**
   * Adds behind what others say at the same time.
   *
   * @param by the signed-in name
   * @throws NoSuchMatter
   */
  add(matter: string, vendor: string, said: readonly Said[], by: string): Promise<void>
}

/** A person's word on a row, or the name of the row on which all are taken back. */
export type Said = { said: AnyDecision } | { withdrawn: string }

/** Matters with every version that was ever saved. Several processes may share one store. */
export interface Matters {
  /** A page of the matters, in the order of their names; none of them is read whole. */
  list(page?: MatterPage): Promise<MatterList>
  /** Names of all of them, in their order; one that is being deleted may be among them. */
  names(): Promise<string[]>
  /** @throws NoSuchMatter also where there is no such version */
  open(name: string, version?: number): Promise<OpenMatter>
  /** Those of these names that are there, in any order. */
  openAll(names: readonly string[]): Promise<OpenMatter[]>
  /**
   * The newest first.
   *
   * @throws NoSuchMatter
   */
  versions(name: string): Promise<Version[]>
  /**
   * Saves a version, whole or not at all; it is on the disk before this is done. The same save sent twice is one.
   *
   * @throws Conflict where it is not based on the newest version
   * @throws NoSuchMatter where it was deleted in the meantime
   */
  save(saving: Saving): Promise<OpenMatter>
  /**
   * Makes an old version the newest.
   *
   * @throws Conflict where a newer version than the base is there
   */
  restore(name: string, version: number, base: string, by: string): Promise<OpenMatter>
  /**
   * Gives a matter another name, with all its versions.
   *
   * @throws NameTaken
   */
  rename(name: string, to: string, base: string, by: string): Promise<OpenMatter>
  /**
   * Deletes a matter with all its versions; the audit keeps its name, digest and who.
   *
   * @throws Conflict where a newer version than the base is there: nobody deletes what he has not seen
   */
  remove(name: string, base: string, by: string): Promise<void>
}

/** Which of the matters. */
export interface MatterPage {
  /** From 1. */
  page?: number
  /** How many a page has. */
  size?: number
  /** Part of a name; a store that is a database also finds words of a title. */
  find?: string
}

export interface MatterList {
  matters: ListedMatter[]
  /** How many there are on all pages. */
  total: number
  page: number
  pages: number
}

export interface ListedMatter {
  /** `acme-search`, which is in its address. */
  name: string
  title: string
  /** When it was saved last, ISO 8601. */
  at: string
  /** Who saved it last. */
  by: string
  versions: number
}

/** A matter as it was read. Whoever saves it again tells its base, so that nobody overwrites what he has not seen. */
export interface OpenMatter {
  name: string
  yaml: string
  /** Number of the version; 0 for a file that was put there by hand and never saved. */
  version: number
  /** Names the version and its words: `3.9f86d081884c7d65`. */
  base: string
}

/** What is saved. */
export interface Saving {
  yaml: string
  /** Without one it is a new matter, named by its title. */
  name?: string | undefined
  base?: string | undefined
  /** The signed-in name. */
  by: string
  /** What is the same when one new matter is sent twice, as by a double click. */
  once?: string | undefined
  /** What the audit says was done; by default `saved`. */
  did?: string | undefined
}

/** Someone else saved first. */
export class Conflict extends Problem {
  readonly theirs: OpenMatter

  constructor(theirs: OpenMatter) {
    super('conflict', `${theirs.name} was saved by someone else in the meantime: look at theirs first`)
    this.theirs = theirs
  }
}

export class NoSuchMatter extends Problem {
  constructor() {
    super(
      'no-such-matter',
      'there is no such matter, or no such version of it: the list of matters tells which are there',
    )
  }
}

export class NameTaken extends Problem {
  constructor(name: string) {
    super('name-taken', `there is a matter ${name} already, or the name is none: choose another`)
  }
}
