import { readFile } from 'node:fs/promises'
import type { House } from '../library/index.ts'
import { Problem } from '../problem.ts'
import { type Look, lookOfHouse, readLook } from '../word/look.ts'

const kept = new Map<string, Promise<Look>>()

/**
 * The look of a firm's document, read once in a thread.
 *
 * @throws Problem where it cannot be read
 */
export function lookAt(file: string): Promise<Look> {
  const known = kept.get(file) ?? read(file)
  kept.set(file, known)
  return known
}

/** The look of a draft: that of a file that is named, or of the house. */
export async function lookFor(file: string | undefined, house: House | undefined): Promise<Look | undefined> {
  if (file !== undefined) return lookAt(file)
  return lookOfHouse(house)
}

async function read(file: string): Promise<Look> {
  const bytes = await readFile(file).catch(() => {
    throw new Problem('word-file', 'cannot be read: name a Word file (.docx)', { file })
  })
  return readLook(bytes)
}
