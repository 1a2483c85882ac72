import { lstat, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { readDeal } from '../deal/index.ts'
import { unwritable } from '../files/index.ts'
import { Problem } from '../problem.ts'
import {
  type Deals as DealRows,
  isDealName,
  mayApprove,
  mayNegotiate,
  NoSuchDeal,
  type Person,
} from '../store/index.ts'

/** Where the deals of the pages are kept: a folder, or rows of the team's database. */
export interface DealShelf {
  /** Names, and words of `deal.yaml`. */
  list(): Promise<ShelvedDeal[]>
  /** @returns undefined where there is none of the name */
  look(name: string): Promise<LookedDeal | undefined>
  /** A file of a deal. */
  file(name: string, file: string): Promise<Uint8Array | undefined>
  /**
   * Has a new deal opened.
   *
   * @param open does it, by what the command calls the deal and its matter
   * @throws Problem where the name is taken
   */
  begin(
    name: string,
    matter: { yaml: string; name?: string | undefined },
    open: (deal: string, matter: GivenMatter) => Promise<void>,
  ): Promise<void>
  /** What of a message says where the server has it, and what pages say instead. */
  own: [place: string, instead: string]
  /** Whether whoever asks may open deals and answer in them, and not only read those that he sees. */
  mayChange: boolean
  /** Whether what a deal concedes is for whoever asks to approve. */
  mayApprove: boolean
}

/** A deal that stands in a list. */
export interface ShelvedDeal {
  name: string
  yaml: string
}

/** A deal as it stands. */
export interface LookedDeal {
  /** What a command of `clausebook round` calls it. */
  deal: string
  yaml: string
  /** Another one, whenever the deal or its matter is another. */
  stamp: string
}

/** The matter of a new deal: its name or path, or its words, which a file is to be made of. */
export type GivenMatter = { named: string } | { yaml: string }

/** The most that is read of a `deal.yaml`, in bytes. */
const largest = 1_000_000

const taken = (name: string) =>
  new Problem('name-taken', `there is a deal ${name} already: choose another name`)

/** The deals of a folder, each a folder right there: no link, no path, nothing hidden. */
export function dealsInFolder(folder: string): DealShelf {
  async function yamlOf(name: string): Promise<string | undefined> {
    if (!isDealName(name)) return undefined
    const [own, record] = await Promise.all(
      [join(folder, name), join(folder, name, 'deal.yaml')].map((one) => lstat(one).catch(() => undefined)),
    )
    if (!own?.isDirectory() || !record?.isFile() || record.size > largest) return undefined
    return readFile(join(folder, name, 'deal.yaml'), 'utf8')
  }

  return {
    own: [`${folder}/`, ''],
    mayChange: true,
    mayApprove: true,
    async list() {
      const names = (await readdir(folder)).filter(isDealName).sort()
      const found = await Promise.all(
        names.map(async (name) => {
          const yaml = await yamlOf(name)
          return yaml === undefined ? [] : [{ name, yaml }]
        }),
      )
      return found.flat()
    },
    async look(name) {
      const yaml = await yamlOf(name)
      if (yaml === undefined) return undefined
      const deal = join(folder, name)
      const { matter } = readDeal(yaml, 'deal.yaml')
      const at = matter === undefined ? undefined : await stat(resolve(deal, matter)).catch(() => undefined)
      return { deal, yaml, stamp: JSON.stringify([yaml, at?.mtimeMs]) }
    },
    async file(name, file) {
      const path = join(folder, name, file)
      return (await lstat(path).catch(() => undefined))?.isFile() ? readFile(path) : undefined
    },
    async begin(name, { yaml }, open) {
      const path = join(folder, name)
      const beside = join(folder, `${name}.matter.yaml`)
      if (await lstat(path).catch(() => undefined)) throw taken(name)
      // Of two who choose one name at the same time one alone can make it.
      await writeFile(beside, yaml, { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
        throw error.code === 'EEXIST' ? taken(name) : unwritable(beside, error)
      })
      try {
        await open(path, { named: beside })
      } catch (error) {
        if (!(await lstat(path).catch(() => undefined))) await rm(beside, { force: true })
        throw error
      }
    },
  }
}

/**
 * The deals of a team's database.
 *
 * @param place where that is: `db.example:5432/clausebook`
 * @param person who asks, where people are told apart
 */
export function dealsInRows(rows: DealRows, place: string, person?: Person): DealShelf {
  const ifThere = <T>(work: Promise<T>): Promise<T | undefined> =>
    work.catch((error: unknown) => {
      if (error instanceof NoSuchDeal) return undefined
      throw error
    })
  return {
    own: [place, 'the database'],
    mayChange: mayNegotiate(person),
    mayApprove: mayApprove(person),
    list: () => rows.list(),
    async look(name) {
      const found = await ifThere(rows.look(name))
      return found && { deal: name, ...found }
    },
    file: (name, file) => rows.file(name, file),
    async begin(name, { yaml, name: known }, open) {
      if (await rows.isTaken(name)) throw taken(name)
      try {
        await open(name, known === undefined ? { yaml } : { named: await rows.numbered(known) })
      } catch (error) {
        // Somebody else opened one while this waited for its turn.
        if (error instanceof Problem && error.rule === 'deal' && (await rows.isTaken(name))) throw taken(name)
        throw error
      }
    },
  }
}
