import type { Library } from '../../library/index.ts'
import { type Matter, type Situation, situationOf } from '../../matter/index.ts'
import { type AddendumModel, addendumMatter, addendumModels } from './models.ts'

/** What conditions on an addendum are matched against. */
export interface AddendumSituations {
  models: AddendumModel[]
  /** Licenses of its models, each once, in their order. */
  licenses: string[]
  /** A situation for each of them. */
  situations: Situation[]
}

const known = new WeakMap<Matter, { library: Library; found: AddendumSituations }>()

/**
 * The licenses of an addendum's models with the facts under each: the addendum's models alone, and its vendor alone.
 *
 * @throws Problem where the models of the addendum are not known
 */
export function addendumSituations(matter: Matter, library: Library): AddendumSituations {
  const before = known.get(matter)
  if (before?.library === library) return before.found
  const models = addendumModels(matter, library)
  const about = {
    ...addendumMatter(matter, models),
    ...(matter.vendor ? { vendors: [matter.vendor] } : {}),
  }
  const licenses = [...new Set(models.map(({ license }) => license.id))]
  const found = {
    models,
    licenses,
    situations: licenses.map((id) => situationOf(about, id, library)),
  }
  known.set(matter, { library, found })
  return found
}
