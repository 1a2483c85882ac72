import type { Pair, PairStatus } from '../types.ts'

/** How a status reads in a report. */
export interface StatusWords {
  name: string
  /** What it means, one short sentence. */
  means: string
}

/** Every status, in the order in which a summary counts them: what matters most first. */
export const statuses: Readonly<Record<PairStatus, StatusWords>> = {
  changed: { name: 'changed', means: 'Other words.' },
  added: { name: 'added', means: 'In the right text alone.' },
  removed: { name: 'removed', means: 'In the left text alone.' },
  cosmetic: {
    name: 'cosmetic',
    means:
      'Differs only in typography; between two texts of the library also in the version’s own name, dates and addresses.',
  },
  identical: { name: 'identical', means: 'The same words.' },
}

/** Statuses in that order. */
export const statusOrder = Object.keys(statuses) as PairStatus[]

/** What `moved` means, which stands beside a status. */
export const movedMeans = 'Stands at another place, whatever its status.'

/** `changed, moved, split`: the status of a pair and what stands beside it. */
export function statusWords({ status, moved, relation }: Pair): string[] {
  return [status, ...(moved ? ['moved'] : []), ...(relation ? [relation] : [])]
}

/** Whether a reader who wants the changes alone must see the pair. */
export function isChange({ status, moved }: Pick<Pair, 'status' | 'moved'>): boolean {
  return moved || (status !== 'identical' && status !== 'cosmetic')
}
