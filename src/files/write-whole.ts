import { constants, open } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { dirname } from 'node:path'
import { descriptorOf, writeTo } from './descriptor.ts'
import { openPart } from './part.ts'
import { placeOf } from './place.ts'
import { unwritable } from './unwritable.ts'

/** How a file is written. */
export interface WriteOptions {
  /** Permissions of a new file, less what the umask takes away; by default those of any program, 0o666. */
  mode?: number
  /** What to do where it may not be written there: `set CLAUSEBOOK_TEXTS to another`. */
  advice?: string
}

/**
 * Writes a file so that nobody ever sees half of it, and so that it is there after a power cut. A file that was there
 * keeps its permissions and its owner, and other names of it (hard links) keep the old words; a link is followed; a
 * pipe, a socket, a device and a descriptor of this process (`/dev/stdout`) take the words as they come. Two processes that write the same file at once leave one of
 * the two, whole.
 *
 * @throws Problem where it cannot be written; what was there before is there still, and nothing else
 * @example
 * await writeWhole('side-letter.md', markdown)
 */
export async function writeWhole(
  file: string,
  content: string | Uint8Array,
  { mode = 0o666, advice }: WriteOptions = {},
): Promise<void> {
  try {
    const descriptor = await descriptorOf(file)
    if (descriptor !== undefined) return await writeTo(descriptor, content)
    const place = await placeOf(file)
    if (place.kind === 'socket') return await send(file, content)
    if (place.kind !== 'file') return await pour(file, content)
    // What replaces a file is nobody's to read until it has that file's permissions.
    const part = await openPart(dirname(place.file), place.before ? 0o600 : mode)
    try {
      await part.write(content)
      await part.finish(place.file, place.before)
    } catch (error) {
      await part.discard()
      throw error
    }
  } catch (error) {
    throw unwritable(file, error, advice)
  }
}

/** Into a pipe or a device: without the flags that would make, replace or cut a file. */
async function pour(file: string, content: string | Uint8Array): Promise<void> {
  const handle = await open(file, constants.O_WRONLY | constants.O_NOCTTY)
  try {
    await handle.writeFile(content)
  } finally {
    await handle.close()
  }
}

function send(file: string, content: string | Uint8Array): Promise<void> {
  return new Promise((done, fail) => {
    const socket = createConnection(file)
    socket.once('error', fail)
    socket.once('connect', () => socket.end(content))
    socket.once('close', (failed) => {
      if (!failed) done()
    })
    // Whatever is answered is not for us, and must be read all the same for the socket to end.
    socket.resume()
  })
}
