import { listed } from '../../in-words.ts'
import { child } from '../../ooxml/index.ts'
import { escaped } from '../../pattern.ts'
import type { Line, Mark, NewAsk, RestsOn } from '../types.ts'
import { REFERENCE } from './paragraph.ts'
import { definedIn, type Reach, reachOf, termsOf } from './reach.ts'

/** A new ask, and after which paragraph of what was sent it stands. */
export type PlacedAsk = Pick<NewAsk, 'id' | 'kind' | 'section' | 'of' | 'beside' | 'before' | 'after'> & {
  behind: number
}

/** A new ask with how far it reaches. */
export type ReachingAsk = PlacedAsk & { reach: Reach }

/** Asks with how far each reaches, read once for all points. */
export function reaching(asks: readonly PlacedAsk[], sent: readonly Line[]): ReachingAsk[] {
  const terms = termsOf(sent)
  return asks.map((ask) => ({ ...ask, reach: reachOf(ask, terms) }))
}

/**
 * The new asks that change what a point rests on, each with what it does: a definition of a term that it uses, a schedule or a clause
 * that it refers to, more in its own clause, or something that is said of its section, or of the paper as a whole.
 *
 * @param own numbers of its paragraphs in what was sent
 */
export function restsOn(
  own: readonly number[],
  marks: readonly Mark[],
  sent: readonly Line[],
  asks: readonly ReachingAsk[],
): RestsOn[] {
  if (asks.length === 0) return []
  const lines = own.map((at) => sent[at]!)
  const words = lines.map(({ now }) => now.replaceAll(REFERENCE, '')).join('\n')
  const targets = new Set(lines.flatMap(({ references }) => references.map(({ target }) => target)))
  const stretches = sent.flatMap((line) =>
    line.targets.some((target) => targets.has(target)) ? [stretchOf(line, sent)] : [],
  )
  const clauses = new Set(marks.flatMap(({ section }) => outermost(section) ?? []))
  return asks.flatMap(({ id, kind, of, behind, section, beside, reach }): RestsOn[] => {
    const place = of ?? behind
    const term = of === undefined ? undefined : definedIn(sent[of]!.now)
    const isInside = (kind === 'added' || beside !== undefined) && clauses.has(outermost(section) ?? '')
    const isNamed = ({ from, to }: { from: number; to: number }) =>
      [...clauses].some((one) => Number(one) >= from && Number(one) <= to)
    const all = [
      ...(term !== undefined && uses(words, term) ? [`changes what “${term}” means`] : []),
      ...(stretches.some(([from, to]) => place >= from && place < to) ? ['changes what it refers to'] : []),
      ...(isInside ? ['says more in its clause'] : []),
      ...reach.whole,
      ...reach.sections.filter(isNamed).map(({ because }) => because),
      ...reach.schedules.filter((one) => names(words, one)).map(({ because }) => because),
      ...reach.terms
        .filter((one) => one.term !== term && uses(words, one.term))
        .map(({ because }) => because),
    ]
    return all.length > 0 ? [{ ask: id, because: listed([...new Set(all)]) }] : []
  })
}

/** Whether words refer to a schedule of these numbers. */
function names(words: string, { from, to }: { from: number; to: number }): boolean {
  return [...words.matchAll(/\b(?:Schedule|Annex|Exhibit)\s+(\d+)/g)].some(
    ([, one]) => Number(one) >= from && Number(one) <= to,
  )
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

function uses(words: string, term: string): boolean {
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped(term)}(?:s|es)?(?![\\p{L}\\p{N}])`, 'u').test(words)
}
