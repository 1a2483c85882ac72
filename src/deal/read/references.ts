import type { Line } from '../types.ts'
import { folded } from './fold.ts'
import { REFERENCE } from './lines.ts'

/** Which paragraphs of a return answer one of what was sent, by its number. */
type ByLine = ReadonlyMap<number, readonly Line[]>

/**
 * The paragraphs of a return in which a cross-reference misleads, by their number, as they are told: one that points at another
 * paragraph than we had it point at, or that shows a number which its target has not. What a program counted anew is no change
 * of anybody's, and where its target is gone that is told there.
 */
export function misleadingLines(
  sent: readonly Line[],
  returned: readonly Line[],
  byLine: ByLine,
): Map<number, Line> {
  const [ours, theirs] = [sent, returned].map(
    (lines) => new Map(lines.flatMap((line) => line.targets.map((target) => [target, line] as const))),
  )
  const found = new Map<number, Line>()
  for (const [at, lines] of byLine) {
    const own = sent[at]?.references ?? []
    if (own.length === 0) continue
    const expected = own.flatMap(({ target }) => {
      const there = ours!.get(target)
      return there ? (byLine.get(there.at) ?? []).filter((line) => line.now.trim() !== '') : []
    })
    for (const line of lines)
      for (const { target, shown } of line.references) {
        const there = theirs!.get(target)
        const was = own.filter((one) => one.target === target)
        // What is gone, or was moved away, is told there.
        const said =
          there &&
          there.now.trim() !== '' &&
          misled({ there, shown, was, expected, old: ours!.get(target), byLine })
        if (!said) continue
        const before = found.get(line.at) ?? line
        const told = (text: string) => text.replace(`${REFERENCE}${shown}${REFERENCE}`, said)
        found.set(line.at, {
          ...before,
          now: told(before.now),
          base: told(before.base),
          printed: told(before.printed),
        })
      }
  }
  return found
}

/** What is told of a cross-reference that misleads. */
function misled({
  there,
  shown,
  was,
  expected,
  old,
  byLine,
}: {
  /** Where it points in what came back. */
  there: Line
  shown: string
  /** What stood in its paragraph with the same target. */
  was: readonly { shown: string }[]
  /** Where we had the references of its paragraph point. */
  expected: readonly Line[]
  /** Where its target stood in what we sent. */
  old: Line | undefined
  byLine: ByLine
}): string | undefined {
  const stands = old && (byLine.get(old.at) ?? []).filter((line) => line.now.trim() !== '')
  const strays = was.length === 0 ? !expected.includes(there) : stands!.length > 0 && !stands!.includes(there)
  if (strays) return `${shown} [points to ${there.section || `“${folded(there.now).slice(0, 40)}”`}]`
  if (was.length === 0 || was.some((one) => folded(one.shown) === folded(shown))) return undefined
  const bare = (text: string) => folded(text).replace(/[.:]$/, '')
  const counted = bare(shown)
  // Where its target has the number that it had, nobody counts it anew.
  if (counted === '' || !old || there.section !== old.section) return undefined
  return counted === bare(there.section) ? undefined : shown
}
