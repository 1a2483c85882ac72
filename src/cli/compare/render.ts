import {
  csvReport,
  htmlReport,
  jsonReport,
  markdownReport,
  type ReportOptions,
  terminalReport,
} from '../../compare/report/index.ts'
import type { Comparison } from '../../compare/types.ts'
import { terminalOf } from '../terminal.ts'
import type { Format } from './options.ts'

/** The report in a format. */
export function render(
  comparison: Comparison,
  format: Format,
  options: ReportOptions,
  output: string,
): string {
  switch (format) {
    case 'markdown':
      return markdownReport(comparison, options)
    case 'html':
      return htmlReport(comparison, options)
    case 'json':
      return jsonReport(comparison, options)
    case 'csv':
      return csvReport(comparison, options)
    case 'terminal':
      return terminalReport(comparison, { ...options, ...terminalOf(output) })
  }
}
