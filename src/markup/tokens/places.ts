import { child, type XmlElement } from '../../ooxml/index.ts'

/** Most columns that a cell may be said to cover, or a row to leave out. */
const MOST_COLUMNS = 1000

/** The columns that the cells of a row cover: the first, from 0, and the one after the last (ECMA-376 part 1, 17.4.15, 17.4.17). */
export function placesOf(row: XmlElement, cells: readonly XmlElement[]): { from: number; to: number }[] {
  let at = numberOf(child(row, 'w:trPr'), 'w:gridBefore', 0)
  return cells.map((cell) => {
    const from = at
    at += Math.max(1, numberOf(child(cell, 'w:tcPr'), 'w:gridSpan', 1))
    return { from, to: at }
  })
}

function numberOf(properties: XmlElement | undefined, name: string, otherwise: number): number {
  const value = Number(child(properties, name)?.attributes['w:val'] ?? otherwise)
  return Number.isInteger(value) && value >= 0 && value <= MOST_COLUMNS ? value : otherwise
}
