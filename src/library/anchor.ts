import { placesOf, type Run } from './match.ts'

/** An anchor that is the whole section. */
export const wholeSection = '…'

/** First and last words of an anchor that leaves out what stands between them: `You will not … works thereof`. */
export function endsOf(anchor: string): [first: string, last: string] | undefined {
  const found = /^(.*\S)\s+…\s+(\S.*)$/s.exec(anchor)
  return found ? [found[1]!, found[2]!] : undefined
}

/**
 * Where an edit's anchor stands in a section: as {@link placesOf} finds words, from the first words to the last where
 * the anchor leaves out what is between them, and all of the section where it is `…` alone.
 */
export function placesOfAnchor(text: string, anchor: string): Run[] {
  if (anchor === wholeSection) return [{ start: 0, end: text.length }]
  const ends = endsOf(anchor)
  if (!ends) return placesOf(text, anchor)
  // A reader finds the first words before the last ones, so they stand once by themselves.
  const firsts = placesOf(text, ends[0])
  if (firsts.length !== 1) return firsts
  const { start, end } = firsts[0]!
  return placesOf(text, ends[1])
    .filter((last) => last.start >= end)
    .map((last) => ({ start, end: last.end }))
}
