import { Problem } from '../problem.ts'
import type { AddendumConflict } from './flow-down/conflict.ts'
import { conflictLine } from './flow-down/contradictions.ts'
import { listNote } from './list-note.ts'
import type { NoteNode } from './types.ts'

/**
 * A document that says what the facts of its matter deny is not drafted, unless what denies it is to stand in it as a note;
 * a final one never is.
 *
 * @throws Problem `contradiction`, with what to do
 */
export function requireNoConflict(
  conflicts: readonly AddendumConflict[],
  { allowConflicts = false, final = false }: { allowConflicts?: boolean; final?: boolean },
): void {
  const [first, ...more] = conflicts.filter(({ stops }) => stops)
  if (!first || (allowConflicts && !final)) return
  const others = more.map((one) => ` Also: ${conflictLine(one)}`).join('')
  const last = final
    ? ' No final document is made of facts that deny it.'
    : ' Or draft it with a note of this, by allowing conflicts (--allow-conflicts).'
  throw new Problem('contradiction', `the facts contradict it: ${conflictLine(first)}${others}${last}`, {
    fact: first.fact,
  })
}

/** What the facts say against the paper, set apart in it and taken out before signature. */
export function conflictNote(conflicts: readonly AddendumConflict[]): NoteNode | undefined {
  if (conflicts.length === 0) return undefined
  // What stops a draft comes first.
  const told = [...conflicts].sort((one, other) => Number(other.stops) - Number(one.stops))
  return listNote(
    'To settle before it leaves: what the facts say against it',
    told.map((conflict) => `${conflict.stops ? 'Contradiction: ' : ''}${conflictLine(conflict)}`),
  )
}
