import { levelsDown } from '../levels.ts'
import type { Figure, FlowDown, Library } from '../types.ts'

/** Something wrong with the figures of a clause, and words of its file by which the place is found. */
export interface WrongFigure {
  reason: string
  about: string
  /** The figure of which a lower level asks for more. */
  rises?: string
}

/** Whether a lower level of a figure asks for more than one above it. */
export function asksForMoreBelow(figure: Figure): boolean {
  const values = levelsDown.flatMap((level) => figure[level] ?? [])
  return values.some((value, at) =>
    at === 0 ? false : figure.stricter === 'less' ? value < values[at - 1]! : value > values[at - 1]!,
  )
}

/**
 * What is wrong with the figures of a clause: a number that stands in its words and not among its figures, a figure that no
 * words use or that has no value where they do, a lower level that asks for more, and a level of which nothing can be seen or
 * counted.
 */
export function wrongFigures({ levels, figures, measured }: FlowDown): WrongFigure[] {
  // A library that gives no clause a figure has none to check: a house may write its numbers out.
  if (Object.keys(figures).length === 0 && Object.keys(measured).length === 0) return []
  const wrong: WrongFigure[] = []
  const used = new Set<string>()
  for (const level of levelsDown) {
    const text = levels[level]
    const note = (reason: string, about: string) => wrong.push({ reason: `${level}: ${reason}`, about })
    if (text === undefined) {
      if (measured[level] !== undefined) note('measured tells of a level that has no words', measured[level])
      continue
    }
    const here = [...text.matchAll(/\{\{figures\.([a-z-]+)\}\}/g)].map(([, key]) => key!)
    for (const key of here) {
      used.add(key)
      if (figures[key]?.[level] === undefined) note(`the figure ${key} has no value here`, `figures.${key}`)
    }
    const plain = text.replaceAll(/\{\{[^}]*\}\}|ISO\/IEC \d+|SOC \d/g, '')
    const [number] = /\d[\d,.]*(?: \w+)?/.exec(plain) ?? []
    if (number !== undefined) note(`“${number}” is written out: make it a figure`, number)
    if (here.length === 0 && measured[level] === undefined)
      note(
        'nothing of it can be counted: give a figure, or say under measured what can be seen',
        text.slice(0, 40),
      )
  }
  for (const [key, figure] of Object.entries(figures)) {
    if (!used.has(key)) wrong.push({ reason: `no words use the figure ${key}`, about: `${key}:` })
    if (asksForMoreBelow(figure))
      wrong.push({ reason: `a lower level asks for more of the figure ${key}`, about: `${key}:`, rises: key })
  }
  return wrong
}

/** The flow-downs that name a figure so, by what it is called. */
export function termsOfFigures({ flowDowns }: Library): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { id, figures } of flowDowns.values())
    for (const { term } of Object.values(figures)) found.set(term, [...(found.get(term) ?? []), id])
  return found
}
