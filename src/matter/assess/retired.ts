import type { Library } from '../../library/index.ts'
import { modelsOf } from '../derived/models.ts'
import type { Matter } from '../schema/index.ts'
import type { Answer, Past } from '../types.ts'

/** A use as it was while the models of one license served it, which are all retired. */
export interface WasUsed {
  license: string
  matter: Matter
}

/**
 * The licenses whose models a use has given up, each with the use as it was then: its other models are left out.
 *
 * @param matter a use, with its models at the top
 */
export function wasUsed(matter: Matter, library: Library): WasUsed[] {
  const models = modelsOf(matter, library)
  const used = new Set(models.filter(({ status }) => status !== 'retired').map(({ license }) => license))
  return [...library.licenses.keys()].flatMap((license): WasUsed[] => {
    if (used.has(license)) return []
    const own = (matter.models ?? []).filter((_, at) => models[at]?.license === license)
    if (own.length === 0) return []
    return [{ license, matter: { ...matter, models: own.map((one) => ({ ...one, status: 'in-use' })) } }]
  })
}

/** What is over is ended by nothing else, and nothing leads to a better path. */
export function asOver(answer: Answer, { over }: Pick<Library, 'over'>): Answer {
  const ended = (past: Past): Past => (past.is === 'none' ? past : { ...past, ends: [over] })
  return {
    ...answer,
    pastUnlicensedUse: ended(answer.pastUnlicensedUse),
    pastBreach: ended(answer.pastBreach),
    wayOut: [],
  }
}
