import { citedAs } from '../cited-as.ts'
import { citationList } from '../section-words.ts'
import type { Cite, Library, TextKind } from '../types.ts'

/**
 * Where something stands, for a reader: `Llama 3.1, Section 2`; `Llama 2 to Llama 4, Sections 1.a, 6`;
 * `Llama 2 use policy, Recital “Meta is committed …”`.
 */
export function citationWords(
  library: Pick<Library, 'citations' | 'licenses'>,
  cites: readonly Cite[],
): string {
  const { licenses } = library
  const order = [...licenses.keys()]
  const cited = cites.map((cite) => ({
    ...cite,
    section: citedAs(library, cite.license, cite.document, cite.section),
  }))
  const bySection = grouped(cited, ({ document, section }) => `${document} ${section}`).map((same) => ({
    ...same[0]!,
    at: same.map(({ license }) => order.indexOf(license)).sort((a, b) => a - b),
  }))
  return grouped(bySection, ({ document, at }) => `${document} ${at}`)
    .map((same) => {
      const { at, document } = same[0]!
      const names = runsOf(at).map((run) => run.map((one) => licenses.get(order[one]!)?.name).join(' to '))
      const policy = document === 'agreement' ? '' : at.length === 1 ? ' use policy' : ' use policies'
      return `${names.join(', ')}${policy}, ${citationList(same.map(({ section }) => section))}`
    })
    .join('; ')
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return [...groups.values()]
}

/** First and last of each run of three or more neighbours; what is in none stands alone. */
function runsOf(places: number[]): number[][] {
  const runs: number[][] = []
  for (const place of places) {
    const run = runs.at(-1)
    if (run?.at(-1) === place - 1) run.push(place)
    else runs.push([place])
  }
  return runs.flatMap((run) => (run.length < 3 ? run.map((one) => [one]) : [[run[0]!, run.at(-1)!]]))
}

/** What a text of a license is called in a sentence. */
export function documentWords(document: TextKind): string {
  return document === 'agreement' ? 'agreement' : 'use policy'
}
