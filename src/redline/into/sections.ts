import { type Agreement, type Clause, clausesOf } from '../../agreement/index.ts'
import { compare } from '../../compare/index.ts'
import { placesOfAnchor, wholeSection } from '../../library/anchor.ts'
import type { PositionEdit } from '../types.ts'

/** An edit at the clause of somebody's version that answers the official one; or why there is none. */
export type Answered = { edit: PositionEdit } | { missing: string }

/**
 * Finds for edits of an official text the clauses of another version of it: those that a comparison finds to answer one
 * another, whatever they are numbered, and of these the one that has the anchor's words.
 *
 * @param official the text that the edits were written for
 * @param theirs the version that is to be marked up
 */
export function answeringSections(official: Agreement, theirs: Agreement): (edit: PositionEdit) => Answered {
  const side = (id: string) => ({ id, title: id, sha256: '' })
  const { pairs } = compare(official, theirs, { left: side('official'), right: side('theirs') })
  const clauses = new Map(clausesOf(theirs).map((clause) => [clause.path, clause]))
  const answers = new Map<string, Set<string>>()
  for (const { left, right } of pairs) {
    if (!left || !right) continue
    answers.set(left.path, (answers.get(left.path) ?? new Set()).add(right.path))
  }
  return (one) => {
    const { section, operation, anchor } = one.edit
    const found = [...(answers.get(section) ?? [])].flatMap((path) => clauses.get(path) ?? [])
    if (found.length === 0) return { missing: `nothing in it answers Section ${section}` }
    const fits = (clause: Clause) =>
      operation === 'add_clause' ||
      anchor === wholeSection ||
      placesOfAnchor(clause.text, anchor).length === 1
    const whole = operation === 'add_clause' || anchor === wholeSection
    const clause = whole && found.length > 1 ? undefined : found.find(fits)
    if (!clause) {
      const where = found.map(({ citation }) => citation).join(', ')
      return {
        missing: whole
          ? `Section ${section} has become several of it (${where})`
          : `its ${where} does not have the words “${anchor}” of Section ${section}`,
      }
    }
    return { edit: { ...one, edit: { ...one.edit, section: clause.path } } }
  }
}
