import type { Comparison } from '../../compare/index.ts'
import type { ReportFormat } from '../../formats.ts'
import { reportFile } from '../../word/reports.ts'

/** A comparison as a file to save. */
export interface ReportTask {
  comparison: Comparison
  format: ReportFormat
  changed: boolean
  notes: string[]
}

/** The same report that the command line writes; a long one takes longer than other readers should wait. */
export async function savedReport({
  comparison,
  format,
  ...options
}: ReportTask): Promise<{ content: string | Uint8Array }> {
  return { content: await reportFile(comparison, format, { author: 'Clausebook', ...options }) }
}
