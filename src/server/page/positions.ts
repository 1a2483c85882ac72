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
  /** At which level the document takes it, and why: `preferred: Users of other products are counted`. */
  taken?: string
  chosen: { value: string; name: string; chosen: boolean }[]
  levels: { level: string; ask: string; words: string[] }[]
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
 * @param proposed those that the document takes: they come first
 */
export function positionViews(
  library: Library,
  document: string,
  licenses: License[],
  taken: Record<string, unknown>,
  proposed: readonly TakenPosition[] = [],
): PositionView[] {
  if (document === 'vendor-addendum') {
    return [...library.flowDowns.values()].map(({ id, title, why, levels: words }) => ({
      id,
      name: `negotiation.positions{${id}}`,
      title,
      why,
      chosen: choices(taken[id], (level) => words[level] !== undefined),
      levels: [],
      relations: [],
    }))
  }
  if (!documentOf(document).negotiates) return []
  const [first] = licenses
  // Of a position that several licenses have the reason of the first is told.
  const found = new Map(proposed.toReversed().map((one) => [one.id, one]))
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
      ...takenWords(found.get(position.id)),
      chosen: choices(taken[position.id], (level) => position.positions[level] !== undefined),
      levels: levels.flatMap(({ id, value }) => {
        const asked = position.positions[id]
        return asked && first
          ? [{ level: value, ask: asked.ask, words: positionWords(position, id, first, library) }]
          : []
      }),
      relations: relationsOf(position, library),
    }))
  return [...views.filter(({ id }) => found.has(id)), ...views.filter(({ id }) => !found.has(id))]
}

function takenWords(proposed: TakenPosition | undefined): { taken?: string } {
  if (!proposed) return {}
  return { taken: `${levelWords[proposed.level]}: ${proposed.because}` }
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
