import { join } from 'node:path'
import { type Clause, clausesOf } from '../../../agreement/index.ts'
import type { Term } from '../../types.ts'
import type { CheckRule } from '../types.ts'

export const coverage: CheckRule = {
  id: 'coverage',
  proves: 'every clause of every text is taken by a topic',
  needsTexts: true,
  run({ library, textOf, reader, report }) {
    for (const license of library.licenses.values()) {
      for (const document of ['agreement', 'use-policy'] as const) {
        const text = textOf(license, document)
        if (!text) continue
        const terms = [...library.terms.values()].filter(
          (term): term is Term => !term.absent && term.license === license.id && term.document === document,
        )
        const taken = new Set(terms.flatMap(({ sections }) => sections))
        for (const path of uncovered(clausesOf(text.agreement), taken)) {
          report(
            'coverage',
            `no topic takes ${path.path} of the ${document} (“${path.text.slice(0, 60)}…”): add it to the sections of the term that answers it`,
            { file: join(reader.folder.folder, 'licenses', license.id, 'license.yaml') },
          )
        }
      }
    }
  },
}

/** Clauses and enumerations that no topic takes. */
function uncovered(clauses: Clause[], taken: ReadonlySet<string>): { path: string; text: string }[] {
  return clauses.flatMap((clause) => {
    const itemsTaken = clause.items.filter(({ path }) => taken.has(path))
    // Where topics divide an enumeration among them, each of its entries needs one.
    const left =
      itemsTaken.length > 0 && !taken.has(clause.path)
        ? clause.items.filter((item) => !taken.has(item.path))
        : []
    if (left.length > 0)
      return left.map(({ path, start, end }) => ({ path, text: clause.text.slice(start, end) }))
    if (taken.has(clause.path) || itemsTaken.length > 0 || isStructural(clause)) return []
    return [{ path: clause.path, text: clause.text }]
  })
}

/** A heading with nothing under its own name: it orders the text and says nothing. */
function isStructural({ kind, text, heading }: Clause): boolean {
  if (kind === 'heading') return true
  return (
    kind === 'section' && heading !== undefined && text.replace(/\W+$/, '') === heading.replace(/\W+$/, '')
  )
}
