import type { SignIns } from '../../../store/index.ts'
import { openSessions, sessionWords } from '../session.ts'

/**
 * Sign-ins without a database: cookies that are signed with what every server of the same sign-on knows. One that was ended is
 * refused by the server that ended it.
 */
export function signedSignIns(clientSecret: string): SignIns {
  const sessions = openSessions(clientSecret, () => Date.now())
  return {
    words: sessionWords,
    begin: async (name) => sessions.begin(name).cookie,
    async find(word) {
      const session = sessions.find(word)
      return session && { name: session.name }
    },
    async end(word) {
      const session = sessions.find(word)
      if (session) sessions.end(session)
    },
  }
}
