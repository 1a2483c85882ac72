import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Somebody who gave the token. */
export interface Session {
  /** Nobody can guess it. */
  id: string
  /** What he calls himself. */
  name: string
  /** When he must sign in again, in milliseconds since 1970. */
  until: number
}

/**
 * Sessions in signed cookies: every server that knows the token knows its sessions, also after it was started anew. One
 * that was ended is refused by the server that ended it until it would have ended by itself.
 */
export interface Sessions {
  begin(name: string): { session: Session; cookie: string }
  /** @returns undefined where the cookie is not ours, or its session has ended */
  find(cookie: string): Session | undefined
  end(session: Session): void
}

/** What every such cookie looks like. */
export const sessionWords = /^[\w-]{1,1000}\.[\w-]{43}$/

/** A working day. */
export const sessionTime = 12 * 60 * 60 * 1000

export function openSessions(token: string, now: () => number = Date.now): Sessions {
  const key = createHmac('sha256', token).update('clausebook sessions').digest()
  const signatureOf = (words: string) => createHmac('sha256', key).update(words).digest('base64url')
  const ended = new Map<string, number>()
  return {
    begin(name) {
      const session = { id: randomBytes(16).toString('hex'), name, until: now() + sessionTime }
      const words = Buffer.from(JSON.stringify(session)).toString('base64url')
      return { session, cookie: `${words}.${signatureOf(words)}` }
    },
    find(cookie) {
      const [words = '', signature = ''] = cookie.split('.')
      if (!same(signature, signatureOf(words))) return undefined
      const session: Session = JSON.parse(Buffer.from(words, 'base64url').toString())
      return session.until > now() && !ended.has(session.id) ? session : undefined
    },
    end({ id, until }) {
      for (const [old, time] of ended) if (time <= now()) ended.delete(old)
      ended.set(id, until)
    },
  }
}

/** Whether two secrets are the same, in a time that tells nothing of where they differ. */
export function same(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
}
