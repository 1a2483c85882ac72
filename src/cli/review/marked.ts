import type { Agreement } from '../../agreement/index.ts'
import { loadTemplates, withTemplatesOf } from '../../draft/index.ts'
import type { Level, Library } from '../../library/index.ts'
import type { Matter } from '../../matter/index.ts'
import { Problem } from '../../problem.ts'
import type { Review } from '../../review/index.ts'
import { type MarkPlan, markAuthor, markWord, riderOf } from '../../review/mark.ts'
import { today } from '../../today.ts'
import { aboutFile, isWordFile, readWordFile } from '../word/files.ts'
import { lookOf } from '../word/look.ts'

/** What goes back is made with. */
export interface MarkingOptions {
  matter: Matter
  library: Library
  level?: Level
  only?: readonly string[]
  commentOnly?: true
  author?: string
  date?: string
}

/**
 * What goes back, and the review with what was done for each row: their Word file marked up, or of another file a rider.
 *
 * @throws Problem where a flow-down that is named is not judged, or the file cannot be marked up
 */
export async function markedPaper(
  incoming: string,
  { name, agreement }: { name: string; agreement: Agreement },
  review: Review,
  { matter, library, level, only, commentOnly, author, date }: MarkingOptions,
): Promise<{ bytes: Uint8Array; review: Review }> {
  requireJudged(only ?? [], review)
  const by = markAuthor(matter, {
    ...(author !== undefined && { author }),
    ...(date !== undefined && { date }),
    today: today(),
  })
  const input = {
    review,
    matter,
    library,
    templates: withTemplatesOf(await loadTemplates(), library.house),
    ...(level && { level }),
    ...(only && { only: new Set(only) }),
    ...(commentOnly && { commentOnly }),
  }
  if (isWordFile(incoming)) {
    const theirs = await readWordFile(incoming)
    const { bytes, plan } = aboutFile(incoming, () => markWord(theirs, input, by))
    return { bytes, review: withProposals(review, plan) }
  }
  const { document: rider, plan } = riderOf(name, { ...input, agreement }, by)
  const look = await lookOf(undefined, 'docx', library.house)
  const { draftToDocx } = await import('../../word/index.ts')
  return { bytes: await draftToDocx(rider, look), review: withProposals(review, plan) }
}

function withProposals(review: Review, { proposals }: MarkPlan): Review {
  const rows = review.rows.map((row) => {
    const proposed = proposals.get(row.flowDown)
    return proposed ? { ...row, proposed } : row
  })
  return { ...review, rows }
}

function requireJudged(ids: readonly string[], { rows }: Review): void {
  const known = new Set(rows.map(({ flowDown }) => flowDown))
  const unknown = ids.find((id) => !known.has(id))
  if (unknown === undefined) return
  throw new Problem(
    'flow-down',
    `the review judges no flow-down ${unknown}: it judges ${[...known].join(', ')}`,
  )
}
