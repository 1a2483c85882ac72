import type { Matter } from '../../matter/index.ts'
import { markingFor } from '../../matter/index.ts'
import { type ChosenPosition, commentsOf } from '../../redline/index.ts'
import { today } from '../../today.ts'
import type { Look } from '../reference/look.ts'
import type { RedlineFileOptions } from './redline.ts'

/** How a redline is made. */
export interface RedlineMaking {
  /** Whether it holds what the other side must not read. */
  internal?: boolean
  /** Whether it goes to the other side: it is then the client's, and says nothing of us. */
  outbound?: boolean
  /** Whether Word lets whoever opens it make tracked changes alone. */
  protect?: boolean
  author?: string
  /** ISO date. */
  date?: string
  /** How a Word file looks, where a firm says so. */
  look?: Look
}

/**
 * What the file of a redline carries: who made the changes and when, the remark on each position, and its paper. What
 * is not said is the matter's, and the date today's.
 */
export function redlineFileOptions(
  chosen: readonly ChosenPosition[],
  matter: Pick<Matter, 'document' | 'client'> | undefined,
  { internal = false, outbound = false, protect = false, author, date, look }: RedlineMaking = {},
): RedlineFileOptions {
  const { document, client } = matter ?? {}
  const paper = document?.paper
  const nobody = outbound ? (client?.name ?? 'Licensee') : 'Clausebook'
  return {
    author: author ?? document?.author ?? nobody,
    date: date ?? document?.date ?? today(),
    comments: commentsOf(chosen, { internal }).map(({ position, title, text: words }) => ({
      position,
      text: [title, ...words],
    })),
    ...(outbound ? { status: document?.status ?? 'Subject to contract' } : {}),
    ...(protect ? { protect } : {}),
    ...(look ? { look } : {}),
    ...(internal ? { marking: markingFor(document) } : {}),
    ...(paper === 'A4' || paper === 'Letter' ? { paper } : {}),
  }
}
