import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Problem } from '../problem.ts'

/**
 * Writes a file so that nobody ever sees half of it: into a file of its own beside the place, then renamed.
 * Two processes that write the same file at once leave one of the two, whole.
 *
 * @throws Problem where it cannot be written; what was there before is there still
 */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(file)
  const part = join(folder, `.${basename(file)}.${randomUUID()}.part`)
  try {
    await mkdir(folder, { recursive: true })
    await removeOldParts(folder)
    const handle = await open(part, 'wx')
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw unwritable(file, error as NodeJS.ErrnoException)
  }
}

/** A process that was killed leaves its part behind; after an hour nobody is writing it any more. */
async function removeOldParts(folder: string): Promise<void> {
  const parts = (await readdir(folder)).filter((name) => /^\..+\.part$/.test(name))
  for (const part of parts) {
    const { mtimeMs } = await stat(join(folder, part)).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }))
    if (Date.now() - mtimeMs > 3_600_000) await rm(join(folder, part), { force: true })
  }
}

function unwritable(file: string, { code, message }: NodeJS.ErrnoException): Problem {
  const reasons: Record<string, string> = {
    ENOSPC: 'the disk is full',
    EDQUOT: 'the disk quota is used up',
    EACCES: 'its folder may not be written to: set CLAUSEBOOK_TEXTS to another',
    EPERM: 'its folder may not be written to: set CLAUSEBOOK_TEXTS to another',
    EROFS: 'its folder may only be read: set CLAUSEBOOK_TEXTS to another',
    ENOTDIR: 'a file is where its folder should be: set CLAUSEBOOK_TEXTS to another',
    EEXIST: 'a file is where its folder should be: set CLAUSEBOOK_TEXTS to another',
  }
  return new Problem('write', `cannot be written: ${reasons[code ?? ''] ?? code ?? message}`, { file })
}
