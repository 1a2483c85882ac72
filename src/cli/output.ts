import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Problem } from '../problem.ts'
import { forgetUnfinished, rememberUnfinished } from './unfinished.ts'

/**
 * Writes a command's result: to standard output for `-`, else to the file, which appears whole or not at all.
 *
 * @param target path of the file, or `-`
 * @param content text (written as UTF-8) or bytes
 * @throws Problem where the file cannot be written: its folder is missing, it is a folder, the disk is full …
 * @example
 * await writeOutput(options.output ?? '-', markdown)
 */
export async function writeOutput(target: string, content: string | Uint8Array): Promise<void> {
  if (target === '-') return print(content)
  await requireWritable(target)
  const part = join(dirname(target), `.${basename(target)}.${randomUUID()}.part`)
  rememberUnfinished(part)
  try {
    const handle = await open(part, 'wx')
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(part, target)
  } catch (error) {
    await rm(part, { force: true })
    throw unwritable(target, error as NodeJS.ErrnoException)
  } finally {
    forgetUnfinished(part)
  }
}

/**
 * Says before the work is done that its result could not be written: nobody waits a minute to hear of a mistyped folder.
 *
 * @throws Problem where the folder is missing or the target is one
 */
export async function requireWritable(target: string): Promise<void> {
  if (target === '-') return
  const folder = dirname(target)
  const [at, above] = await Promise.all([statOf(target), statOf(folder)])
  if (at?.isDirectory()) throw new Problem('output', 'is a folder: name a file in it', { file: target })
  if (!above) {
    throw new Problem('output', `cannot be written: there is no folder ${folder}, make it first`, {
      file: target,
    })
  }
  if (!above.isDirectory()) {
    throw new Problem('output', `cannot be written: ${folder} is not a folder`, { file: target })
  }
}

/**
 * Makes the folder that a command fills, where it is not there.
 *
 * @throws Problem where a file stands in its place or it may not be made
 */
export async function requireFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw unwritable(folder, error)
  })
}

function print(content: string | Uint8Array): Promise<void> {
  return new Promise((done, fail) => {
    process.stdout.write(content, (error) => {
      // A closed pipe is for main.ts, which ends quietly.
      if (error && (error as NodeJS.ErrnoException).code !== 'EPIPE') fail(error)
      else done()
    })
  })
}

function statOf(path: string) {
  return stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
    throw unwritable(path, error)
  })
}

function unwritable(file: string, { code, message }: NodeJS.ErrnoException): Problem {
  const reasons: Record<string, string> = {
    ENOSPC: 'the disk is full',
    EDQUOT: 'the disk quota is used up',
    EACCES: 'its folder may not be written to',
    EPERM: 'its folder may not be written to',
    EROFS: 'its folder may only be read',
    EBUSY: 'another program has it open: close it there',
    ENOTDIR: 'a file is where its folder should be',
    EEXIST: 'a file is where the folder should be',
    ENAMETOOLONG: 'its name is too long',
  }
  return new Problem('output', `cannot be written: ${reasons[code ?? ''] ?? code ?? message}`, { file })
}

/**
 * A Word file on the screen helps nobody, and may confuse the terminal.
 *
 * @throws Problem where one would be written there
 */
export function refuseBytesOnTerminal(format: string, output: string): void {
  if (format !== 'docx' || output !== '-' || !process.stdout.isTTY) return
  throw new Problem('output', 'a Word file is not for the terminal: name one with --output FILE.docx')
}
