import type { Library } from '../library/index.ts'
import { factsOfAssessment, factsReadBy, matterFields, type ToDecide } from '../matter/index.ts'
import { negotiationReads } from '../redline/index.ts'
import type { DocumentKind } from './document/types.ts'

/** What every document hangs on: its header, its date and whose look it has. */
export const ofEveryDocument = [
  'document.author',
  'document.date',
  'document.version',
  'document.status',
  'document.paper',
  'document.language',
  'document.date_style',
  'house',
]

/**
 * The facts of a matter that a document reads: those that it names, and those that the conditions read by which it judges.
 * Groups and lists above a fact are in.
 *
 * @returns paths as `matterFields` has them: `client`, `client.affiliates`, `client.affiliates[].name`
 * @example
 * neededFacts(documentOf('notice'), library).has('weights_recipients') // true
 */
export function neededFacts(
  { needs, reads, negotiates }: Pick<DocumentKind, 'needs' | 'reads' | 'negotiates'>,
  library: Library,
): Set<string> {
  const leaves = new Set([
    ...needs,
    ...ofEveryDocument,
    ...factsReadBy(library, reads.judges ?? []),
    ...factsOfAssessment(library, reads.assessment ?? []),
    ...(negotiates ? [...negotiationReads, ...factsReadBy(library, ['positions', 'risks'])] : []),
  ])
  return withAbove(leaves)
}

/**
 * The facts that a document prints, and its author and date: who fills its form is asked for them, whatever is decided.
 *
 * @returns paths as `matterFields` has them, groups and lists above them among them
 */
export function printedFacts({ needs }: Pick<DocumentKind, 'needs'>): Set<string> {
  return withAbove(new Set([...needs, 'document.author', 'document.date']))
}

/** By what a document judges a matter: a fact on which none of it hangs need not be asked for. */
export function decidedBy({ reads, negotiates }: Pick<DocumentKind, 'reads' | 'negotiates'>): ToDecide {
  const { assessment = [], judges = [] } = reads
  return { assessment, judges: [...judges, ...(negotiates ? (['positions', 'risks'] as const) : [])] }
}

function withAbove(leaves: ReadonlySet<string>): Set<string> {
  const all = matterFields().map(({ path }) => path)
  const above = (path: string) => [...leaves].some((leaf) => isBelow(leaf, path))
  return new Set(all.filter((path) => leaves.has(path) || above(path)))
}

/** `client.affiliates[].name` is below `client.affiliates` and `client`. */
function isBelow(path: string, group: string): boolean {
  return path.startsWith(`${group}.`) || path.startsWith(`${group}[].`)
}
