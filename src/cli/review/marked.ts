import { loadTemplates, withTemplatesOf } from '../../draft/index.ts'
import type { Level, Library } from '../../library/index.ts'
import type { Matter } from '../../matter/index.ts'
import { Problem } from '../../problem.ts'
import type { Review } from '../../review/index.ts'
import { markWord } from '../../review/mark.ts'
import { today } from '../../today.ts'
import { aboutFile, readWordFile } from '../word/files.ts'

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
 * Their file marked up, and the review with what was done for each row.
 *
 * @throws Problem where a flow-down that is named is not judged, or the file cannot be marked up
 */
export async function markedPaper(
  incoming: string,
  review: Review,
  { matter, library, level, only, commentOnly, author, date }: MarkingOptions,
): Promise<{ bytes: Uint8Array; review: Review }> {
  requireJudged(only ?? [], review)
  const templates = await loadTemplates()
  const { document, client } = matter
  const { bytes, plan } = await readWordFile(incoming).then((theirs) =>
    aboutFile(incoming, () =>
      markWord(
        theirs,
        {
          review,
          matter,
          library,
          templates: withTemplatesOf(templates, library.house),
          ...(level && { level }),
          ...(only && { only: new Set(only) }),
          ...(commentOnly && { commentOnly }),
        },
        {
          author: author ?? document?.author ?? client?.name ?? 'Clausebook',
          date: date ?? document?.date ?? today(),
        },
      ),
    ),
  )
  const rows = review.rows.map((row) => {
    const proposed = plan.proposals.get(row.flowDown)
    return proposed ? { ...row, proposed } : row
  })
  return { bytes, review: { ...review, rows } }
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
