import { type Agreement, type Clause, clausesOf } from '../agreement/index.ts'

/** Clauses and enumerations that no topic takes. */
export function uncovered(
  agreement: Agreement,
  taken: ReadonlySet<string>,
): { path: string; text: string; clause: Clause }[] {
  return clausesOf(agreement).flatMap((clause) => {
    const itemsTaken = clause.items.filter(({ path }) => taken.has(path))
    // Where topics divide an enumeration among them, each of its entries needs one.
    const left =
      itemsTaken.length > 0 && !taken.has(clause.path)
        ? clause.items.filter((item) => !taken.has(item.path))
        : []
    if (left.length > 0)
      return left.map(({ path, start, end }) => ({ path, text: clause.text.slice(start, end), clause }))
    if (taken.has(clause.path) || itemsTaken.length > 0 || isStructural(clause)) return []
    return [{ path: clause.path, text: clause.text, clause }]
  })
}

/** A heading with nothing under its own name: it orders the text and says nothing. */
function isStructural({ kind, text, heading }: Clause): boolean {
  if (kind === 'heading') return true
  return (
    kind === 'section' && heading !== undefined && text.replace(/\W+$/, '') === heading.replace(/\W+$/, '')
  )
}
