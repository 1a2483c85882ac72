import { type DatabaseOptions, requireDatabase, withDatabase } from '../database.ts'
import { table } from '../jobs/table.ts'
import { tell } from '../output.ts'

/** `clausebook people list`. */
export async function listPeople({ json, ...options }: DatabaseOptions & { json?: true }): Promise<void> {
  const people = await withDatabase(requireDatabase(options), (store) => store.people.list())
  if (json) return tell(`${JSON.stringify({ version: 1, people }, null, 2)}\n`)
  if (people.length === 0)
    return tell('Nobody may come in yet: clausebook people set NAME admin lets the first in.\n')
  await tell(table([['NAME', 'ROLE'], ...people.map(({ name, role }) => [name, role])]))
}
