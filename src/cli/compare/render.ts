import {
  csvReport,
  htmlReport,
  type JsonOptions,
  jsonReport,
  markdownReport,
  reportDate,
  terminalReport,
} from '../../compare/report.ts'
import type { Comparison } from '../../compare/types.ts'
import { terminalOf } from '../terminal.ts'
import type { Format } from './options.ts'

/** What a report is made with. */
export interface RenderOptions extends JsonOptions {
  author: string
  date?: string
  output: string
}

/** The report in a format. */
export async function render(
  comparison: Comparison,
  format: Format,
  { author, date, output, ...options }: RenderOptions,
): Promise<string | Uint8Array> {
  switch (format) {
    case 'markdown':
      return markdownReport(comparison, options)
    case 'html':
      return htmlReport(comparison, options)
    case 'docx': {
      const { comparisonToDocx } = await import('../../word/index.ts')
      return comparisonToDocx(comparison, {
        author,
        date: date ?? reportDate(comparison),
        typography: options.typography ?? true,
      })
    }
    case 'json':
      return jsonReport(comparison, options)
    case 'csv':
      return csvReport(comparison, options)
    case 'terminal':
      return terminalReport(comparison, { ...options, ...terminalOf(output) })
  }
}
