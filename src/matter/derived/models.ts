import type { Library, Model } from '../../library/index.ts'
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

function sameName({ name }: Model, given: string | undefined): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[\s-]+/g, ' ')
  return given !== undefined && plain(name) === plain(given)
}
