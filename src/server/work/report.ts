import {
  type Comparison,
  csvReport,
  htmlReport,
  jsonReport,
  markdownReport,
  reportDate,
} from '../../compare/index.ts'

/** A comparison as a file to save. */
export interface ReportTask {
  comparison: Comparison
  format: ReportFormat
  changed: boolean
  notes: string[]
}

export type ReportFormat = 'docx' | 'html' | 'markdown' | 'json' | 'csv'

/** The same report that the command line writes; a long one takes longer than other readers should wait. */
export async function reportFile({
  comparison,
  format,
  ...options
}: ReportTask): Promise<{ content: string | Uint8Array }> {
  switch (format) {
    case 'docx': {
      const { comparisonToDocx } = await import('../../word/index.ts')
      const made = { author: 'Clausebook', date: reportDate(comparison), notes: options.notes }
      return { content: await comparisonToDocx(comparison, made) }
    }
    case 'html':
      return { content: htmlReport(comparison, options) }
    case 'markdown':
      return { content: markdownReport(comparison, options) }
    case 'csv':
      return { content: csvReport(comparison, options) }
    case 'json':
      return { content: jsonReport(comparison, options) }
  }
}
