import { readlink } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

/** Links that lead on to links, at most: what Linux follows. */
const mostLinks = 40

/**
 * A path, and where each link leads that stands there: the last one is no link, and may not be there.
 *
 * @throws Error `ELOOP` where links lead on and on
 */
export async function* linksFrom(file: string): AsyncGenerator<string> {
  let at = file
  for (let links = 0; links < mostLinks; links += 1) {
    yield at
    const next = await readlink(at).catch(() => undefined)
    if (next === undefined) return
    at = resolve(dirname(at), next)
  }
  throw Object.assign(new Error('ELOOP'), { code: 'ELOOP' })
}
