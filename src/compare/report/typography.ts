import { grouped } from '../../in-words.ts'
import type { Comparison, Pair, Piece } from '../types.ts'

/** The pieces as a reader wants them: where typography alone differs, the right text's, and no change. */
export function withoutTypographicChanges(pieces: readonly Piece[]): Piece[] {
  const shown: Piece[] = []
  for (const { op, text, typography } of pieces) {
    if (typography && op === 'delete') continue
    const kept = typography ? 'equal' : op
    const last = shown.at(-1)
    if (last?.op === kept) shown[shown.length - 1] = { op: kept, text: last.text + text }
    else shown.push({ op: kept, text })
  }
  return shown
}

/** A comparison in which no difference of typography alone is shown as a change. */
export function withoutTypography(comparison: Comparison): Comparison {
  return { ...comparison, pairs: comparison.pairs.map(plain) }
}

function plain(pair: Pair): Pair {
  return pair.pieces.some(({ typography }) => typography)
    ? { ...pair, pieces: withoutTypographicChanges(pair.pieces) }
    : pair
}

/** At how many places two texts differ in their typography alone. */
export function typographyCount(pairs: readonly Pick<Pair, 'pieces'>[]): number {
  let count = 0
  for (const { pieces } of pairs) {
    pieces.forEach(({ op, typography }, at) => {
      const before = pieces[at - 1]
      // What is inserted for what was deleted is one place with it.
      if (typography && !(op === 'insert' && before?.typography && before.op === 'delete')) count += 1
    })
  }
  return count
}

/** The line that counts what is not shown; undefined where there is nothing. */
export function typographyLine(pairs: readonly Pick<Pair, 'pieces'>[]): string | undefined {
  const count = typographyCount(pairs)
  if (count === 0) return undefined
  return `${typographyWords(count, false)} (--typography shows ${count === 1 ? 'it' : 'them'}).`
}

/** `12 differences of quotation marks, hyphens or spaces alone are not shown as changes`: without a full stop. */
export function typographyWords(count: number, shown: boolean): string {
  const [differences, are, changes] =
    count === 1 ? ['One difference', 'is', 'a change'] : [undefined, 'are', 'changes']
  const counted = differences ?? `${grouped(count)} differences`
  return `${counted} of quotation marks, hyphens or spaces alone ${are} ${shown ? '' : 'not '}shown as ${changes}`
}

/** Said on the cover and on the standard error, since accepting all changes is then not the right text to the letter. */
export function leftTypographyNote(count: number): string {
  const places = count === 1 ? 'One place' : `${grouped(count)} places`
  return `${places} that ${count === 1 ? 'differs' : 'differ'} in quotation marks, hyphens or spaces alone ${count === 1 ? 'is' : 'are'} left as in the left text and not tracked: with all changes accepted the text is not the right one to the letter.`
}
