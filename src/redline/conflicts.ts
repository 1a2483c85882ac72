import type { Agreement } from '../agreement/index.ts'
import { clausesOf } from '../agreement/index.ts'
import { levelWords } from '../library/index.ts'
import { Problem } from '../problem.ts'
import { isSentence, printedWords } from './edit-words.ts'
import type { Conflict, PlacedEdit, PositionEdit } from './types.ts'

/**
 * Edits that cannot both be made: one changes words that the other changes too or holds on to, or both put words at
 * the same place. Whole sentences may follow one another there.
 */
export function conflictsIn(agreement: Agreement, edits: readonly PlacedEdit[]): Conflict[] {
  const conflicts: Conflict[] = []
  const texts = new Map(clausesOf(agreement).map(({ path, text }) => [path, text]))
  edits.forEach((one, index) => {
    for (const other of edits.slice(index + 1)) {
      const run = one.path === other.path ? clash(one, other) : undefined
      if (!run) continue
      const words = texts.get(one.path)!.slice(run.start, run.end)
      conflicts.push({ edits: [one, other], section: one.path, words })
    }
  })
  return conflicts
}

/** The words over which two edits of one clause clash. */
function clash(one: PlacedEdit, other: PlacedEdit): { start: number; end: number } | undefined {
  if ([one, other].some(({ edit }) => edit.operation === 'add_clause')) return undefined
  const start = Math.max(one.start, other.start)
  const end = Math.min(one.end, other.end)
  if (changes(one) || changes(other)) return start < end ? { start, end } : undefined
  const alone = [one, other].every(({ edit }) => isSentence(printedWords(edit.text)))
  return pointOf(one) === pointOf(other) && !alone ? { start, end: Math.max(end, start) } : undefined
}

function changes({ edit }: PlacedEdit): boolean {
  return edit.operation === 'replace' || edit.operation === 'delete'
}

function pointOf({ edit, start, end }: PlacedEdit): number {
  return edit.operation === 'insert_before' ? start : end
}

/**
 * @throws Problem `conflict` that names both positions, the section and the words
 */
export function requireNoConflict(license: string, [first]: readonly Conflict[]): void {
  if (!first) return
  const [one, other] = first.edits
  const what = first.words === '' ? 'the same place' : `“${shortened(first.words)}”`
  const where = `in section ${first.section} of ${license}`
  if (one.position === other.position) {
    throw new Problem('conflict', `${named(one)} changes ${what} twice ${where}: mend the position`)
  }
  throw new Problem(
    'conflict',
    `${named(one)} and ${named(other)} both change ${what} ${where}: choose another level of one, or leave it out with “${other.position}: off” under negotiation.positions`,
  )
}

function named({ position, level }: PositionEdit): string {
  return `${position} (${levelWords[level]})`
}

function shortened(words: string): string {
  const list = words.split(' ')
  return list.length <= 12 ? words : `${list.slice(0, 6).join(' ')} … ${list.slice(-4).join(' ')}`
}
