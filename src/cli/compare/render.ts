import { terminalReport } from '../../compare/report.ts'
import type { Comparison } from '../../compare/types.ts'
import { type ReportFileOptions, reportFile } from '../../word/reports.ts'
import { terminalOf } from '../terminal.ts'
import type { Format } from './options.ts'

/** What a report is made with. */
export interface RenderOptions extends ReportFileOptions {
  output: string
}

/** The report in a format. */
export async function render(
  comparison: Comparison,
  format: Format,
  { output, ...options }: RenderOptions,
): Promise<string | Uint8Array> {
  if (format === 'terminal') return terminalReport(comparison, { ...options, ...terminalOf(output) })
  return reportFile(comparison, format, options)
}
