import type { Library } from '../library/index.ts'
import { licensesInUse, type Matter } from '../matter/index.ts'
import { Problem } from '../problem.ts'
import { requestedPositions } from './request.ts'

/** A position of a matter that cannot be taken. */
export interface WrongPosition {
  id: string
  reason: string
}

/**
 * The positions that a matter chooses by name and that are not there, or that none of its licenses gives occasion for.
 * Drafting leaves the latter out without a word; whoever checks the matter should hear of them.
 *
 * @example wrongPositions(readMatter(source, file), library)
 */
export function wrongPositions(matter: Matter, library: Library): WrongPosition[] {
  const licenses = licensesInUse(matter, library).map((id) => library.licenses.get(id)!)
  return Object.entries(matter.negotiation?.positions ?? {}).flatMap(([id, level]): WrongPosition[] => {
    if (library.positions.has(id) && (level === 'off' || level === 'unknown')) return []
    const reasons = licenses.map((license) => {
      try {
        requestedPositions([{ id }], license, library, matter)
        return undefined
      } catch (error) {
        if (error instanceof Problem) return error.message
        throw error
      }
    })
    const [reason] = reasons
    return reason !== undefined && !reasons.includes(undefined) ? [{ id, reason }] : []
  })
}
