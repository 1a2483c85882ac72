import type { Level, Library, Position } from '../../library/index.ts'
import { type Assessment, citationsOf, type Matter, placeWords } from '../../matter/index.ts'
import { chosenPositions } from '../../redline/index.ts'
import { placesByLicense } from './memo-places.ts'

/** A point to negotiate. */
export interface MemoAgendaItem {
  title: string
  ask: string
  negotiability: string
  where: string
}

/** A position, the level asked for, and the licenses that it is taken on. */
interface Point {
  position: Position
  level: Level
  licenses: string[]
}

/** The positions that the matter takes, as the side letter asks for them, the weightiest topic first. */
export function memoAgenda(
  matter: Matter,
  assessment: Assessment,
  library: Library,
  licenses: readonly string[],
): MemoAgendaItem[] {
  const points = new Map<string, Point>()
  for (const id of licenses) {
    const license = library.licenses.get(id)!
    for (const { position, level } of chosenPositions(matter, license, library, assessment)) {
      const point = points.get(position.id) ?? { position, level, licenses: [] }
      point.licenses.push(id)
      points.set(position.id, point)
    }
  }
  const weight = ({ position }: Point) => library.topics.get(position.topic)?.weight ?? 1
  return [...points.values()]
    .sort((a, b) => weight(b) - weight(a))
    .map(({ position, level, licenses: on }) => ({
      title: position.title,
      ask: position.positions[level]?.ask ?? '',
      negotiability: position.negotiability,
      where: placesByLicense(
        on,
        (license) => placeWords(citationsOf(library, license, position.topic)) || 'silent',
        library,
      ),
    }))
}
