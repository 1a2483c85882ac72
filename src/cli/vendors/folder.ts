import { mkdir, stat } from 'node:fs/promises'
import { unwritable } from '../../files/index.ts'
import { Problem } from '../../problem.ts'
import {
  findVendors,
  type KeptVendor,
  openRegister,
  type Register,
  titleInYaml,
} from '../../register/index.ts'
import { type Matters, openFileLinks, openFileStore } from '../../store/index.ts'
import { type DatabaseOptions, databaseOf, openDatabase } from '../database.ts'
import { say } from '../say.ts'

/** Where a command finds the register. */
export interface RegisterPlace extends DatabaseOptions {
  /** Its folder. */
  register?: string
}

/** Whether a folder or a database is named, where a command does without a register too. */
export function isRegisterNamed({ register, ...database }: RegisterPlace): boolean {
  return (
    register !== undefined || databaseOf(database, { option: '--register', value: register }) !== undefined
  )
}

/** A register, and where it is, as it may be told. */
export interface OpenRegister extends Register {
  place: string
  /** Opens the links by which its vendors answer. */
  links(): Promise<Matters>
}

/**
 * Opens a register: that of a database, or a folder.
 *
 * @param make whether a folder is made where there is none
 * @throws Problem where there is none
 */
export async function registerIn(options: RegisterPlace, make = false): Promise<OpenRegister> {
  const { register: named, ...database } = options
  const address = databaseOf(database, { option: '--register', value: named })
  if (address !== undefined) {
    const { vendors, links, place } = await openDatabase(address)
    return { ...openRegister(vendors), place, links: async () => links }
  }
  const folder = named ?? 'register'
  if (make) {
    await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
      throw unwritable(folder, error)
    })
  }
  const found = await stat(folder).catch(() => undefined)
  if (!found?.isDirectory()) {
    const reason =
      'is no register: name its folder with --register, or begin one with clausebook vendors import'
    throw new Problem('register', reason, { file: folder })
  }
  const { matters } = await openFileStore(folder, { titleOf: titleInYaml })
  return { ...openRegister(matters), place: folder, links: () => openFileLinks(folder) }
}

/** All vendors of a register; a file that is none is told, and the rest goes on. */
export async function vendorsIn(register: OpenRegister): Promise<KeptVendor[]> {
  const { vendors, wrong } = await register.all()
  for (const reason of wrong) {
    process.exitCode = 1
    say(`clausebook: ${register.place}/${reason}`)
  }
  return vendors
}

/**
 * The vendor of an id, or the only one of a name.
 *
 * @throws Problem where there is none, or several
 */
export async function vendorNamed(register: Register, name: string): Promise<KeptVendor> {
  const { vendors } = await register.all()
  const byId = vendors.find(({ id }) => id === name)
  if (byId) return byId
  const found = findVendors(vendors, { find: name })
  if (found.length === 1) return found[0]!
  if (found.length > 1) {
    const ids = found.slice(0, 5).map(({ id }) => id)
    throw new Problem(
      'vendor',
      `${name} is several vendors of the register: give the id of one, ${ids.join(', ')}`,
    )
  }
  throw new Problem('vendor', `there is no vendor ${name} in the register: clausebook vendors list has them`)
}
