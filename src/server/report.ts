import type { Response } from 'express'
import type { Comparison } from '../compare/types.ts'
import { endingOf, outputFormats, type ReportFormat, reportFormats } from '../formats.ts'
import { Problem } from '../problem.ts'
import type { Client, Workshop } from './work/workshop.ts'

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
    throw new Problem('format', `there is no format ${format}: formats are ${reportFormats.join(', ')}`)
  const { content } = await workshop.run('report', { comparison, format, changed, notes }, client)
  sendFile(response, {
    name: `${fileName(comparison.left.id)}-${fileName(comparison.right.id)}.${endingOf(format)}`,
    type: outputFormats[format].type,
    content,
  })
}

function isFormat(format: string): format is ReportFormat {
  return reportFormats.some((one) => one === format)
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
