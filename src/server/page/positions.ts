import { documentOf } from '../../draft/index.ts'
import type { Level, Library, License, Position } from '../../library/index.ts'
import { amendmentsOf, editsFor, levelWords } from '../../redline/index.ts'
import type { TakenPosition } from '../work/draft.ts'

/** A position, or a clause for a vendor, that can be taken at a level, with the words that each gives. */
export interface PositionView {
  id: string
  /** Name of its field in the form. */
  name: string
  title: string
  why: string
  /** At which level the document takes it, or that it is left out, and why: `preferred: Users of other products are counted`. */
  taken?: string
  leftOut?: boolean
  chosen: { value: string; name: string; chosen: boolean }[]
  levels: { level: string; ask: string; words: string[] }[]
  /** Where the words of its levels are; they stand here where it is taken. */
  topic: string
  /** What taking it brings or drops, with the reason. */
  relations: string[]
}

const levels: { id: Level; value: string }[] = [
  { id: 'preferred', value: 'preferred' },
  { id: 'fallback', value: 'fallback' },
  { id: 'walk_away', value: 'walk-away' },
]

/**
 * What may be chosen for a document: the positions on the licenses in use, or the clauses of an addendum.
 *
 * @param taken levels that the matter gives, by id
 * @param proposed what the document takes, which comes first, and clauses that it leaves out
 */
export function positionViews(
  library: Library,
  document: string,
  licenses: License[],
  taken: Record<string, unknown>,
  proposed: readonly TakenPosition[] = [],
): PositionView[] {
  // Of a position that several licenses have the reason of the first is told.
  const found = new Map(proposed.toReversed().map((one) => [one.id, one]))
  const takenFirst = (views: PositionView[]) => [
    ...views.filter(({ id }) => found.get(id)?.level !== undefined),
    ...views.filter(({ id }) => found.get(id)?.level === undefined),
  ]
  if (documentOf(document).forms) {
    const views = [...library.flowDowns.values()].map(({ id, title, why, topic, levels: words }) => ({
      id,
      name: `negotiation.positions{${id}}`,
      title,
      why,
      topic,
      ...takenWords(found.get(id)),
      chosen: choices(taken[id], (level) => words[level] !== undefined),
      levels: [],
      relations: [],
    }))
    return takenFirst(views)
  }
  if (!documentOf(document).negotiates) return []
  const [first] = licenses
  const views = [...library.positions.values()]
    .filter(
      ({ counterparty, appliesTo }) =>
        counterparty === 'meta' && licenses.some(({ id }) => appliesTo.includes(id)),
    )
    .map((position) => ({
      id: position.id,
      name: `negotiation.positions{${position.id}}`,
      title: position.title,
      why: position.hurts,
      topic: position.topic,
      ...takenWords(found.get(position.id)),
      chosen: choices(taken[position.id], (level) => position.positions[level] !== undefined),
      levels: levels.flatMap(({ id, value }) => {
        const asked = position.positions[id]
        return asked && first
          ? [
              {
                level: value,
                ask: asked.ask,
                words: found.has(position.id) ? positionWords(position, id, first, library) : [],
              },
            ]
          : []
      }),
      relations: relationsOf(position, library),
    }))
  return takenFirst(views)
}

function takenWords(proposed: TakenPosition | undefined): Pick<PositionView, 'taken' | 'leftOut'> {
  if (!proposed) return {}
  const { level, because } = proposed
  return level === undefined
    ? { taken: `left out: ${because}`, leftOut: true }
    : { taken: `${levelWords[level]}: ${because}` }
}

/** What a position brings, and what it cannot stand beside, also where the other one says so. */
function relationsOf(position: Position, { positions }: Library): string[] {
  const title = (id: string) => positions.get(id)?.title ?? id
  const others = [...positions.values()].flatMap(({ id, excludes = [] }) =>
    excludes.filter((one) => one.position === position.id).map((one) => ({ ...one, position: id })),
  )
  return [
    ...(position.needs ?? []).map((one) => `Brings “${title(one.position)}”: ${one.reason}`),
    ...[...(position.excludes ?? []), ...others].map(
      (one) => `Not together with “${title(one.position)}”: ${one.reason}`,
    ),
  ]
}

function choices(taken: unknown, has: (level: Level) => boolean): PositionView['chosen'] {
  return [
    { value: '', name: 'as proposed', chosen: taken === undefined },
    ...levels
      .filter(({ id }) => has(id))
      .map(({ value }) => ({ value, name: value, chosen: taken === value })),
    { value: 'off', name: 'left out', chosen: taken === 'off' },
  ]
}

/** What the letter would say of the first license in use. */
function positionWords(position: Position, level: Level, license: License, library: Library): string[] {
  if (!position.appliesTo.includes(license.id)) return []
  const edits = editsFor([{ position, level, because: '' }], license)
  return amendmentsOf(edits, license, library).map(({ instruction }) => instruction)
}
