import {
  type ClauseNode,
  chooseFlowDowns,
  type DraftOptions,
  draft,
  draftInputs,
  type Templates,
} from '../../draft/index.ts'
import { type Level, type Library, levelsDown, levelWords } from '../../library/index.ts'
import { libraryOf, type Matter } from '../../matter/index.ts'
import type { TextStore } from '../../texts/index.ts'
import type { Point, PointParagraph } from '../types.ts'
import { paragraphsOfClause } from './tree-paragraphs.ts'

/** The matter and what a draft of it is made with. */
export interface Drafting {
  matter: Matter
  library: Library
  templates: Templates
  store: TextStore
}

/** How an addendum may have been drafted. */
export type AddendumShape = Pick<DraftOptions, 'form' | 'cover'>

export const shapes: readonly AddendumShape[] = [
  { form: 'full' },
  { form: 'terms' },
  { form: 'full', cover: true },
  { form: 'terms', cover: true },
]

/**
 * The flow-downs of a matter's addendum, each in its words at every level: the addendum is drafted in memory, once a level.
 *
 * @param matter with the vendor that it is about under `vendor`
 * @throws Problem where no addendum can be drafted
 */
export async function pointsOfAddendum(
  { matter, library: common, templates, store }: Drafting,
  shape: AddendumShape,
): Promise<Point[]> {
  const library = libraryOf(matter, common)
  const chosen = chooseFlowDowns(matter, library, shape.form).filter((one) => one.in)
  const words = new Map<Level, ReadonlyMap<string, PointParagraph[]>>()
  for (const level of levelsDown) {
    const at = atLevel(
      matter,
      level,
      chosen.map(({ flowDown }) => flowDown.id),
    )
    const inputs = await draftInputs(
      { id: 'vendor-addendum', title: '', summary: '', needs: [], reads: {}, view: () => ({}) },
      at,
      common,
      store,
    )
    const { tree } = draft('vendor-addendum', {
      templates,
      matter: at,
      library: common,
      ...inputs,
      options: { ...shape, allowBlanks: true, allowConflicts: true },
    })
    words.set(
      level,
      new Map(
        tree.children
          .filter((node): node is ClauseNode => node.type === 'clauseBlock')
          .map((node) => [node.id, paragraphsOfClause(node)]),
      ),
    )
  }
  return chosen.map(
    ({ flowDown: { id, title, levels, approval }, level: asked }): Point => ({
      id,
      kind: 'flow-down',
      title,
      asked,
      levels: Object.fromEntries(
        levelsDown.flatMap((level) => {
          const own = words.get(level)?.get(id)
          return levels[level] !== undefined && own ? [[level, own]] : []
        }),
      ),
      approval,
    }),
  )
}

function atLevel(matter: Matter, level: Level, ids: readonly string[]): Matter {
  const named = levelWords[level] as 'preferred' | 'fallback' | 'walk-away'
  return {
    ...matter,
    negotiation: {
      ...matter.negotiation,
      positions: { ...matter.negotiation?.positions, ...Object.fromEntries(ids.map((id) => [id, named])) },
    },
  }
}
