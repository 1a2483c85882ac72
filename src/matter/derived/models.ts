import type { Library, Model } from '../../library/index.ts'
import { Problem } from '../../problem.ts'
import type { Matter } from '../schema/index.ts'

/** A model of a matter with what the library adds to it. */
export interface MatterModel {
  /** Place in the matter's list. */
  index: number
  name?: string
  license?: string
  inputs?: string[]
  status?: 'evaluated' | 'in-use' | 'planned' | 'retired'
}

/** The models of a matter; the license and inputs that are not given follow from the model's name. */
export function modelsOf(matter: Matter, library: Pick<Library, 'models'>): MatterModel[] {
  return (matter.models ?? []).map(({ model: name, license, inputs, status }, index) => {
    const entry = library.models.find((one) => sameName(one, name))
    const resolved = { license: license ?? entry?.license, inputs: inputs ?? entry?.inputs }
    return {
      index,
      ...(name === undefined ? {} : { name }),
      ...(resolved.license === undefined ? {} : { license: resolved.license }),
      ...(resolved.inputs === undefined ? {} : { inputs: resolved.inputs }),
      ...(status === undefined || status === 'unknown' ? {} : { status }),
    }
  })
}

/** Licenses of the models that are not retired, in the order of the library. */
export function licensesInUse(matter: Matter, library: Pick<Library, 'models' | 'licenses'>): string[] {
  const used = new Set(
    modelsOf(matter, library)
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
export function requireOwnLicenses(matter: Matter, library: Pick<Library, 'models' | 'licenses'>): void {
  for (const [at, { model, license }] of (matter.models ?? []).entries()) {
    if (license === undefined) continue
    const fact = `matter.models[${at}].license`
    if (!library.licenses.has(license)) {
      const ids = [...library.licenses.keys()].join(', ')
      throw new Problem('matter-model', `${fact}: there is no license ${license}: the library has ${ids}`)
    }
    const own = library.models.find((one) => sameName(one, model))?.license
    if (own !== undefined && own !== license) {
      throw new Problem(
        'matter-model',
        `${fact}: ${model} is under ${own}, not ${license}: mend one of the two`,
      )
    }
  }
}

function sameName({ name }: Model, given: string | undefined): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[\s-]+/g, ' ')
  return given !== undefined && plain(name) === plain(given)
}
