import { write } from 'node:fs'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { linksFrom } from './links.ts'

const named = new Map([
  ['/dev/stdin', 0],
  ['/dev/stdout', 1],
  ['/dev/stderr', 2],
])

/**
 * The open descriptor of this process that a path names: `/dev/stdout`, `/dev/fd/3`, `/proc/self/fd/3`, or a link to one.
 *
 * @returns undefined for every other path
 */
export async function descriptorOf(file: string): Promise<number | undefined> {
  for await (const at of linksFrom(resolve(file))) {
    const [, pid, digits] = /^\/(?:dev|proc\/(self|\d+))\/fd\/(\d{1,6})$/.exec(at) ?? []
    if (digits !== undefined && [undefined, 'self', `${process.pid}`].includes(pid)) return Number(digits)
    if (named.has(at)) return named.get(at)
  }
  return undefined
}

const writeSome = promisify(write)

/**
 * Writes all of some words to an open descriptor, where it stands: what was written there before and what others write behind
 * it stay. A full disk takes a part of them and fails with the next.
 */
export async function writeTo(descriptor: number, content: string | Uint8Array): Promise<void> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  for (let from = 0; from < bytes.length; ) {
    const { bytesWritten } = await writeSome(descriptor, bytes, from).catch(
      async (error: NodeJS.ErrnoException) => {
        // A pipe that does not wait is full.
        if (error.code !== 'EAGAIN') throw error
        await new Promise((done) => setTimeout(done, 5))
        return { bytesWritten: 0 }
      },
    )
    from += bytesWritten
  }
}
