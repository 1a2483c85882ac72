import { citationPhrase, citedAs, type Library, type License, resolveModel } from '../../library/index.ts'
import type { Matter } from '../../matter/index.ts'
import { Problem } from '../../problem.ts'
import { type AddendumProduct, productsOf } from './products.ts'

/** A model that an addendum is about. */
export interface AddendumModel {
  name: string
  /** Sizes in use, or all that there are where the matter does not say. */
  sizes: string[]
  /** Modalities that it takes in: `text`, `image`. */
  inputs: string[]
  license: License
}

/**
 * The models that the vendor's product runs on: those that the vendor names, or else all of the matter's that are not
 * retired. Of an addendum for several products, those of all.
 *
 * @throws Problem where there is none, where the library does not know one, or where its license allows research alone
 * @example
 * addendumModels(matter, library).map(({ license }) => license.id) // ['llama-3.3']
 */
export function addendumModels(matter: Matter, library: Library): AddendumModel[] {
  const products = productsOf(matter)
  if (products.length === 0) return modelsCalled(matter.vendor?.models ?? [], matter, library)
  return distinctModels(products.flatMap((product) => productModels(matter, product, library)))
}

/**
 * The models of one of several products.
 *
 * @throws Problem as `addendumModels`
 */
export function productModels(
  matter: Matter,
  { models }: AddendumProduct,
  library: Library,
): AddendumModel[] {
  return modelsCalled(models ?? matter.vendor?.models ?? [], matter, library)
}

/** Models by their names, or else all of the matter's that are not retired. */
function modelsCalled(named: readonly string[], matter: Matter, library: Library): AddendumModel[] {
  const own = (matter.models ?? []).filter(({ status }) => status !== 'retired')
  const models =
    named.length > 0
      ? named.map((name, at) => modelNamed(name, `vendor.models[${at}]`, own, library))
      : own.map((model, at) => modelOf(model, at, own, library))
  if (models.length === 0) {
    throw new Problem(
      'no-models',
      'the matter names no model for the addendum: give vendor.models, for example [Llama 3.3]',
      { fact: 'vendor.models' },
    )
  }
  const distinct = distinctModels(models)
  for (const model of distinct) requireProduction(model, library)
  return distinct
}

function distinctModels(models: AddendumModel[]): AddendumModel[] {
  return [...new Map(models.map((model) => [`${model.name} ${model.sizes}`, model])).values()]
}

/** The matter with the addendum's models for its own: conditions then ask about them alone. */
export function addendumMatter(matter: Matter, models: AddendumModel[]): Matter {
  return {
    ...matter,
    models: models.map(({ name, inputs, license }) => ({
      model: name,
      license: license.id,
      inputs: inputs as NonNullable<NonNullable<Matter['models']>[number]['inputs']>,
      status: 'in-use',
    })),
  }
}

type OwnModel = NonNullable<Matter['models']>[number]

function modelOf(own: OwnModel, at: number, all: OwnModel[], library: Library): AddendumModel {
  if (own.model !== undefined) return modelNamed(own.model, `models[${at}].model`, all, library)
  const under = library.models.find(({ license }) => license === own.license)
  if (under) return modelNamed(under.name, `models[${at}].license`, all, library)
  throw new Problem('model', `matter.models[${at}]: names no model: give models[${at}].model`, {
    fact: `models[${at}].model`,
  })
}

/** A model by its name, with or without a size: `Llama 3.3`, `meta-llama/Llama-3.3-70B-Instruct`. */
function modelNamed(name: string, fact: string, own: OwnModel[], library: Library): AddendumModel {
  const given = own.find(({ model }) => plain(model ?? '') === plain(name))
  const named = resolveModel(name, library, given?.size)
  const models = named.known ? named.models : []
  const found = models.find((one) => plain(one.name) === plain(name)) ?? models[0]
  const license = library.licenses.get(found?.license ?? given?.license ?? '')
  if (license && (named.known || named.what === 'name')) {
    const size = named.known ? named.size : given?.size
    const sizes = size === undefined ? (found?.sizes ?? []) : [size]
    return { name: found?.name ?? name, sizes, inputs: found?.inputs ?? given?.inputs ?? ['text'], license }
  }
  const near = named.known ? '' : `: did you mean ${named.nearest[0]}?`
  throw new Problem('model', `matter.${fact}: the library has no model “${name}”${near}`, { fact })
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[\s-]+/g, ' ')
}

/** No addendum makes a vendor's product out of a model that may only be studied. */
function requireProduction({ name, license }: AddendumModel, library: Library): void {
  const { id, title } = license
  const term = library.terms.get(`${id}/commercial-use`)
  if (!term || term.absent || term.facts.production_use !== 'prohibited') return
  throw new Problem(
    'research-only',
    `${name} may not be used in a product (${title}, ${citationPhrase(term.sections.map((path) => citedAs(library, id, term.document, path)))}): no addendum cures that; have the vendor move to a model whose license allows it`,
  )
}
