import { open } from 'node:fs/promises'

/** Has the disk keep the names of a folder: a file that was renamed is there under its new name after a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folder, and some network disks sync none: the file itself is safe there all the same.
  const handle = await open(folder, 'r').catch(() => undefined)
  if (!handle) return
  try {
    await handle.sync().catch(() => {})
  } finally {
    await handle.close()
  }
}
