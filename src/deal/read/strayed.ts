import type { Line } from '../types.ts'
import { type Known, likest } from './align.ts'
import { plain, wordsOf } from './fold.ts'

/** Below this, words are not alike to those that a mark was put on; above the other, they are those of another paragraph. */
const [UNLIKE, OTHERS] = [0.5, 0.75]

/**
 * Names of marks that stand on words of another paragraph of ours, by the paragraph of the return: bookmarks go astray by cutting
 * and pasting, and by hand. There the words decide, unless that paragraph is where its own mark is.
 *
 * @param places which paragraph of what was sent each mark was put on
 */
export function strayedMarks(
  places: ReadonlyMap<string, number>,
  sent: readonly Line[],
  returned: readonly Line[],
): ReadonlyMap<Line, ReadonlySet<string>> {
  const words = sent.map(({ now }): Known => [wordsOf(now)])
  const marked = returned.flatMap((line) =>
    line.marks.flatMap((name) => {
      const of = places.get(name)
      const own = of === undefined ? [] : knownWords(line)
      return of === undefined || own.length === 0 ? [] : [{ line, name, of, own }]
    }),
  )
  const isAlike = (own: Known, of: number) => likest(words[of]!, own) >= UNLIKE
  const stand = new Set(marked.flatMap(({ own, of }) => (isAlike(own, of) ? [of] : [])))
  const strayed = new Map<Line, Set<string>>()
  for (const { line, name, of, own } of marked) {
    if (isAlike(own, of)) continue
    const isAnothers = words.some(
      (known, at) => at !== of && !stand.has(at) && known[0]!.length > 3 && likest(known, own) >= OTHERS,
    )
    if (isAnothers) strayed.set(line, (strayed.get(line) ?? new Set()).add(name))
  }
  return strayed
}

/** What a paragraph may be known by: its words as they stand, and before the changes in it. */
function knownWords(line: Line): Known {
  return [...new Set([line.now, line.base, line.original].map(plain))]
    .filter((text) => text !== '')
    .map((text) => wordsOf(text))
}
