import { counted } from '../in-words.ts'
import type { Outdated, TextSince, Verified } from './types.ts'

/** Whether a document is as it was made, and says what it would say today. */
export function holds({ altered, gone, outdated }: Verified): boolean {
  return altered.length === 0 && gone === 0 && outdated.length === 0
}

/**
 * What holds of a document and what does not, for a person: the verdict first, then each statement that does not hold.
 *
 * @param file what it is called
 */
export function verifiedToText(verified: Verified, file: string): string {
  const { altered, gone, outdated, standing } = verified
  return `${[
    `${file}: ${verified.title}`,
    '',
    holds(verified)
      ? `Nothing was altered, and all ${counted(standing, 'statement')} stand.`
      : `${counted(standing, 'statement')} stand${standing === 1 ? 's' : ''}; ${listOf(
          [outdated.length, 'would be said otherwise today'],
          [altered.length, 'altered or put in since it was made'],
          [gone, 'gone or in other words'],
        )}.`,
    ...madeWith(verified),
    ...section('Would be said otherwise today', outdated.flatMap(outdatedLines)),
    ...section(
      'Altered or put in since it was made',
      altered.map(({ under, text }) => `- ${place(under)}“${text}”`),
    ),
  ].join('\n')}\n`
}

function listOf(...parts: [number, string][]): string {
  return parts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count} ${what}`)
    .join('; ')
}

/** What it was made with, where that is not what is here today. */
function madeWith({ sameLibrary, sameTool, texts }: Verified): string[] {
  const lines = [
    ...(sameLibrary ? [] : ['- the clause library has changed since']),
    ...(sameTool ? [] : ['- another version of this program made it']),
    ...texts.map((text) => `- ${textLine(text)}`),
  ]
  return lines.length === 0 ? [] : ['', 'What it was made from:', ...lines]
}

function textLine({ id, is }: TextSince): string {
  if (is === 'changed at the licensor')
    return `${id}: the last check found other words at its official address; what they touch: clausebook impact ${id}`
  return is === 'pinned anew'
    ? `${id}: the library is made for other words of it now`
    : `${id}: the library has no such text any more`
}

function outdatedLines({ under, was, is }: Outdated): string[] {
  const where = place(under)
  if (was === undefined) return [`- ${where}not in the file; today it says: “${is}”`]
  if (is === undefined) return [`- ${where}“${was}”`, '  today: nothing is said there']
  return [`- ${where}“${was}”`, `  today: “${is}”`]
}

function place(under: string): string {
  return under === '' ? '' : `${under}: `
}

function section(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : ['', `${title}:`, ...lines]
}
