import type { Library } from '../../library/index.ts'
import type { Situation } from '../condition/types.ts'
import { modelsOf } from '../derived/models.ts'

/** Whether a model of a license is used already, and since when, where that is told. */
export interface Used {
  used: boolean
  since?: string
  /** Until when, where none is used any longer and it is told. */
  until?: string
}

/** Since when a model of the license is used; what is planned is not. */
export function usedSince({ matter, license }: Situation, library: Library): Used {
  const models = modelsOf(matter, library)
  const own = (matter.models ?? []).filter((_, at) => models[at]?.license === license.id)
  const started = own.filter(({ status }) => status !== 'planned')
  const [since] = started.flatMap(({ since: day }) => (day === undefined ? [] : [day])).sort()
  const ends = started.map(({ until }) => until)
  const last = ends.every((day) => day !== undefined) ? (ends as string[]).sort().at(-1) : undefined
  return {
    used: started.length > 0,
    ...(since === undefined ? {} : { since }),
    ...(last === undefined ? {} : { until: last }),
  }
}
