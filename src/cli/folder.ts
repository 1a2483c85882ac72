import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Problem } from '../problem.ts'

/**
 * Writes a folder with its files: it appears whole or not at all, and never over another.
 *
 * @param target path of the folder, which is not there yet
 * @param files contents by name
 * @param workshop a folder on the same disk in which it is made ready
 * @throws Problem where it cannot be written or is there already
 */
export async function writeFolder(
  target: string,
  files: ReadonlyMap<string, string>,
  workshop = dirname(target),
): Promise<void> {
  const part = join(workshop, `.${randomUUID()}.part`)
  try {
    await mkdir(part)
    for (const [name, content] of files) await writeFile(join(part, name), content, { flag: 'wx' })
    await rename(part, target)
  } catch (error) {
    await rm(part, { recursive: true, force: true })
    const { code, message } = error as NodeJS.ErrnoException
    const there = code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'ENOTDIR'
    throw new Problem('output', there ? 'is there already' : `cannot be written: ${code ?? message}`, {
      file: target,
    })
  }
}
