import type { Level, Library, Position } from '../../library/index.ts'
import { type Assessment, citationsOf, licenseNames, type Matter, placeWords } from '../../matter/index.ts'
import { chosenPositions } from '../../redline/index.ts'

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
      where: placesOf(position.topic, on, library),
    }))
}

function placesOf(topic: string, licenses: string[], library: Library): string {
  const places = new Map<string, string[]>()
  for (const license of licenses) {
    const where = placeWords(citationsOf(library, license, topic)) || 'silent'
    places.set(where, [...(places.get(where) ?? []), license])
  }
  return [...places].map(([where, of]) => `${licenseNames(of, library.licenses)}, ${where}`).join('; ')
}
