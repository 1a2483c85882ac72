import { type DatabaseOptions, requireDatabase } from '../database.ts'
import { tell } from '../output.ts'

/** `clausebook store migrate`. */
export async function migrateStore(options: DatabaseOptions): Promise<void> {
  const { migrateDatabase } = await import('../../store/postgres.ts')
  const taken = await migrateDatabase(requireDatabase(options))
  for (const name of taken) await tell(`${name}\n`)
  await tell(
    taken.length === 0 ? 'The tables are what this program needs.\n' : `${taken.length} steps were taken.\n`,
  )
}
