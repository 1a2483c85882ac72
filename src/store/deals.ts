import { Problem } from '../problem.ts'
import type { Version } from './version.ts'

/** One deal where it is kept, a folder or rows: whoever works on it knows of neither. */
export interface DealPlace {
  /** As a person names it: the path of its folder, or its name in the store. */
  shown: string
  /** Where a person finds what was sent: `tidewater/1-sent.docx`, or the command that writes it. */
  whereSent(file: string): string
  /** @throws Problem where one is there already, or none can be made */
  requireNew(): Promise<void>
  /**
   * Makes it, whole or not at all.
   *
   * @returns false where one is there already
   */
  begin(deal: NewDeal): Promise<boolean>
  /** As it is now. @throws Problem where there is none */
  open(): Promise<OpenDeal>
  /**
   * Opens it to change it: whoever else changes it in the meantime waits, or one of both is refused.
   *
   * @throws Problem where there is none, or somebody else has it
   */
  hold<T>(work: (deal: HeldDeal) => Promise<T>): Promise<T>
  /** How its `deal.yaml` names a matter. @param given the path of a file, or the name of a matter of the store */
  matterNamed(given: string): Promise<NamedMatter>
}

/** A matter for a deal. */
export interface NamedMatter {
  /** What `deal.yaml` says. */
  path: string
  yaml: string
  /** As messages call it. */
  shown: string
  /** Which it is in a store that has it, whatever it is called later. */
  id?: string
  /** Its copy among the files of the deal, where no other place keeps it. */
  kept?: [file: string, yaml: string]
}

/** What a deal begins with. */
export interface NewDeal {
  /** Its `deal.yaml`. */
  yaml: string
  /** Which matter of the store that names: the `id` of what was named. */
  matter?: string | undefined
  files: ReadonlyMap<string, string | Uint8Array>
}

/** A deal as it was read. */
export interface OpenDeal {
  /** Its `deal.yaml`. */
  yaml: string
  /**
   * The bytes of a file of it.
   *
   * @param most bytes that are read
   * @throws Problem where it is missing, no file of the deal itself, or too large
   */
  file(name: string, most: number): Promise<Uint8Array>
  /** The matter that `deal.yaml` names. @throws Problem where it cannot be read */
  matter(path: string): Promise<{ yaml: string; file: string }>
  /** What a person does so that `deal.yaml` names a matter: `write …`. */
  namesMatter: string
}

/** A deal that one alone changes. */
export interface HeldDeal extends OpenDeal {
  /** @throws Problem where something stands where the deal would write */
  requireFree(files: readonly string[]): Promise<void>
  /** @throws Problem where somebody else changed it first */
  save(change: DealChange): Promise<void>
}

/** What is changed in a deal at once. */
export interface DealChange {
  /** The new `deal.yaml`. */
  yaml: string
  /** Which matter of the store that names, where one was named anew. */
  matter?: string | undefined
  /** Files that come to it. */
  files?: ReadonlyMap<string, string | Uint8Array>
  /** Files that are none of the deal any more, or make place for one that comes. */
  gone?: readonly string[]
  /** As the audit has it: `round 2 came back`. */
  did: string
}

/** The deals of a team, as rows. */
export interface Deals {
  /** In the order of their names. */
  list(): Promise<ListedDeal[]>
  /** Whether a deal has the name, also one that is not there for whoever asks: names are unique. */
  isTaken(name: string): Promise<boolean>
  /** What a command that is done later calls a matter of the store: it means that one, or none. @throws NoSuchMatter */
  numbered(matter: string): Promise<string>
  /**
   * One of them, or one that is to be made.
   *
   * @param by who does what is done with it, as the audit has it
   * @throws Problem where the name is none
   */
  place(name: string, by: string): DealPlace
  /**
   * Its `deal.yaml`, without its files, and what is another whenever the deal or its matter is.
   *
   * @throws NoSuchDeal
   */
  look(name: string): Promise<{ yaml: string; stamp: string }>
  /** A file of a deal, where it has it. */
  file(name: string, file: string): Promise<Uint8Array | undefined>
  /** The deals that have a file of these bytes. @param sha256 in hexadecimal */
  having(sha256: string): Promise<string[]>
  /** The newest first. @throws NoSuchDeal */
  versions(name: string): Promise<Version[]>
  /** Deletes a deal with its key, its files and every version; the audit keeps its name, digest and who. @throws NoSuchDeal */
  remove(name: string, by: string): Promise<void>
}

/** A deal in a list. */
export interface ListedDeal {
  name: string
  yaml: string
}

export class NoSuchDeal extends Problem {
  constructor(name: string, place: string) {
    super(
      'deal',
      `${place} has no deal ${name}: clausebook round list tells which are there, and ./${name} is the folder of one`,
    )
  }
}

/** Names of deals stand in addresses and name a folder: a plain name on one line, and none of a file of ours. */
export function isDealName(name: string): boolean {
  return /^[\p{L}\p{N}](?:[\p{L}\p{N} ._-]{0,98}[\p{L}\p{N}])?$/u.test(name) && !name.endsWith('.yaml')
}

/** Names of files of a deal, and that of a matter which stands beside its folder. */
export function isDealFile(file: string, deal: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9 ._-]{0,100}$/.test(file) || file === `../${deal}.matter.yaml`
}
