import { listed } from '../../in-words.ts'
import type { Library, License } from '../../library/index.ts'
import { licensesInUse, type MatterUse } from '../../matter/index.ts'
import type { DraftInput } from './types.ts'

/**
 * The uses of which something holds, where it does not hold of all.
 *
 * @returns `notes and chatbot`; empty where the matter has one use, or it holds of each that goes on
 * @example
 * usesWhere(input, ({ matter }) => matter.domains?.includes('health') === true) // 'notes'
 */
export function usesWhere(
  { uses = [], library }: Pick<DraftInput, 'uses' | 'library'>,
  holds: (use: MatterUse) => boolean,
): string {
  const going = uses.filter(({ matter }) => licensesInUse(matter, library).length > 0)
  const having = going.filter(holds)
  return having.length === going.length ? '' : listed(having.map(({ name }) => name))
}

/** Whether a use has a model under one of the licenses. */
export function runsUnder({ matter }: MatterUse, licenses: readonly License[], library: Library): boolean {
  const own = licensesInUse(matter, library)
  return licenses.some(({ id }) => own.includes(id))
}
