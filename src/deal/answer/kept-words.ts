import { sentencesOf } from '../../reading/sentences.ts'
import { alignParagraphs } from '../read/align.ts'
import { sameText, wordsOf } from '../read/fold.ts'

/** A paragraph of a point. */
interface Words {
  text: string
  heading?: boolean
}

/**
 * The words of a level for a point of which they changed a part: what came back as we sent it stays, paragraph by paragraph and
 * sentence by sentence, since what they took without a word is nothing to give away.
 *
 * @param sent what we sent
 * @param level the words of the level that is offered now
 * @param theirs the paragraphs that came back
 */
export function wordsWhereChanged(
  sent: readonly Words[],
  level: readonly Words[],
  theirs: readonly string[],
): Words[] {
  const textOf = ({ text }: Words) => text
  return kept(sent, level, theirs, textOf, (one, other, their) => ({
    ...other,
    text: kept(
      sentencesOf(one.text),
      sentencesOf(other.text),
      sentencesOf(their),
      (text) => text,
      (_, now) => now,
    ).join(' '),
  }))
}

function kept<T>(
  sent: readonly T[],
  level: readonly T[],
  theirs: readonly string[],
  textOf: (one: T) => string,
  changed: (sent: T, level: T, their: string) => T,
): T[] {
  const known = (list: readonly string[]) => list.map((text) => [wordsOf(text)])
  const back = alignParagraphs(known(sent.map(textOf)), known(theirs))
  const offered = alignParagraphs(known(sent.map(textOf)), known(level.map(textOf)))
  const untouched = sent.map((one, at) => {
    const there = back[at]
    return there !== undefined && sameText(theirs[there]!, textOf(one))
  })
  const lost = sent.flatMap((_, at) => (!untouched[at] && offered[at] === undefined ? [at] : []))
  const own = new Set(offered)
  const inPlaceOf = new Map<number, T[]>()
  // What the level has besides stands for what they changed or struck, where it has nothing of its own for that.
  for (const [place, one] of level.entries()) {
    if (own.has(place) || lost.length === 0) continue
    const after = offered.findLastIndex((to) => to !== undefined && to < place)
    const at = lost.find((index) => index > after) ?? lost.at(-1)!
    inPlaceOf.set(at, [...(inPlaceOf.get(at) ?? []), one])
  }
  return sent.flatMap((one, at) => {
    if (untouched[at]) return [one]
    const to = offered[at]
    if (to === undefined) return inPlaceOf.get(at) ?? []
    const there = back[at]
    return [there === undefined ? level[to]! : changed(one, level[to]!, theirs[there]!)]
  })
}
