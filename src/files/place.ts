import type { Stats } from 'node:fs'
import { access, constants, readlink, realpath, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { Problem } from '../problem.ts'

/** Where a file's words go: into a file that is replaced, or into what takes them as they come. */
export type FilePlace =
  | { kind: 'file'; file: string; before: Stats | undefined }
  | { kind: 'device' | 'pipe' | 'socket' }

/** Links that lead on to links, at most: what Linux follows. */
const mostLinks = 40

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
  let at = file
  for (let links = 0; links < mostLinks; links += 1) {
    const next = await readlink(at).catch(() => undefined)
    if (next === undefined) return at
    at = resolve(dirname(at), next)
  }
  throw Object.assign(new Error('ELOOP'), { code: 'ELOOP' })
}
