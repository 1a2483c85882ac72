import type { License } from '../../library/index.ts'
import type { Matter } from '../../matter/index.ts'
import { markingFor } from '../../matter/index.ts'
import { type ChosenPosition, commentsOf } from '../../redline/index.ts'
import type { RedlineFileOptions } from './redline.ts'

/**
 * What the file of a redline carries: who made the changes and when, the remark on each position, and its paper. What
 * is not said is the matter's; the date is then the license's, so that the same matter gives the same file on every day.
 *
 * @param internal whether it holds what the other side must not read
 */
export function redlineFileOptions(
  chosen: readonly ChosenPosition[],
  license: License,
  document: Matter['document'],
  { internal = false, author, date }: { internal?: boolean; author?: string; date?: string } = {},
): RedlineFileOptions {
  const paper = document?.paper
  return {
    author: author ?? document?.author ?? 'Clausebook',
    date: date ?? document?.date ?? license.released ?? new Date().toISOString().slice(0, 10),
    comments: commentsOf(chosen, { internal }).map(({ position, title, text: words }) => ({
      position,
      text: [title, ...words],
    })),
    ...(internal ? { marking: markingFor(document) } : {}),
    ...(paper === 'A4' || paper === 'Letter' ? { paper } : {}),
  }
}
