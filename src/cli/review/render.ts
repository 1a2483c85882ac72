import type { DraftDocument } from '../../draft/index.ts'
import type { ReviewFormat } from '../../formats.ts'
import type { Library } from '../../library/index.ts'
import { isPrivileged, type Matter } from '../../matter/index.ts'
import { type Review, reviewCsv, reviewDocument, reviewJson } from '../../review/index.ts'
import { terminalOf } from '../terminal.ts'

/** What a report is made with. */
export interface ReviewMaking {
  matter: Matter
  library: Library
  output: string
  author?: string
  date?: string
}

/** A review in a format; what a format needs is loaded for it alone. */
export async function reviewFile(
  format: ReviewFormat,
  review: Review,
  { matter, library, output, author, date }: ReviewMaking,
): Promise<string | Uint8Array> {
  if (format === 'json') return reviewJson(review)
  if (format === 'csv') return reviewCsv(review)
  const document = reviewDocument(review, library, {
    privileged: isPrivileged(matter.document ?? {}),
    ...(author !== undefined && { author }),
    ...(date !== undefined && { date }),
  })
  return documentFile(format, document, output)
}

/** A report in a format that a person reads. */
export async function documentFile(
  format: Exclude<ReviewFormat, 'json' | 'csv'>,
  document: DraftDocument,
  output: string,
): Promise<string | Uint8Array> {
  if (format === 'terminal') {
    const { pageToTerminal } = await import('../terminal/page.ts')
    return pageToTerminal(document.tree, terminalOf(output))
  }
  if (format === 'docx') return (await import('../../word/index.ts')).draftToDocx(document)
  const { draftToHtml, draftToMarkdown } = await import('../../draft/index.ts')
  return format === 'html' ? draftToHtml(document) : draftToMarkdown(document)
}
