import { type Level, type Library, levelsDown, type Position } from '../../library/index.ts'
import { assess, libraryOf, licensesInUse } from '../../matter/index.ts'
import { amendedLicense, type ChosenPosition, choicesOf } from '../../redline/index.ts'
import type { Point, PointParagraph } from '../types.ts'
import type { Drafting } from './of-addendum.ts'

/** A position on a license, the words that it makes at each level, and how they are found. */
type WordsAt = (
  chosen: readonly ChosenPosition[],
  license: string,
  source: string | undefined,
) => Map<string, PointParagraph[]>

/** The positions of a matter as its side letter says them: an instruction a paragraph. */
export function pointsOfLetter(drafting: Drafting): Promise<Point[]> {
  return pointsOfPositions(drafting, (chosen, id, source) => {
    const license = drafting.library.licenses.get(id)!
    const { amendments } = amendedLicense(
      chosen,
      license,
      libraryOf(drafting.matter, drafting.library),
      source,
    )
    const found = new Map<string, PointParagraph[]>()
    for (const { position, instruction } of amendments) {
      const own = found.get(position) ?? []
      if (!own.some(({ text }) => text === instruction)) found.set(position, [...own, { text: instruction }])
    }
    return found
  })
}

/** The positions of a matter as its redline of a license makes them: the clauses that each changes. */
export function pointsOfRedline(drafting: Drafting): Promise<Point[]> {
  return pointsOfPositions(drafting, (chosen, id, source) => {
    const license = drafting.library.licenses.get(id)!
    const { redline } = amendedLicense(chosen, license, libraryOf(drafting.matter, drafting.library), source)
    const found = new Map<string, PointParagraph[]>()
    for (const { pieces } of redline?.clauses ?? []) {
      const said = (op: 'insert' | 'delete') =>
        pieces
          .filter((piece) => piece.op === 'equal' || piece.op === op)
          .map(({ text }) => text)
          .join('')
      for (const position of new Set(pieces.flatMap((piece) => piece.position ?? [])))
        found.set(position, [
          ...(found.get(position) ?? []),
          { text: said('insert'), before: said('delete') },
        ])
    }
    return found
  })
}

async function pointsOfPositions(
  { matter, library: common, store }: Drafting,
  wordsAt: WordsAt,
): Promise<Point[]> {
  const library = libraryOf(matter, common)
  const licenses = licensesInUse(matter, library).map((id) => library.licenses.get(id)!)
  const choices = choicesOf(matter, licenses, library, assess(matter, library))
  const points = new Map<string, Point>()
  for (const license of licenses) {
    const source = (await store.read(license.id))?.source
    const { chosen } = choices.get(license.id)!
    const asked = wordsAt(chosen, license.id, source)
    for (const { position, level } of chosen) {
      const own = asked.get(position.id)
      if (!own) continue
      const point = points.get(position.id) ?? pointOf(position, level, library)
      points.set(position.id, point)
      for (const at of levelsDown) {
        const others = chosen.map((one) => (one.position === position ? { ...one, level: at } : one))
        const words =
          at === level
            ? own
            : position.positions[at]
              ? wordsAt(others, license.id, source).get(position.id)
              : undefined
        if (words) point.levels[at] = [...(point.levels[at] ?? []), ...words]
      }
    }
  }
  return [...points.values()]
}

function pointOf(position: Position, asked: Level, _library: Library): Point {
  const { id, title, approval, negotiability, negotiabilityReason } = position
  return {
    id,
    kind: 'position',
    title,
    asked,
    levels: {},
    approval,
    ...(negotiability === 'fixed' && { fixed: negotiabilityReason }),
  }
}
