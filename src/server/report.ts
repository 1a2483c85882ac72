import type { Response } from 'express'
import { csvReport, htmlReport, jsonReport, markdownReport, reportDate } from '../compare/report/index.ts'
import type { Comparison } from '../compare/types.ts'
import { Problem } from '../problem.ts'

const kinds: Record<string, { extension: string; type: string }> = {
  docx: {
    extension: 'docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  html: { extension: 'html', type: 'text/html; charset=utf-8' },
  markdown: { extension: 'md', type: 'text/markdown; charset=utf-8' },
  json: { extension: 'json', type: 'application/json; charset=utf-8' },
  csv: { extension: 'csv', type: 'text/csv; charset=utf-8' },
}

/** What is downloaded. */
interface ReportRequest {
  format: string
  changed: boolean
  notes: string[]
}

/** Sends a comparison as a file, the same that the command line writes. */
export async function sendReport(
  response: Response,
  comparison: Comparison,
  { format, changed, notes }: ReportRequest,
): Promise<void> {
  const kind = kinds[format]
  if (!kind)
    throw new Problem('format', `there is no format ${format}: formats are ${Object.keys(kinds).join(', ')}`)
  sendFile(response, {
    name: `${fileName(comparison.left.id)}-${fileName(comparison.right.id)}.${kind.extension}`,
    type: kind.type,
    content: await render(comparison, format, { changed, notes }),
  })
}

async function render(
  comparison: Comparison,
  format: string,
  options: { changed: boolean; notes: string[] },
): Promise<string | Uint8Array> {
  switch (format) {
    case 'docx': {
      const { comparisonToDocx } = await import('../word/index.ts')
      return comparisonToDocx(comparison, {
        author: 'Clausebook',
        date: reportDate(comparison),
        notes: options.notes,
      })
    }
    case 'html':
      return htmlReport(comparison, options)
    case 'markdown':
      return markdownReport(comparison, options)
    case 'csv':
      return csvReport(comparison, options)
    default:
      return jsonReport(comparison, options)
  }
}

/** A file to be saved, never shown: whatever it holds does not run as a page of ours. */
export function sendFile(
  response: Response,
  { name, type, content }: { name: string; type: string; content: string | Uint8Array },
): void {
  response
    .set('Content-Type', type)
    .set('Cache-Control', 'no-cache')
    .attachment(name)
    .set('Content-Type', type)
    .send(typeof content === 'string' ? content : Buffer.from(content))
}

/** A name of letters, digits, points and hyphens, whatever it is made of. */
export function fileName(words: string): string {
  const plain = words
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z0-9.]+/g, '-')
    .replaceAll(/^[-.]+|[-.]+$/g, '')
    .slice(0, 80)
  return plain === '' ? 'text' : plain
}
