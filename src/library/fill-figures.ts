import { grouped } from '../in-words.ts'
import { figureWords } from './figures.ts'
import { levelsDown } from './levels.ts'
import type { Figure, Level, Library, Position } from './types.ts'
import { withParts } from './with-parts.ts'

/** A number of a clause in place of that of the library: at one level, or at all that have it. */
export interface FigureValue {
  /** Id of the position or flow-down. */
  clause: string
  key: string
  level?: Level
  value: number
}

const slot = /\{\{figures\.([a-z0-9-]+)(\.words)?\}\}/g
const small = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')

/**
 * A position with its figures in its words: those of a level at that level, those of the strongest that has one elsewhere.
 * Amounts are in US dollars, in which a licensor of that country counts.
 */
export function fillFigures(position: Position): Position {
  const { figures, positions, ...rest } = position
  const fill = (value: unknown, level?: Level) => filled(value, figures, level)
  return {
    ...(fill(rest) as typeof rest),
    figures,
    positions: Object.fromEntries(
      Object.entries(positions).map(([level, one]) => [level, fill(one, level as Level)]),
    ),
  }
}

/** Whether a position has numbers to fill in. */
export function hasFigures({ figures }: Position): boolean {
  return Object.keys(figures).length > 0
}

/** The figures that words name and that a clause does not have there, by their keys. */
export function unknownFigures(words: string, figures: Readonly<Record<string, Figure>>): string[] {
  return [...words.matchAll(slot)].flatMap(([, key]) => (Object.hasOwn(figures, key!) ? [] : [key!]))
}

function filled(value: unknown, figures: Position['figures'], level: Level | undefined): unknown {
  if (typeof value === 'string') return value.includes('{{') ? wordsWith(value, figures, level) : value
  if (Array.isArray(value)) return value.map((item) => filled(item, figures, level))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, filled(item, figures, level)]))
}

function wordsWith(words: string, figures: Position['figures'], level: Level | undefined): string {
  const whole = words.replace(slot, (slotted, key: string, spelled?: string) => {
    const figure = Object.hasOwn(figures, key) ? figures[key]! : undefined
    const number = figure && (level && figure[level] !== undefined ? figure[level] : strongestOf(figure))
    if (!figure || number === undefined) return slotted
    if (figure.unit === 'money') return `US$${grouped(number)}`
    const said = figureWords(figure, number, '')
    return spelled && small[number] ? said.replace(/^\d+/, small[number]) : said
  })
  return whole.replace(/\b((?:1|one) (?:hour|day|business day|month|year))’(?!s)/g, '$1’s')
}

/** Of the strongest level that has one. */
function strongestOf(figure: Figure): number | undefined {
  return levelsDown.map((level) => figure[level]).find((value) => value !== undefined)
}

/**
 * A library with other numbers in its positions. Of two of one figure the one for a level stands above the one for all,
 * wherever it stands in the list.
 *
 * @returns the library itself where there is nothing to change
 */
export function withPositionFigures(library: Library, values: readonly FigureValue[]): Library {
  const changed = new Map<string, Position>()
  const narrowLast = [...values].sort((a, b) => Number(Boolean(a.level)) - Number(Boolean(b.level)))
  for (const value of narrowLast) {
    const position = changed.get(value.clause) ?? library.unfilled.get(value.clause)
    if (!position || !Object.hasOwn(position.figures, value.key)) continue
    const figure = position.figures[value.key]!
    changed.set(position.id, {
      ...position,
      figures: { ...position.figures, [value.key]: withValue(figure, value) },
    })
  }
  if (changed.size === 0) return library
  const filledNow = [...changed].map(([id, position]): [string, Position] => [id, fillFigures(position)])
  return withParts(library, {
    unfilled: new Map([...library.unfilled, ...changed]),
    positions: new Map([...library.positions, ...filledNow]),
  })
}

/** A figure with another value, at the levels that have one. */
export function withValue(figure: Figure, { level, value }: Pick<FigureValue, 'level' | 'value'>): Figure {
  const own = level ? [level] : levelsDown
  return {
    ...figure,
    ...Object.fromEntries(own.filter((one) => figure[one] !== undefined).map((one) => [one, value])),
  }
}

/** Every figure of a library, as a house and a matter name it: `termination-cure.cure`. */
export function figureNames({ flowDowns, unfilled }: Pick<Library, 'flowDowns' | 'unfilled'>): string[] {
  return [...unfilled.values(), ...flowDowns.values()].flatMap(({ id, figures }) =>
    Object.keys(figures).map((key) => `${id}.${key}`),
  )
}
