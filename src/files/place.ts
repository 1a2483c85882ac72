import type { Stats } from 'node:fs'
import { access, constants, realpath, stat } from 'node:fs/promises'
import { Problem } from '../problem.ts'
import { linksFrom } from './links.ts'

/** Where a file's words go: into a file that is replaced, or into what takes them as they come. */
export type FilePlace =
  | { kind: 'file'; file: string; before: Stats | undefined }
  | { kind: 'device' | 'pipe' | 'socket' }

/**
 * What stands where somebody wants a file. A link is followed: the file that it leads to is the one that is meant.
 *
 * @throws Problem where it is a folder, or nothing that can be written
 */
export async function placeOf(file: string): Promise<FilePlace> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (!found) return { kind: 'file', file: await behindLinks(file), before: undefined }
  if (found.isFile()) {
    await access(file, constants.W_OK)
    return { kind: 'file', file: await realpath(file), before: found }
  }
  if (found.isFIFO()) return { kind: 'pipe' }
  if (found.isSocket()) return { kind: 'socket' }
  if (found.isCharacterDevice() || found.isBlockDevice()) return { kind: 'device' }
  throw new Problem('write', 'is a folder: name a file in it', { file })
}

/** A link may lead to a file that is yet to be made. */
async function behindLinks(file: string): Promise<string> {
  let last = file
  for await (const at of linksFrom(file)) last = at
  return last
}
