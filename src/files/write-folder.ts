import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Problem } from '../problem.ts'
import { openPart, partName } from './part.ts'
import { syncFolder } from './sync-folder.ts'
import { forgetUnfinished, rememberUnfinished } from './unfinished.ts'
import { unwritable } from './unwritable.ts'

/** What systems say of a folder that would take the place of another. */
const there = new Set(['ENOTEMPTY', 'EEXIST', 'ENOTDIR', ...(process.platform === 'win32' ? ['EPERM'] : [])])

/** How a folder is written. */
export interface FolderOptions {
  /** A folder on the same disk in which it is made ready; by default the one that it stands in. */
  workshop?: string
  /** Permissions of the folder and of its files, less what the umask takes away. */
  modes?: { folder: number; file: number }
}

/**
 * Writes a folder with its files: it appears whole or not at all, and never over another.
 *
 * @param target path of the folder, which is not there yet
 * @param files contents by name, or by path within the folder
 * @returns false where a folder is there already
 * @throws Problem where it cannot be written
 * @example
 * if (!(await writeFolder('versions/0002', new Map([['matter.yaml', yaml]])))) throw new Conflict()
 */
export async function claimFolder(
  target: string,
  files: ReadonlyMap<string, string | Uint8Array>,
  { workshop = dirname(target), modes = { folder: 0o777, file: 0o666 } }: FolderOptions = {},
): Promise<boolean> {
  const part = join(workshop, partName())
  rememberUnfinished(part)
  try {
    await mkdir(part, { mode: modes.folder })
    for (const [name, content] of files) {
      if (name.includes('/')) await mkdir(join(part, dirname(name)), { mode: modes.folder, recursive: true })
      const file = await openPart(part, modes.file)
      await file.write(content)
      await file.finish(join(part, name))
    }
    await rename(part, target)
    await syncFolder(dirname(target))
    return true
  } catch (error) {
    await rm(part, { recursive: true, force: true })
    const { code = '' } = error as NodeJS.ErrnoException
    if (there.has(code)) return false
    throw unwritable(target, error)
  } finally {
    forgetUnfinished(part)
  }
}

/**
 * Writes a folder that must be new.
 *
 * @throws Problem where it cannot be written or is there already
 */
export async function writeFolder(
  target: string,
  files: ReadonlyMap<string, string | Uint8Array>,
  options?: FolderOptions,
): Promise<void> {
  if (await claimFolder(target, files, options)) return
  throw new Problem('write', 'is there already', { file: target })
}
