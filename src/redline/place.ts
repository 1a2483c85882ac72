import { type Agreement, type Clause, clausesOf } from '../agreement/index.ts'
import { endsOf, placesOfAnchor, wholeSection } from '../library/anchor.ts'
import { levelWords } from '../library/index.ts'
import type { Run } from '../library/match.ts'
import { Problem } from '../problem.ts'
import type { PlacedEdit, PositionEdit } from './types.ts'

/**
 * Finds the place of every edit's anchor in an agreement.
 *
 * @throws Problem `section` or `anchor` where one stands nowhere in its section, or more than once, with the
 *   candidates
 */
export function placeEdits(
  agreement: Agreement,
  license: string,
  edits: readonly PositionEdit[],
): PlacedEdit[] {
  const clauses = new Map(clausesOf(agreement).map((clause) => [clause.path, clause]))
  return edits.map((one) => {
    const { edit, position, level, own } = one
    const who = own
      ? `matter.clauses: ${position} under ${license}`
      : `${position} (${levelWords[level]}) under ${license}`
    const clause = clauses.get(edit.section)
    if (!clause) throw new Problem('section', `${who}: there is no section ${edit.section}`)
    if (edit.operation === 'add_clause') {
      return { ...one, path: clause.path, start: clause.text.length, end: clause.text.length }
    }
    if (edit.anchor === wholeSection && clause.children.length > 0) {
      const parts = clause.children.map(({ path }) => path).join(', ')
      throw new Problem('anchor', `${who}: section ${clause.path} has sections of its own: edit ${parts}`)
    }
    const places = placesOfAnchor(clause.text, edit.anchor)
    if (places.length !== 1) {
      const wrong = places.length === 0 ? noWhere(edit.anchor, clause, clauses) : tooOften(places, clause)
      throw new Problem('anchor', `${who}: section ${clause.path} ${wrong}`)
    }
    return { ...one, path: clause.path, ...places[0]! }
  })
}

function tooOften(places: Run[], { text }: Clause): string {
  const some = places.slice(0, 3).map(({ start, end }) => `“${around(text, start, end)}”`)
  return `has the anchor ${places.length} times, not once: ${some.join('; ')}. Quote more words`
}

/** A few words to the left and to the right, for a person to tell the places apart. */
function around(text: string, start: number, end: number): string {
  const left = /(?:\S+\s+){0,3}$/.exec(text.slice(0, start))![0]
  const right = /^\S*(?:\s+\S+){0,3}/.exec(text.slice(end))![0]
  return `${left}${text.slice(start, end)}${right}`
}

function noWhere(anchor: string, { path, text }: Clause, clauses: Map<string, Clause>): string {
  const elsewhere = [...clauses.values()].filter(
    (clause) => clause.path !== path && placesOfAnchor(clause.text, anchor).length > 0,
  )
  if (elsewhere.length > 0) {
    return `does not have “${anchor}”, which stands in ${elsewhere.map((clause) => clause.path).join(', ')}`
  }
  const words = (endsOf(anchor)?.[0] ?? anchor).split(/\s+/)
  for (let length = words.length - 1; length > 0; length -= 1) {
    const start = words.slice(0, length).join(' ')
    const [found] = placesOfAnchor(text, start)
    if (found) return `does not have “${anchor}”: it goes on “${around(text, found.start, found.end)}”`
  }
  return `does not have “${anchor}”`
}
