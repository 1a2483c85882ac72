import { type Library, type Model, type NamedModel, resolveModel } from '../../library/index.ts'
import { Problem } from '../../problem.ts'
import type { Matter } from '../schema/index.ts'
import { wholeOf } from '../use/whole-of.ts'

/** A model of a matter with what the library adds to it. */
export interface MatterModel {
  /** Place in the matter's list. */
  index: number
  name?: string
  license?: string
  inputs?: string[]
  status?: 'evaluated' | 'in-use' | 'planned' | 'retired'
  /** What the library knows of it; several where the name leaves open which. */
  of?: Model[]
  /** Its name, or its size, is not known. */
  unknown?: Extract<NamedModel, { known: false }>
}

/**
 * The models of a matter; the license and inputs that are not given follow from the model's name and size. A name that
 * may be of several models of one license has that license, and inputs only where they agree.
 */
export function modelsOf(matter: Matter, library: Pick<Library, 'models' | 'variants'>): MatterModel[] {
  return (matter.models ?? []).map(({ model: name, license, size, inputs, status }, index) => {
    const found = name === undefined ? undefined : resolveModel(name, library, size)
    const own = found?.known ? found : undefined
    const unknown =
      found?.known === false && (license === undefined || found.what === 'size') ? found : undefined
    const resolved = {
      license: unknown ? undefined : (license ?? own?.license),
      inputs: inputs ?? own?.inputs,
    }
    return {
      index,
      ...(name === undefined ? {} : { name }),
      ...(resolved.license === undefined ? {} : { license: resolved.license }),
      ...(resolved.inputs === undefined ? {} : { inputs: resolved.inputs }),
      ...(status === undefined || status === 'unknown' ? {} : { status }),
      ...(own ? { of: own.models } : {}),
      ...(unknown ? { unknown } : {}),
    }
  })
}

/** Licenses of the models that are not retired, in the order of the library. */
export function licensesInUse(
  matter: Matter,
  library: Pick<Library, 'models' | 'variants' | 'licenses'>,
): string[] {
  const used = new Set(
    modelsOf(wholeOf(matter), library)
      .filter(({ status }) => status !== 'retired')
      .map(({ license }) => license),
  )
  return [...library.licenses.keys()].filter((id) => used.has(id))
}

/**
 * A model that is named with a license which is not its own would be judged by the wrong text.
 *
 * @throws Problem `matter-model`, also for a license that the library does not have
 */
export function requireOwnLicenses(
  matter: Matter,
  library: Pick<Library, 'models' | 'variants' | 'licenses'>,
  use?: number,
): void {
  for (const [at, { model, license, size }] of (matter.models ?? []).entries()) {
    if (license === undefined) continue
    const fact = `matter.${use === undefined ? '' : `uses[${use}].`}models[${at}].license`
    if (!library.licenses.has(license)) {
      const ids = [...library.licenses.keys()].join(', ')
      throw new Problem('matter-model', `${fact}: there is no license ${license}: the library has ${ids}`)
    }
    const found = model === undefined ? undefined : resolveModel(model, library, size)
    const own = found?.known ? found.license : undefined
    if (own !== undefined && own !== license) {
      throw new Problem(
        'matter-model',
        `${fact}: ${model} is under ${own}, not ${license}: mend one of the two`,
      )
    }
  }
}
