import {
  csvReport,
  htmlReport,
  type JsonOptions,
  jsonReport,
  markdownReport,
  reportDate,
} from '../compare/report.ts'
import type { Comparison } from '../compare/types.ts'
import type { ReportFormat } from '../formats.ts'

/** What a report is made with. */
export interface ReportFileOptions extends JsonOptions {
  /** Who the tracked changes of a Word file are by. */
  author: string
  /** When; by default the day of the newer text. */
  date?: string
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
  docx: async (comparison, { author, date, typography = true, notes }) => {
    const { comparisonToDocx } = await import('./comparison/comparison.ts')
    const made = { author, date: date ?? reportDate(comparison), typography }
    return comparisonToDocx(comparison, { ...made, ...(notes && { notes }) })
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
