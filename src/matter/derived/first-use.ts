import type { Library } from '../../library/index.ts'
import type { Matter } from '../schema/index.ts'
import { modelsOf } from './models.ts'

/** When a license was taken: the day or month, `never`, or undefined where a use does not say since when it is. */
export type FirstUse = string | 'never' | undefined

/**
 * When a license was taken, over all uses of a client: by the first use of a model under it. What is planned takes none.
 *
 * @param uses each with its models at the top, as conditions see them
 * @example
 * firstUse(usesOf(matter).map((use) => use.matter), 'llama-2', library) // '2023-10'
 */
export function firstUse(uses: Matter[], license: string, library: Library): FirstUse {
  const used = uses.flatMap((matter) => {
    const models = modelsOf(matter, library)
    return (matter.models ?? []).filter(
      ({ status }, at) => models[at]?.license === license && status !== 'planned',
    )
  })
  if (used.length === 0) return 'never'
  const days = used.map(({ since }) => since)
  return days.includes(undefined) ? undefined : (days as string[]).sort()[0]
}
