import type { Role } from '../../store/index.ts'
import { type DatabaseOptions, requireDatabase, withDatabase } from '../database.ts'
import { tell } from '../output.ts'
import { actor } from '../round/place.ts'

/** What a command is told of who says so. */
export interface ByOptions extends DatabaseOptions {
  by?: string
}

/** `clausebook people set`. */
export async function setPerson(name: string, role: Role, options: ByOptions): Promise<void> {
  const by = options.by ?? actor()
  await withDatabase(requireDatabase(options), (store) => store.people.set({ name, role }, by))
  await tell(`${name} is ${role}.\n`)
}

/** `clausebook people remove`. */
export async function removePerson(name: string, options: ByOptions): Promise<void> {
  const by = options.by ?? actor()
  await withDatabase(requireDatabase(options), (store) => store.people.remove(name, by))
  await tell(`${name} comes in no more.\n`)
}
