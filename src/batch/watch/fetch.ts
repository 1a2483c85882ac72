import { join } from 'node:path'
import { holdFolder, requireFolder, tidyParts, writeWhole } from '../../files/index.ts'
import type { OpenJob, Store } from '../../store/index.ts'
import { watchCame } from './came.ts'

/** Writes what a watch came to into a folder: to be read, for a program, and as a feed. */
export async function fetchWatch(
  store: Pick<Store, 'jobs'>,
  { id }: OpenJob,
  output: string,
): Promise<{ reported: number; failed: number }> {
  const came = await watchCame(store, id)
  if (!came) return { reported: 0, failed: 1 }
  await requireFolder(output)
  const held = await holdFolder(output)
  try {
    await tidyParts(output)
    await writeWhole(join(output, 'watch.html'), came.html)
    await writeWhole(join(output, 'watch.json'), came.json)
    await writeWhole(join(output, 'watch.rss'), came.rss)
    return { reported: 1, failed: 0 }
  } finally {
    await held.release()
  }
}
