import { csvReport, htmlReport, type JsonOptions, jsonReport, markdownReport } from '../compare/report.ts'
import type { Comparison } from '../compare/types.ts'
import type { ReportFormat } from '../formats.ts'
import { today } from '../today.ts'
import type { Cover } from './comparison/comparison.ts'
import type { Look } from './reference/look.ts'

export type { Cover } from './comparison/comparison.ts'

/** What a report is made with. */
export interface ReportFileOptions extends JsonOptions {
  /** Who the tracked changes of a Word file are by. */
  author: string
  /** When; by default today. */
  date?: string
  /** Whether Word lets whoever opens it make tracked changes alone. */
  protect?: boolean
  /** How a Word file looks, where a firm says so. */
  look?: Look
  /** Where the cover of a Word file stands; first unless said otherwise. */
  cover?: Cover
}

/** Who writes a comparison, by format; what writes Word files is loaded for them alone. */
const writers: Record<
  ReportFormat,
  (comparison: Comparison, options: ReportFileOptions) => string | Promise<Uint8Array>
> = {
  markdown: markdownReport,
  html: htmlReport,
  json: jsonReport,
  csv: csvReport,
  docx: async (comparison, { author, date, typography = true, notes, outbound, protect, look, cover }) => {
    const { comparisonToDocx } = await import('./comparison/comparison.ts')
    const made = { author, date: date ?? today(), typography }
    return comparisonToDocx(comparison, {
      ...made,
      ...(notes && { notes }),
      ...(outbound && { outbound }),
      ...(protect && { protect }),
      ...(look && { look }),
      ...(cover && { cover }),
    })
  },
}

/**
 * A comparison as a file.
 *
 * @returns text, or the bytes of a Word file
 * @example
 * await writeFile('comparison.csv', await reportFile(comparison, 'csv', { author: 'Dana Kim' }))
 */
export async function reportFile(
  comparison: Comparison,
  format: ReportFormat,
  options: ReportFileOptions,
): Promise<string | Uint8Array> {
  return writers[format](comparison, options)
}
