import { amendmentGroups } from '../../draft/index.ts'
import { type License, levelsDown, type Position } from '../../library/index.ts'
import { assess, libraryOf, licensesInUse } from '../../matter/index.ts'
import { amendedLicense, type ChosenPosition, choicesOf } from '../../redline/index.ts'
import type { Point, PointParagraph } from '../types.ts'
import type { Drafting } from './of-addendum.ts'

/** What a matter takes on one license. */
interface Taken {
  license: License
  /** Its official text, where that is here. */
  source: string | undefined
  chosen: readonly ChosenPosition[]
}

/** The paragraphs of each position in a paper, by its id. */
type WordsOf = (taken: readonly Taken[]) => Map<string, PointParagraph[]>

/** The positions of a matter as its side letter says them: an instruction a paragraph, once for the licenses that share it. */
export async function pointsOfLetter(drafting: Drafting): Promise<Point[]> {
  const library = libraryOf(drafting.matter, drafting.library)
  return pointsOf(await takenOn(drafting), (taken) => {
    const words = wordsByPosition()
    const amended = taken.map(({ license, source, chosen }) => ({
      id: license.id,
      amendments: amendedLicense(chosen, license, library, source).amendments,
    }))
    for (const { sections } of amendmentGroups(amended))
      for (const { name, amendments, single } of sections)
        for (const { position, instruction } of amendments)
          words.add(position, { text: single ? `${name}. ${instruction}` : instruction })
    return words.all
  })
}

/** The positions of a matter as its redline of each license makes them: the clauses that each changes. */
export async function pointsOfRedlines(drafting: Drafting): Promise<Point[][]> {
  const library = libraryOf(drafting.matter, drafting.library)
  return (await takenOn(drafting)).map((own) =>
    pointsOf([own], ([taken]) => {
      const words = wordsByPosition()
      const { license, source, chosen } = taken!
      const { redline } = amendedLicense(chosen, license, library, source)
      for (const { pieces } of redline?.clauses ?? []) {
        const said = (op: 'insert' | 'delete') =>
          pieces
            .filter((piece) => piece.op === 'equal' || piece.op === op)
            .map(({ text }) => text)
            .join('')
        for (const position of new Set(pieces.flatMap((piece) => piece.position ?? [])))
          words.add(position, { text: said('insert'), before: said('delete') })
      }
      return words.all
    }),
  )
}

async function takenOn({ matter, library: common, store }: Drafting): Promise<Taken[]> {
  const library = libraryOf(matter, common)
  const licenses = licensesInUse(matter, library).map((id) => library.licenses.get(id)!)
  const choices = choicesOf(matter, licenses, library, assess(matter, library))
  return Promise.all(
    licenses.map(async (license) => ({
      license,
      source: (await store.read(license.id))?.source,
      chosen: choices.get(license.id)!.chosen,
    })),
  )
}

/** Each position in its words at every level that it has, while the others stay as they are. */
function pointsOf(taken: readonly Taken[], wordsOf: WordsOf): Point[] {
  const asked = wordsOf(taken)
  const chosen = new Map(taken.flatMap((own) => own.chosen.map((one) => [one.position.id, one] as const)))
  return [...chosen.values()].flatMap(({ position, level }): Point[] => {
    const own = asked.get(position.id)
    if (!own) return []
    const levels: Point['levels'] = {}
    for (const at of levelsDown) {
      if (at !== level && !position.positions[at]) continue
      const others = taken.map((one) => ({
        ...one,
        chosen: one.chosen.map((other) =>
          other.position.id === position.id ? { ...other, level: at } : other,
        ),
      }))
      const words = at === level ? own : wordsOf(others).get(position.id)
      if (words) levels[at] = words
    }
    return [pointOf(position, level, levels)]
  })
}

function pointOf(
  { id, title, approval, negotiability, negotiabilityReason }: Position,
  asked: Point['asked'],
  levels: Point['levels'],
): Point {
  return {
    id,
    kind: 'position',
    title,
    asked,
    levels,
    approval,
    ...(negotiability === 'fixed' && { fixed: negotiabilityReason }),
  }
}

function wordsByPosition(): {
  all: Map<string, PointParagraph[]>
  add(id: string, one: PointParagraph): void
} {
  const all = new Map<string, PointParagraph[]>()
  return { all, add: (id, one) => all.set(id, [...(all.get(id) ?? []), one]) }
}
