import type { Absence, Stands, Term } from '../../library/index.ts'

/** How a license stands to a topic, in a word and for a style. */
export interface Standing {
  id: Stands['is']
  word: string
}

/** The weight of a topic that may decide everything. */
export const heaviest = 5

/**
 * What a term lets the licensee do: it can, it can if a condition is met, it must, it cannot; or the license is silent.
 * What Meta may or must do says so.
 */
export function standingOf(term: Term | Absence | undefined): Standing {
  if (term?.stands) return { id: term.stands.is, word: term.stands.word }
  if (term === undefined || term.absent) return { id: 'silent', word: 'silent' }
  const meta = term.who === 'meta'
  switch (term.modality) {
    case 'grant':
      return { id: 'can', word: 'can' }
    case 'duty':
    case 'allocation':
      return meta ? { id: 'says', word: 'Meta must' } : { id: 'must', word: 'must' }
    case 'prohibition':
      return { id: 'cannot', word: 'cannot' }
    case 'condition':
      return meta ? { id: 'says', word: 'Meta can' } : { id: 'if', word: 'can, if' }
    default:
      return { id: 'says', word: 'says' }
  }
}

/** What several topics come to in one cell: a license that speaks of one is not silent; different words stand side by side. */
export function standingOfAll(terms: readonly (Term | Absence | undefined)[]): Standing {
  const all = terms.map(standingOf)
  const told = all.filter(({ id }) => id !== 'silent')
  const words = [...new Set(told.map(({ word }) => word))].sort((a, b) => a.length - b.length)
  return told.length === 0 ? all[0]! : { id: told[0]!.id, word: words.join('; ') }
}
