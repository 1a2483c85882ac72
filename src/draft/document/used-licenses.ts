import type { License } from '../../library/index.ts'
import { licensesInUse, unknownModels } from '../../matter/index.ts'
import { Problem } from '../../problem.ts'
import type { DraftInput } from './types.ts'

/**
 * The licenses of the matter's models, for a document that is made of what they say.
 *
 * @throws Problem `no-license` where the matter names none
 */
export function usedLicenses({ matter, library }: DraftInput): License[] {
  const ids = licensesInUse(matter, library)
  if (ids.length === 0) {
    const unknown = unknownModels(matter, library)
    throw new Problem(
      'no-license',
      unknown.length > 0
        ? `no use has a model that the library knows: ${[...new Set(unknown.map(({ reason }) => reason))].join('; ')}`
        : 'the matter names no model, or no license that the library has: give models[].license, for example llama-3.1',
      { fact: unknown.length > 0 ? factOf(unknown[0]!.path) : 'models[0].license' },
    )
  }
  return ids.map((id) => library.licenses.get(id)!)
}

/** `uses[0].models[1].model`: where the model is named that nobody knows. */
function factOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (name, step) =>
      typeof step === 'number' ? `${name}[${step}]` : name === '' ? String(step) : `${name}.${String(step)}`,
    '',
  )
}
