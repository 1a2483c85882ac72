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
    .set('Cache-Control', 'private, no-store')
    .set('Content-Disposition', attachment(name))
    .set('Content-Type', type)
    .send(typeof content === 'string' ? content : Buffer.from(content))
}

/** RFC 6266: the name as it is, and in ASCII for what knows no other. */
function attachment(name: string): string {
  const plain = plainLetters(name)
  const whole = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"${plain === name ? '' : `; filename*=UTF-8''${whole}`}`
}

/** A name of letters, digits, points and hyphens of any script: `Prüfung Müller AG` → `Prüfung-Müller-AG`. */
export function fileName(words: string): string {
  const letters = words
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}.]+/gu, '-')
    .replaceAll(/^[-.]+|[-.]+$/g, '')
  const plain = [...letters].slice(0, 80).join('')
  return plain === '' ? 'text' : plain
}

/** The same in ASCII, for a program that reads no other: `Prufung-Muller-AG`. */
function plainLetters(name: string): string {
  const ending = /\.[a-z]+$/.exec(name)?.[0] ?? ''
  const bare = name
    .slice(0, name.length - ending.length)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll(/[^\x20-\x7e]+/g, '-')
    .replaceAll(/^[-.]+|[-.]+$/g, '')
  return `${bare === '' ? 'text' : bare}${ending}`
}
