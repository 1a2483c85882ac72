import { durationsIn, lengthOf, sameLength } from '../../reading/duration.ts'
import type { Paper, PointFound } from '../types.ts'

/** A unit of time that a paper gives another length than it has. */
interface OwnUnit {
  /** As it is printed: `day`. */
  term: string
  /** `ten business days`. */
  means: string
}

const given =
  /[“"‘']((?:business |working |calendar )?(?:hour|day|week|month|quarter|year))s?[”"’']\s*(?:\([^)]*\)\s*)?,?\s*(?:means?|shall mean|is|are|equals?|refers? to)\b([^.;)]*)/gi

/** “‘Day’ means ten business days”: the units of time that a paper means something else by. */
export function ownUnitsIn({ passages }: Paper): OwnUnit[] {
  return passages
    .flatMap(({ sentences }) => sentences)
    .flatMap(({ text }) => [...text.matchAll(given)])
    .flatMap(([, term = '', meaning = '']) => {
      const [length] = durationsIn(meaning)
      const own = lengthOf(term)
      return length && own && !sameLength(length, own) ? [{ term, means: length.said }] : []
    })
}

/** A point whose time is in such a unit: what it says and what it means differ. */
export function inOwnUnit(point: PointFound, units: readonly OwnUnit[]): PointFound {
  const { figure, keeps: _, ...rest } = point
  if (!figure?.held) return point
  const unit = units.find(({ term }) => new RegExp(`(?<!\\p{L})${term}s?$`, 'iu').test(figure.theirs))
  if (!unit) return point
  const theirs = `${figure.theirs}, where “${unit.term}” means ${unit.means}`
  return { ...rest, torn: true, figure: { ...figure, theirs } }
}
