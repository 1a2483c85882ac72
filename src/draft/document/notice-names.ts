import type { Matter } from '../../matter/index.ts'
import { missing } from '../template/value.ts'
import type { ExactWords } from './notice-copy.ts'

/** A model that outputs train, and the name that it needs. */
export interface NamedModel {
  name: unknown
  /** Whether the duty has reached it. */
  state: string
  /** The name as it may stand, for example. */
  example: unknown
}

/**
 * The trained models of a matter with a name that meets the duty.
 *
 * @param prefixes what the licenses in use demand at the beginning of a name
 */
export function namedModels(prefixes: ExactWords[], matter: Matter): NamedModel[] {
  const demanding = prefixes.map(({ words }) => words)
  if (demanding.length === 0) return []
  // “Llama 3” begins with “Llama” too, so the longest demand meets all.
  const prefix = demanding.reduce((one, other) => (other.length > one.length ? other : one))
  return (matter.output_training?.models ?? []).map(({ name, distributed, named_llama: named }, at) => {
    const path = `output_training.models[${at}]`
    return {
      name: name ?? missing(`${path}.name`, 'name of the trained model'),
      state:
        distributed === true
          ? named === true
            ? 'Distributed or made available; the name is said to begin as it must'
            : 'Distributed or made available: rename it'
          : distributed === false
            ? 'Kept inside: any name will do until it is distributed or made available'
            : 'Whether it is distributed or made available is not known',
      example: exampleOf(name, prefix),
    }
  })
}

function exampleOf(name: string | undefined, prefix: string): unknown {
  if (name === undefined) return missing('', 'a name that begins as the license demands')
  return name.startsWith(prefix) ? name : `${prefix} ${name}`
}
