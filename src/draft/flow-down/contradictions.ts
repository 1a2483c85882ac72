import { withinSentence } from '../../in-words.ts'
import type { Library } from '../../library/index.ts'
import { evaluate, type Matter, narrowCite } from '../../matter/index.ts'
import { shortWhere } from '../document/memo-short-where.ts'
import { answersAgainst } from './answers.ts'
import { type AddendumForm, chooseFlowDowns, formOf } from './choose.ts'
import type { AddendumConflict } from './conflict.ts'
import { addendumSituations } from './situations.ts'

/**
 * What the facts say against an addendum: what it would state untruly or forbid although it is about it (`stops`), and what it
 * asks the vendor to change, or the texts leave open. A fact that nobody knows contradicts nothing.
 *
 * @throws Problem where the models of the addendum are not known, or its license allows research alone
 * @example
 * addendumConflicts(matter, library).filter(({ stops }) => stops).map(({ id }) => id) // ['vendor-in-union']
 */
export function addendumConflicts(
  matter: Matter,
  library: Library,
  form: AddendumForm = formOf(matter),
): AddendumConflict[] {
  const { licenses, situations } = addendumSituations(matter, library)
  const chosen = chooseFlowDowns(matter, library, form).filter((one) => one.in)
  const there = new Set(chosen.map(({ flowDown }) => flowDown.id))
  const under = (when: Record<string, unknown>) =>
    licenses.filter((_, at) => evaluate(when, situations[at]!).holds === true)
  const told = library.contradictions
    .filter(({ clauses }) => clauses.some((id) => there.has(id)))
    .flatMap(({ id, says, when, stops, fact, waysOut, cites }): AddendumConflict[] => {
      const where = under(when)
      return where.length === 0
        ? []
        : [{ id, reason: citedSays(says, where, cites, library), stops, fact, waysOut }]
    })
  // The rules of use restate the policy: what a license bars outright, they rule out.
  const barred = library.limits
    .filter(({ line, path }) => line !== undefined && path === 'not-usable')
    .flatMap(({ id, says, when, wayOut, cites }): AddendumConflict[] => {
      const where = under(when)
      if (where.length === 0) return []
      const reason = `${citedSays(says, where, cites, library)}; the addendum rules that use out`
      const other = licenses.length > where.length ? ['keep that use to a model whose license allows it'] : []
      return [
        {
          id,
          reason,
          stops: true,
          fact: 'sensitive_uses',
          waysOut: [withinSentence(wayOut.replace(/\.$/, '')), ...other],
        },
      ]
    })
  return [...told, ...barred, ...answersAgainst(chosen, matter)]
}

/** A sentence with the sections of the licenses for which it holds: `… (Llama 3.1 agreement, 1.b.i)`. */
export function citedSays(says: string, ids: string[], cites: { topic: string }[], library: Library): string {
  const licenses = ids.map((id) => library.licenses.get(id)).filter((one) => one !== undefined)
  const topics = cites.map(({ topic }) => topic)
  const where = topics.length === 0 ? '' : shortWhere(narrowCite(licenses, library, ...topics))
  return where === '' ? says : `${says} (${where})`
}

/** `… Way out: take a text model; or take another vendor.` */
export function conflictLine({ reason, waysOut }: AddendumConflict): string {
  return `${reason}. Way out: ${waysOut.join('; or ')}.`
}
