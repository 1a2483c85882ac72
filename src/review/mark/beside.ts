import type { Row } from './rows.ts'
import type { AskedClause, AskedPaper } from './types.ts'

/** What the clauses that are put in refer to and nobody judges: the list of models, the rules of use, the contacts. */
export function neededBeside({ clauses, definitions }: AskedPaper, inserted: readonly Row[]): AskedClause[] {
  const needed = new Set<string>()
  const owners = ownersIn({ clauses })
  let more: AskedClause[] = inserted.flatMap(({ flowDown }) => clauses.get(flowDown.id) ?? [])
  while (more.length > 0) {
    const targets = more
      .flatMap(({ paragraphs }) => paragraphs.flatMap(({ words, items }) => [...words, ...items.flat()]))
      .concat(definitions.flatMap(({ words }) => words))
      .flatMap((one) => (typeof one === 'string' ? [] : [owners.get(one.target)?.id ?? '']))
    const fresh = [...new Set(targets)].filter((id) => beside.has(id) && clauses.has(id) && !needed.has(id))
    for (const id of fresh) needed.add(id)
    more = fresh.flatMap((id) => clauses.get(id) ?? [])
  }
  return [...clauses.values()].filter(({ id }) => needed.has(id))
}

/** Clauses of an addendum that are no flow-downs and to which flow-downs refer. */
const beside = new Set(['models', 'policy', 'contacts', 'responsibilities'])

/** By each name that a reference may have, the clause that it is in, and the paragraph. */
export function ownersIn({ clauses }: Pick<AskedPaper, 'clauses'>): Map<string, { id: string; at?: number }> {
  return new Map(
    [...clauses.values()].flatMap(({ id, paragraphs }): [string, { id: string; at?: number }][] => [
      [id, { id }],
      ...paragraphs.flatMap((one, at): [string, { id: string; at: number }][] =>
        one.id === '' ? [] : [[one.id, { id, at }]],
      ),
    ]),
  )
}
