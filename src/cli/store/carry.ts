import { type DatabaseOptions, requireDatabase, withDatabase } from '../database.ts'
import { tell } from '../output.ts'

/** `clausebook store export FOLDER`. */
export async function exportStore(folder: string, options: DatabaseOptions): Promise<void> {
  const moved = await withDatabase(requireDatabase(options), (store) => store.exportTo(folder))
  await tell(`${countedIn(moved)}: ${folder}\n`)
}

/** `clausebook store import FOLDER`. */
export async function importStore(folder: string, options: DatabaseOptions): Promise<void> {
  const [moved, place] = await withDatabase(requireDatabase(options), async (store) => [
    await store.importFrom(folder),
    store.place,
  ])
  await tell(`${countedIn(moved)}: ${place}\n`)
}

/** `12 in matters, 400 in register`. */
function countedIn(moved: Record<string, number>): string {
  return Object.entries(moved)
    .map(([folder, count]) => `${count} in ${folder}`)
    .join(', ')
}
