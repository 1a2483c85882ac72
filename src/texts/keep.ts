import { dirname } from 'node:path'
import { requireFolder, tidyParts, writeWhole } from '../files/index.ts'

const advice = 'set CLAUSEBOOK_TEXTS to another'

/**
 * Keeps a text in the texts' folder, whole.
 *
 * @throws Problem where it cannot be written; what was there before is there still
 */
export async function keepText(file: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(file)
  await requireFolder(folder, 0o777, advice)
  await tidyParts(folder)
  await writeWhole(file, bytes, { advice })
}
