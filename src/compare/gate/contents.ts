import { stretch } from './match.ts'
import type { GateSide } from './side.ts'
import type { GateFinding } from './types.ts'
import type { GateWord } from './words.ts'

/**
 * Holds the tables of contents against each other: one that a side leaves out of its words is taken out of those of the
 * other, where it is printed there entry by entry. The numbers of its pages follow from the printing.
 *
 * @returns what is not the same of them
 */
export function withoutContents(agreed: GateSide, toSign: GateSide): GateFinding[] {
  const [ours, theirs] = [agreed.contents, toSign.contents]
  if (ours.length === 0 && theirs.length === 0) return []
  if (ours.length > 0 && theirs.length > 0) {
    const alike =
      ours
        .flat()
        .map(({ key }) => key)
        .join(' ') ===
      theirs
        .flat()
        .map(({ key }) => key)
        .join(' ')
    return alike ? [] : [different(words(ours), words(theirs))]
  }
  const [has, lacks] = ours.length > 0 ? [ours, toSign] : [theirs, agreed]
  const found = placeOf(has, lacks.words)
  if (found) {
    const gone = new Set(lacks.words.slice(...found))
    lacks.words = lacks.words.filter((word) => !gone.has(word))
    for (const block of lacks.blocks) block.words = block.words.filter((word) => !gone.has(word))
    return []
  }
  return [ours.length > 0 ? different(words(ours), '') : different('', words(theirs))]
}

function different(agreed: string, toSign: string): GateFinding {
  return { kind: 'words', place: 'table of contents', agreed, toSign }
}

function words(entries: readonly GateWord[][]): string {
  return entries.map((entry) => entry.map(({ text }) => text).join(' ')).join(' / ')
}

/** Where all entries stand one after the other, each with a page's number or dots behind it or without. */
function placeOf(entries: readonly GateWord[][], body: readonly GateWord[]): [number, number] | undefined {
  for (let from = 0; from < body.length; from += 1) {
    let at = from
    const whole = entries.every((entry) => {
      const found = stretch(entry, body, at)
      if (!found) return false
      at = found.end
      while (body[at]?.key === '.' && (body[at + 1]?.key === '.' || body[at - 1]?.key === '.')) at += 1
      if (/^(?:\d{1,4}|[ivxlc]{1,6})$/i.test(body[at]?.text ?? '')) at += 1
      return true
    })
    if (whole) return [from, at]
  }
  return undefined
}
