import { readingsOf } from './label.ts'
import type { InlineItem } from './types.ts'

const MARKER =
  /(?<![\p{L}\p{N}])\((\d{1,2}|[a-z]{1,4}|[A-Z]{1,4})\)(?=\s)|(?<![\p{L}\p{N}.,])(\d{1,2})\)(?=\s)/gu
const REFERRED =
  /(?:\b(?:sections?|articles?|clauses?|paragraphs?|items?|subsections?|under|of|in)|§)\s*[\d.]*$/i

/** How many series may be open at once: a text of a million markers takes no more than its length. */
const MOST_OPEN = 12

interface Marker {
  label: string
  number: string
  start: number
  values: { style: string; value: number }[]
}

/**
 * Enumerations inside a sentence. A marker counts where it begins a series or goes on with one; `Section 1(a)` and a
 * lone `(c)` do not. A later series inside an item is not told apart from its first.
 *
 * @param text the clause's words
 * @param path the clause's path, to which the items' numbers are added
 */
export function inlineItems(text: string, path: string): InlineItem[] {
  if (!text.includes(')')) return []
  const series: Marker[][] = []
  for (const found of text.matchAll(MARKER)) {
    const number = (found[1] ?? found[2])!
    if (REFERRED.test(text.slice(Math.max(0, found.index - 24), found.index))) continue
    const marker: Marker = { label: found[0], number, start: found.index, values: readingsOf(number) }
    const goesOn = series
      .slice(-MOST_OPEN)
      .findLast((run) =>
        marker.values.some(({ style, value }) =>
          run.at(-1)!.values.some((last) => last.style === style && last.value + 1 === value),
        ),
      )
    if (goesOn) goesOn.push(marker)
    else if (marker.values.some(({ value }) => value === 1)) series.push([marker])
  }
  const outer = series.find((run) => run.length > 1)
  if (!outer) return []
  return outer.map(({ label, number, start }, at) => ({
    path: path === '' ? number : `${path}.${number}`,
    label,
    start,
    end: outer[at + 1] ? trimEnd(text, outer[at + 1]!.start) : sentenceEnd(text, start),
  }))
}

function trimEnd(text: string, end: number): number {
  let at = end
  while (at > 0 && /\s/.test(text[at - 1]!)) at -= 1
  return at
}

function sentenceEnd(text: string, from: number): number {
  const end = /[.;](?=\s+\p{Lu}|\s*$)/u.exec(text.slice(from))
  return end ? from + end.index + 1 : text.length
}
