import { type Library, resolveModel } from '../../library/index.ts'
import type { Matter } from '../schema/index.ts'
import { usesOf } from '../use/uses-of.ts'
import { modelsOf } from './models.ts'

/** A name that the library does not know. */
export interface UnknownModel {
  /** Path of the fact: `models[0].model`. */
  path: PropertyKey[]
  name: string
  /** What to do about it, one line. */
  reason: string
}

/** Every model that a matter names, its vendors' included, and the library does not know: by its name or its size. */
export function unknownModels(matter: Matter, library: Pick<Library, 'models' | 'variants'>): UnknownModel[] {
  const own = usesOf(matter).flatMap((use) =>
    modelsOf(use.matter, library).flatMap(({ index, name, unknown }) => {
      if (name === undefined || unknown === undefined) return []
      const full = sizedName(name, use.matter.models![index]!.size)
      const path = use.at !== undefined && matter.uses?.[use.at]?.models ? ['uses', use.at] : []
      return [{ path: [...path, 'models', index, 'model'], name: full, reason: whichModel(full, unknown) }]
    }),
  )
  const vendors = (matter.vendors ?? []).flatMap(({ models = [] }, at) =>
    models.flatMap((name, index) => named(name, ['vendors', at, 'models', index])),
  )
  const vendor = (matter.vendor?.models ?? []).flatMap((name, at) => named(name, ['vendor', 'models', at]))
  return [...own, ...vendors, ...vendor]

  function named(name: string, path: PropertyKey[]): UnknownModel[] {
    const found = resolveModel(name, library)
    return found.known ? [] : [{ path, name, reason: whichModel(name, found) }]
  }
}

/** A model as people write it: `Llama 3.1 71B`. */
export function sizedName(name: string, size: string | undefined): string {
  return size === undefined ? name : `${name} ${size}`
}

type Unresolved = Extract<ReturnType<typeof resolveModel>, { known: false }>

/** `which model is “Llama 3.1 71B”? Llama 3.1 has no such size; nearest: …` */
export function whichModel(name: string, { what, nearest }: Unresolved): string {
  const why = {
    name: 'the library does not know it',
    size: 'there is no such size',
    edition: 'models of several licenses bear that name',
  }[what]
  const near = nearest.length > 0 ? `; did you mean ${nearest.join(', ')}?` : ''
  return `which model is “${name}”? ${why}${near}`
}
