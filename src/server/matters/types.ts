import { Refusal } from '../refusal.ts'

/** A matter that is kept. */
export interface KeptMatter {
  /** `acme-search`, without its extension. */
  name: string
  title: string
  /** When it was saved last, ISO 8601. */
  saved: string
  /** How many versions there are, this one included. */
  versions: number
}

/** A matter as it was read: whoever saves it again tells its base, so that nobody overwrites what he has not seen. */
export interface OpenMatter {
  name: string
  yaml: string
  base: string
}

/** Someone else saved first. */
export class Conflict extends Refusal {
  readonly theirs: OpenMatter

  constructor(theirs: OpenMatter) {
    super(409, 'conflict', `${theirs.name} was saved by someone else in the meantime`)
    this.theirs = theirs
  }
}

/** The folder of `--matters`: a YAML file a matter, and every version that was ever saved under `.versions`. */
export interface Matters {
  list(): Promise<KeptMatter[]>
  /** @throws Refusal where there is no such matter or version */
  open(name: string, version?: number): Promise<OpenMatter>
  versions(name: string): Promise<{ version: number; saved: string }[]>
  /**
   * Saves a matter, whole or not at all.
   *
   * @param name undefined for a new one, which is named by its title
   * @throws Conflict where it is no longer what was opened
   */
  save(yaml: string, name?: string, base?: string): Promise<OpenMatter>
}
