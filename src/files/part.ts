import { randomUUID } from 'node:crypto'
import fs, { close, fchmod, fchown, openSync, writeFile } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { syncFolder } from './sync-folder.ts'
import { forgetUnfinished, rememberUnfinished } from './unfinished.ts'

/** A file in the making: it stands beside its place under a name that nobody guesses, until it is whole. */
export interface Part {
  /** Adds to it. */
  write(content: string | Uint8Array): Promise<void>
  /** Gives it its name, when the disk has all of it. */
  finish(file: string, owner?: Owner): Promise<void>
  /** Takes it back; nothing is left. */
  discard(): Promise<void>
}

/** Whose a file is and what may be done with it: the permission bits, and the numbers of its user and group. */
export interface Owner {
  mode: number
  uid: number
  gid: number
}

/**
 * Begins a file in a folder. It is opened so that it cannot be there already, and never through a link; it goes when
 * the process ends before it is whole.
 *
 * @param mode permissions, less what the umask takes away
 * @example
 * const part = await openPart('reports', 0o666)
 * await part.write('one line\n')
 * await part.finish('reports/summary.csv')
 */
export async function openPart(folder: string, mode: number): Promise<Part> {
  const path = join(folder, partName())
  rememberUnfinished(path)
  // At once: a signal that comes while a file is being opened would find nothing to take back.
  const file = openedAt(path, mode)
  return {
    // Written whole, however many turns that takes.
    write: (content) => done.writeFile(file, content),
    async finish(target, owner) {
      if (owner) {
        // Only root can give a file away; whoever may not keeps it.
        await done.chown(file, owner.uid, owner.gid).catch(() => {})
        await done.chmod(file, owner.mode & 0o7777)
      }
      await done.sync(file)
      await done.close(file)
      await rename(path, target)
      forgetUnfinished(path)
      await syncFolder(dirname(target))
    },
    async discard() {
      await done.close(file).catch(() => {})
      await rm(path, { force: true })
      forgetUnfinished(path)
    },
  }
}

const done = {
  writeFile: promisify(writeFile),
  chown: promisify(fchown),
  chmod: promisify(fchmod),
  // Looked up when it is called: a test sees what is synced, and when.
  sync: (file: number) => promisify(fs.fsync)(file),
  close: promisify(close),
}

function openedAt(path: string, mode: number): number {
  try {
    return openSync(path, 'wx', mode)
  } catch (error) {
    forgetUnfinished(path)
    throw error
  }
}

/** A name for a file or folder in the making. */
export function partName(): string {
  return `.clausebook-${randomUUID()}.part`
}
