import { type Agreement, type Clause, clausesOf } from '../../agreement/index.ts'

/**
 * An agreement in which a table is one clause with the words of all its cells, so that tables answer tables: a cell
 * alone, `5 %`, would answer any other of the same words.
 */
export function folded(agreement: Agreement): { agreement: Agreement; tables: ReadonlyMap<string, Clause> } {
  const tables = new Map<string, Clause>()
  const fold = (clause: Clause): Clause => {
    if (clause.kind !== 'table') return { ...clause, children: clause.children.map(fold) }
    tables.set(clause.path, clause)
    const words = clausesOf({ ...agreement, children: [clause] }).map(({ text }) => text)
    return { ...clause, text: words.filter(Boolean).join(' '), children: [] }
  }
  // Nothing is copied where there is no table, which is nearly always.
  if (clausesOf(agreement).every(({ kind }) => kind !== 'table')) return { agreement, tables }
  return { agreement: { ...agreement, children: agreement.children.map(fold) }, tables }
}
