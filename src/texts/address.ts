import type { Pin } from '../library/types.ts'
import { Problem } from '../problem.ts'

/** Where the public repositories serve their files. */
const publicBase = 'https://raw.githubusercontent.com'

/**
 * Where the texts are fetched from: `CLAUSEBOOK_TEXTS_URL` for a mirror, which has the same paths, or the public
 * repositories.
 *
 * @throws Problem where it is no web address
 */
export function textsBase(env: NodeJS.ProcessEnv = process.env): string {
  const base = env.CLAUSEBOOK_TEXTS_URL || publicBase
  if (!/^https?:\/\//i.test(base) || !URL.canParse(base)) {
    throw new Problem(
      'texts-url',
      `CLAUSEBOOK_TEXTS_URL is ${base}: it must be an address that starts with https://`,
    )
  }
  return base.replace(/\/+$/, '')
}

/**
 * Address of a pinned file, `BASE/owner/name/commit/path`.
 *
 * @param revision the pin's commit, or `HEAD` for the default branch, to see what stands there today
 */
export function addressOf(pin: Pin, base: string, revision = pin.commit): string {
  const path = pin.path.split('/').map(encodeURIComponent).join('/')
  return `${base}/${pin.repository}/${revision}/${path}`
}
