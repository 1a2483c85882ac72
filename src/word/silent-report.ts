import { draftToHtml } from '../draft/index.ts'
import type { DraftDocument } from '../draft/types.ts'
import type { ReportFormat } from '../formats.ts'
import { pageToMarkdown } from '../library/page.ts'
import { type SilentReport, silentCsv, silentPage } from '../markup/silent.ts'
import type { Look } from './reference/look.ts'

/** What a report is made with. */
export interface SilentFileOptions {
  author: string
  /** ISO 8601. */
  date?: string
  /** How a Word file looks, where a firm says so. */
  look?: Look
}

/**
 * What came back changed without being tracked, as a file.
 *
 * @returns text, or the bytes of a Word file
 * @example
 * await writeFile('silent.csv', await silentFile(report, 'csv', { author: 'Dana Kim' }))
 */
export async function silentFile(
  report: SilentReport,
  format: ReportFormat,
  options: SilentFileOptions,
): Promise<string | Uint8Array> {
  switch (format) {
    case 'json':
      return `${JSON.stringify(report, undefined, 2)}\n`
    case 'csv':
      return silentCsv(report)
    case 'markdown':
      return pageToMarkdown(silentPage(report))
    case 'html':
      return draftToHtml(documentOf(report, options))
    case 'docx': {
      const { draftToDocx } = await import('./index.ts')
      return draftToDocx(documentOf(report, options), options.look)
    }
  }
}

/** The page as a document on its side, where its columns have room. */
function documentOf(report: SilentReport, { author, date }: SilentFileOptions): DraftDocument {
  return {
    id: 'silent-changes',
    title: 'Changed without being tracked',
    language: 'en-US',
    paper: 'A4',
    orientation: 'landscape',
    tree: silentPage(report),
    properties: {
      matter: report.returned.name,
      status: 'For our side',
      libraryDigest: '',
      textDigests: {},
      author,
      ...(date !== undefined && { date: date.slice(0, 10) }),
    },
    blanks: [],
    messages: [],
  }
}
