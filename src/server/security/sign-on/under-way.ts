import type { Request } from 'express'
import { cookiesOf } from '../cookies.ts'
import { wayBack } from './way-back.ts'

/** Somebody who was sent to the sign-on and has not come back yet. His browser keeps it, so that strangers make us keep nothing. */
export interface UnderWay {
  /** Comes back with him, and says which of several it is. */
  state: string
  /** Stands in what the sign-on says of him, so that it says it of this sign-in. */
  nonce: string
  /** Shows that whoever asks who he is sent him there (PKCE, RFC 7636). */
  verifier: string
  /** The page that he was on. */
  to: string
}

/** How long one may take over there, in milliseconds. */
export const underWayTime = 10 * 60 * 1000

/** Of more, which nobody came back from, the oldest are forgotten: a request has only so much room. */
const most = 5

/** Each has a cookie of its own, so that several pages that are opened at once all come back. */
export function underWayCookies(prefix: string) {
  const nameOf = (state: string) => `${prefix}-${state.slice(0, 16)}`
  return {
    nameOf,
    valueOf: ({ state, nonce, verifier, to }: UnderWay) =>
      [state, nonce, verifier, Buffer.from(to).toString('base64url')].join('.'),
    /** @returns undefined where nobody was sent away from here with that state, or it took too long */
    find(request: Request, state: unknown): UnderWay | undefined {
      if (typeof state !== 'string') return undefined
      const [kept] = cookiesOf(request).filter(
        ({ name, value }) => name === nameOf(state) && value.split('.')[0] === state,
      )
      const [, nonce = '', verifier = '', to = ''] = kept?.value.split('.') ?? []
      return kept && { state, nonce, verifier, to: wayBack(Buffer.from(to, 'base64url').toString()) }
    },
    /** Names of those to be forgotten as one more begins. */
    tooMany: (request: Request) =>
      cookiesOf(request)
        .map(({ name }) => name)
        .filter((name) => name.startsWith(`${prefix}-`))
        .slice(0, -(most - 1)),
  }
}
