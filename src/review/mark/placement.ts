import type { Row } from './rows.ts'
import type { Sites } from './sites.ts'
import { bodyOf } from './their-sentences.ts'

/** Which clauses are put where theirs stood, which beside theirs, and which in a section of our own. */
export function placeInsertions(inserted: readonly Row[], rows: readonly Row[], sites: Sites): void {
  for (const one of inserted) {
    const { clause, contrary } = one
    if (!clause) {
      const neighbour = neighbourOf(one, rows)
      one.site = neighbour?.clause && sites.beside(neighbour.clause.path)
      continue
    }
    const alone = rows.every((other) => other === one || !other.row.paths.includes(clause.path))
    const span = { clause, start: bodyOf(clause).start, end: clause.text.length }
    const runs = contrary.some((each) => each.whole && each.span?.clause === clause)
    const struck = contrary.filter((each) => each.span?.clause === clause)
    const nothingLeft =
      struck.reduce((sum, each) => sum + each.span!.end - each.span!.start, 0) >=
      span.end - span.start - struck.length
    if (
      runs &&
      (alone || nothingLeft) &&
      clause.children.length === 0 &&
      clause.label !== '' &&
      one.canStrike(span)
    ) {
      one.instead = span
      one.site = {
        after: clause,
        like: clause,
        label: clause.label,
        citation: clause.citation,
        between: false,
        headed: clause.heading !== undefined,
      }
      // What ran against it elsewhere in the clause goes with it.
      one.contrary = contrary.map((each) => (each.span?.clause === clause ? { ...each, span } : each))
    } else one.site = sites.beside(clause.path)
  }
}

/** Of a clause that is missing, the one of theirs on the subject that a contract has it with. */
function neighbourOf({ flowDown }: Row, rows: readonly Row[]): Row | undefined {
  if (flowDown.coveredBy === undefined) return undefined
  return rows.find((other) => other.clause && other.flowDown.coveredBy === flowDown.coveredBy)
}
