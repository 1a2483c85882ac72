import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
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
  const handle = await open(path, 'wx', mode).catch((error: unknown) => {
    forgetUnfinished(path)
    throw error
  })
  return {
    // Written whole, however many turns that takes.
    write: (content) => handle.writeFile(content),
    async finish(file, owner) {
      if (owner) {
        // Only root can give a file away; whoever may not keeps it.
        await handle.chown(owner.uid, owner.gid).catch(() => {})
        await handle.chmod(owner.mode & 0o7777)
      }
      await handle.sync()
      await handle.close()
      await rename(path, file)
      forgetUnfinished(path)
      await syncFolder(dirname(file))
    },
    async discard() {
      await handle.close().catch(() => {})
      await rm(path, { force: true })
      forgetUnfinished(path)
    },
  }
}

/** A name for a file or folder in the making. */
export function partName(): string {
  return `.clausebook-${randomUUID()}.part`
}
