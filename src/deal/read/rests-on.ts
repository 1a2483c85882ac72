import { child } from '../../ooxml/index.ts'
import type { Line, Mark, NewAsk } from '../types.ts'

/** A new ask, and after which paragraph of what was sent it stands. */
type Placed = Pick<NewAsk, 'id' | 'kind' | 'section' | 'of' | 'beside'> & { after: number }

/**
 * The new asks that change what a point rests on: a definition of a term that it uses, a schedule or a clause that it refers to,
 * or more in its own clause.
 *
 * @param own numbers of its paragraphs in what was sent
 */
export function restsOn(
  own: readonly number[],
  marks: readonly Mark[],
  sent: readonly Line[],
  asks: readonly Placed[],
): string[] {
  if (asks.length === 0) return []
  const lines = own.map((at) => sent[at]!)
  const words = lines.map(({ now }) => now).join('\n')
  const targets = new Set(lines.flatMap(({ references }) => references.map(({ target }) => target)))
  const stretches = sent.flatMap((line) =>
    line.targets.some((target) => targets.has(target)) ? [stretchOf(line, sent)] : [],
  )
  const clauses = new Set(marks.flatMap(({ section }) => outermost(section) ?? []))
  return asks
    .filter(({ kind, of, after, section, beside }) => {
      const place = of ?? after
      const term = of === undefined ? undefined : definedIn(sent[of]!.now)
      return (
        (term !== undefined && uses(words, term)) ||
        stretches.some(([from, to]) => place >= from && place < to) ||
        ((kind === 'added' || beside !== undefined) && clauses.has(outermost(section) ?? ''))
      )
    })
    .map(({ id }) => id)
}

/** A heading with what stands under it: to the next paragraph of its style. */
function stretchOf(line: Line, sent: readonly Line[]): [number, number] {
  const style = styleOf(line)
  const next = sent.find(({ at, ...other }) => at > line.at && styleOf(other) === style)
  return [line.at, next?.at ?? sent.length]
}

function styleOf({ node }: Pick<Line, 'node'>): string | undefined {
  const properties = node && child(node, 'w:pPr')
  return properties && child(properties, 'w:pStyle')?.attributes['w:val']
}

/** `17` of `17(b)` and of `17.2`. */
function outermost(section: string): string | undefined {
  return /^\d+/.exec(section)?.[0]
}

/** The term that a paragraph defines. */
function definedIn(words: string): string | undefined {
  return /^[^\p{L}“"]*[“"]([^”"]{1,80})[”"]/u.exec(words)?.[1]
}

function uses(words: string, term: string): boolean {
  const escaped = term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?:s|es)?(?![\\p{L}\\p{N}])`, 'u').test(words)
}
