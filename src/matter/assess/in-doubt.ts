import type { Library } from '../../library/index.ts'
import type { OpenQuestion, Situation } from '../condition/types.ts'
import { questionOf } from '../condition/unknowns.ts'
import { modelsOf } from '../derived/models.ts'
import type { DutyAnswer } from '../types.ts'
import type { Held } from './path.ts'

/**
 * What has to be known first where it is not certain that a use has any model of the license: none where one is certain.
 */
export function asksIfUsed({ matter, license }: Situation, library: Library): OpenQuestion[] {
  const models = modelsOf(matter, library)
  const own = (matter.models ?? []).flatMap((model, at) =>
    models[at]?.license === license.id && models[at]?.status !== 'retired' ? [{ ...model, at }] : [],
  )
  if (own.some(({ certain }) => certain === undefined || certain === true)) return []
  return own.map(({ model, at }) => {
    const { fact, question } = questionOf(`models[${at}].certain`)
    return { fact, question: model === undefined ? question : `${question} (${model})` }
  })
}

/** Limits that hold if the model is used are open where that is not known. */
export function limitsIfUsed(held: Held[], asks: OpenQuestion[]): Held[] {
  if (asks.length === 0) return held
  return held.map((one) => ({ ...one, holds: 'open' as const, questions: [...asks, ...one.questions] }))
}

/** Duties that fall due if the model is used are open where that is not known. */
export function dutiesIfUsed(duties: DutyAnswer[], asks: OpenQuestion[]): DutyAnswer[] {
  if (asks.length === 0) return duties
  return duties.map((one) =>
    one.is === 'not' ? one : { ...one, is: 'open' as const, questions: [...asks, ...one.questions] },
  )
}
