import { withinSentence } from '../../in-words.ts'
import type { LicenseDuty } from './types.ts'

/** So many octets a line of a calendar has at most (RFC 5545, 3.1). */
const longest = 75

/** A duty of a license as a task without a day (RFC 5545, 3.6.2), since the license names none. */
export function dutyTask(duty: LicenseDuty, stamp: string): string {
  const { id, title, what, time, licenseName, section, by, because } = duty
  const settled = by === 'to-be-settled' ? 'To be settled: ' : ''
  return [
    'BEGIN:VTODO',
    `UID:${escaped(id)}@clausebook`,
    `DTSTAMP:${stamp.replaceAll('-', '')}T000000Z`,
    `SUMMARY:${escaped(`${title}: ${withinSentence(what)}`)}`,
    `DESCRIPTION:${escaped(`${what}, ${time}. ${licenseName}, ${section}. ${settled}${because}`)}`,
    'CATEGORIES:License',
    'END:VTODO',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('')
}

function escaped(words: string): string {
  return words.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')
}

/** No sign is cut in two: a line is folded between characters, at so many octets. */
function folded(line: string): string {
  const lines: string[] = []
  let current = ''
  let octets = 0
  for (const sign of line) {
    const size = Buffer.byteLength(sign)
    if (octets + size > longest) {
      lines.push(current)
      current = ' '
      octets = 1
    }
    current += sign
    octets += size
  }
  return [...lines, current].join('\r\n')
}
