import type { DraftDocument, OwnReportOptions } from '../../draft/index.ts'
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

/** A review as each format has it. */
interface AnyReport {
  json(): string
  csv(): string
  document(options: OwnReportOptions): DraftDocument
}

/** A review in a format; what a format needs is loaded for it alone. */
export async function reportFile(
  format: ReviewFormat,
  { json, csv, document }: AnyReport,
  { matter, output, author, date }: ReviewMaking,
): Promise<string | Uint8Array> {
  if (format === 'json') return json()
  if (format === 'csv') return csv()
  const options = {
    privileged: isPrivileged(matter.document),
    ...(author !== undefined && { author }),
    ...(date !== undefined && { date }),
  }
  return documentFile(format, document(options), output)
}

/** A review of a vendor's paper in a format. */
export function reviewFile(
  format: ReviewFormat,
  review: Review,
  making: ReviewMaking,
): Promise<string | Uint8Array> {
  const report: AnyReport = {
    json: () => reviewJson(review),
    csv: () => reviewCsv(review),
    document: (options) => reviewDocument(review, making.library, options),
  }
  return reportFile(format, report, making)
}

/** A report in a format that a person reads. */
async function documentFile(
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
