import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Zip, ZipPassThrough } from 'fflate'

/** The first day that a zip file knows: the same files give the same bytes. */
const day = new Date(1980, 0, 1)

/**
 * The files of a folder as one zip file, piece by piece; hidden ones are left out. Most of them are packed already, and none
 * is packed again.
 *
 * @param folder its own files, none of a folder in it
 */
export async function* zipFolder(folder: string): AsyncGenerator<Uint8Array> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort()
  let pieces: Uint8Array[] = []
  let failure: Error | undefined
  const zip = new Zip((error, piece) => {
    if (error) failure = error
    else pieces.push(piece)
  })
  const take = () => {
    if (failure) throw failure
    const taken = pieces
    pieces = []
    return taken
  }
  for (const name of names) {
    const entry = new ZipPassThrough(name)
    entry.mtime = day
    zip.add(entry)
    for await (const piece of createReadStream(join(folder, name))) {
      entry.push(new Uint8Array(piece as Buffer))
      yield* take()
    }
    entry.push(new Uint8Array(0), true)
    yield* take()
  }
  zip.end()
  yield* take()
}
