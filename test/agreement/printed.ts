/**
 * A reader of numbered lines of its own, which knows nothing of the program: which line a list stands under, told from the
 * raw lines alone.
 */

/** A line that begins with a number as sections have it. */
export const NUMBERED =
  /^\s*(?:(?:section|article)\s+)?(\d{1,2}(?:\.\d{1,2}){0,3})(\.|\)|:)?\s+(?=["“'A-Z(])/i

const NAMED = /^(\s*)(?:section|article|clause|part|§)\s*(\d{1,2}|[ivxIVX]{1,5})\b/i
const MARKED =
  /^(\s*)(?:[*•-]\s+)?(\(?)(\d{1,2}(?:\.\d{1,2})+(?=[\s.:)])|\d{1,2}|[ivx]{1,5}|[IVX]{1,5}|[a-z]|[A-Z])([.):]|(?<=\.\d{1,2})(?=\s)|(?=\s*[-–—]))/

interface Mark {
  indent: number
  /** What stands around the number, and what kind of number it is. */
  dress: string
  number: string
}

/** The number at the start of each line, or undefined. */
export function marksOf(lines: readonly string[]): (Mark | undefined)[] {
  return lines.map((line) => {
    const named = NAMED.exec(line)
    if (named) return { indent: columns(named[1]!), dress: `named ${kindOf(named[2]!)}`, number: named[2]! }
    const found = MARKED.exec(line)
    return found
      ? {
          indent: columns(found[1]!),
          dress: `${found[2]} ${kindOf(found[3]!)} ${found[4]}`,
          number: found[3]!,
        }
      : undefined
  })
}

/** The line under whose number a line's list stands: up to its first entry, and from there to the nearest number of another kind. */
export function parentLine(marks: readonly (Mark | undefined)[], at: number): number | undefined {
  let own = marks[at]!
  let first = at
  while (Number(own.number) > 1) {
    const wanted = Number(own.number) - 1
    let back = first - 1
    while (back >= 0 && !(isOfList(marks[back], own) && Number(marks[back]!.number) === wanted)) back -= 1
    if (back < 0) return undefined
    first = back
    own = marks[back]!
  }
  for (let back = first - 1; back >= 0; back -= 1) {
    const mark = marks[back]
    if (!mark || isOfList(mark, own)) continue
    if (mark.indent <= own.indent + 1 || /named|multi/.test(mark.dress)) return back
  }
  return undefined
}

function isOfList(mark: Mark | undefined, own: Mark): boolean {
  return mark?.dress === own.dress && Math.abs(mark.indent - own.indent) <= 2
}

function kindOf(number: string): string {
  if (/^\d+$/.test(number)) return 'digits'
  if (/^\d/.test(number)) return 'multi'
  return /^[a-z]+$/.test(number) ? 'small' : 'capital'
}

function columns(space: string): number {
  let at = 0
  for (const sign of space) at += sign === '\t' ? 8 - (at % 8) : 1
  return at
}
