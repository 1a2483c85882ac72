import { type CoherencePaper, paperOf } from '../coherence/index.ts'
import type { AmendedLicense, Redline } from './types.ts'

/** A license as it reads with the positions made, for the check of the whole. */
export function paperOfRedline(redline: Redline, license: string): CoherencePaper {
  const ours = new Map(
    redline.clauses.map(({ path, pieces }) => [
      path,
      pieces
        .filter(({ op }) => op === 'insert')
        .map(({ text }) => text.trim())
        .join('\n'),
    ]),
  )
  return paperOf(redline.after, license, { amended: true, client: ['you', 'your', 'Licensee'], ours })
}

/** Those of a deal whose texts are here. */
export function papersOfDeal(deal: readonly AmendedLicense[]): CoherencePaper[] {
  return deal.flatMap(({ license, redline }) => (redline ? [paperOfRedline(redline, license)] : []))
}
