import { withoutStop } from '../../in-words.ts'
import type { Library, License } from '../../library/index.ts'
import { narrowCite } from '../../matter/index.ts'

/** What licenses are silent on, told of those alone that are. */
export interface Silent {
  says: string
  /** Without its full stop, for a sentence that goes on. */
  clause: string
  cite: string
}

/** A silence of the licenses that have it, so that nothing is said of one that differs. */
export function silentOn(id: string, licenses: License[], library: Library): Silent | false {
  const silence = library.silences.find((one) => one.id === id)
  if (!silence) return false
  const { topic, fact, is, says } = silence
  const silent = licenses.filter((license) => {
    const term = library.terms.get(`${license.id}/${topic}`)
    return term?.absent === false && term.facts[fact] === is
  })
  if (silent.length === 0) return false
  return { says, clause: withoutStop(says), cite: narrowCite(silent, library, topic) }
}

/** The sections of the licenses that are silent on it; empty where none is. */
export function silenceCite(id: string, licenses: License[], library: Library): string {
  const silent = silentOn(id, licenses, library)
  return silent === false ? '' : silent.cite
}
