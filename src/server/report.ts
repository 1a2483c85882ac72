import type { Response } from 'express'
import type { Comparison } from '../compare/types.ts'
import { Problem } from '../problem.ts'
import type { ReportFormat } from './work/report.ts'
import type { Client, Workshop } from './work/workshop.ts'

const kinds: Record<ReportFormat, { extension: string; type: string }> = {
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
  /** Whom it is for. */
  client: Client | undefined
}

/** Sends a comparison as a file, the same that the command line writes. */
export async function sendReport(
  response: Response,
  workshop: Workshop,
  comparison: Comparison,
  { format, changed, notes, client }: ReportRequest,
): Promise<void> {
  if (!isFormat(format))
    throw new Problem('format', `there is no format ${format}: formats are ${Object.keys(kinds).join(', ')}`)
  const { extension, type } = kinds[format]
  const { content } = await workshop.run('report', { comparison, format, changed, notes }, client)
  sendFile(response, {
    name: `${fileName(comparison.left.id)}-${fileName(comparison.right.id)}.${extension}`,
    type,
    content,
  })
}

function isFormat(format: string): format is ReportFormat {
  return Object.hasOwn(kinds, format)
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
