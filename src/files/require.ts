import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Problem } from '../problem.ts'
import { unwritable } from './unwritable.ts'

/**
 * Says before the work is done that its result could not be written: nobody waits a minute to hear of a mistyped folder.
 *
 * @param target path of a file, or `-` for standard output
 * @param inputs files that are read for it: none of them is written over
 * @throws Problem where the folder is missing, the target is one, or it is one of the inputs
 */
export async function requireWritable(target: string, inputs: readonly string[] = []): Promise<void> {
  if (target === '-') return
  const folder = dirname(target)
  const [at, above] = await Promise.all([statOf(target), statOf(folder)])
  if (at?.isDirectory()) throw new Problem('write', 'is a folder: name a file in it', { file: target })
  if (!above) {
    throw new Problem('write', `cannot be written: there is no folder ${folder}, make it first`, {
      file: target,
    })
  }
  if (!above.isDirectory()) {
    throw new Problem('write', `cannot be written: ${folder} is not a folder`, { file: target })
  }
  // A name that is no file's, such as that of a license, is none of them.
  const read = at?.isFile()
    ? await Promise.all(inputs.map((input) => stat(input).catch(() => undefined)))
    : []
  if (read.some((input) => input?.dev === at?.dev && input?.ino === at?.ino)) {
    throw new Problem('write', 'is one of the files that are read: name another file to write', {
      file: target,
    })
  }
}

/**
 * Makes the folder that a command fills, where it is not there.
 *
 * @param mode permissions of what is made, less what the umask takes away
 * @throws Problem where a file stands in its place or it may not be made
 */
export async function requireFolder(folder: string, mode = 0o777, advice?: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode }).catch((error: unknown) => {
    throw unwritable(folder, error, advice)
  })
}

function statOf(path: string) {
  return stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
    throw unwritable(path, error)
  })
}
