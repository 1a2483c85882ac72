import { distance } from 'fastest-levenshtein'
import type { Library, Model } from '../types.ts'
import { nameWords, type ReadName, readName } from './name.ts'

/** What a name comes to. */
export type NamedModel =
  | {
      known: true
      /** As `models.yaml` names it; several where the name leaves open which, all under one license. */
      models: Model[]
      license: string
      /** As `models.yaml` writes it; left out where the name gives none. */
      size?: string
      /** What it takes in; left out where the models that it may be differ. */
      inputs?: string[]
    }
  | {
      known: false
      /** What is not known of it; `edition` where models of several licenses bear the name. */
      what: 'name' | 'size' | 'edition'
      /** Names that may be meant, nearest first. */
      nearest: string[]
    }

type Models = Pick<Library, 'models' | 'variants'>

/**
 * Which model a name is of: official names, ids of hubs and clouds, with or without a size. A word that nobody knows
 * makes the model unknown, since what is built on Llama is under more than its license.
 *
 * @param size given beside the name
 * @example
 * resolveModel('meta-llama/Llama-3.2-11B-Vision-Instruct', library) // Llama 3.2-Vision, 11B, llama-3.2
 */
export function resolveModel(name: string, library: Models, size?: string): NamedModel {
  const known = resolved.get(library) ?? new Map<string, NamedModel>()
  resolved.set(library, known)
  const key = JSON.stringify([name, size])
  const before = known.get(key)
  if (before) return before
  // A server reads names from many people: what it remembers of them has an end.
  if (known.size >= 500) known.clear()
  const found = resolve(name, library, size)
  known.set(key, found)
  return found
}

/** Names read before: an assessment asks for the same ones some dozens of times. */
const resolved = new WeakMap<Models, Map<string, NamedModel>>()

function resolve(name: string, library: Models, size?: string): NamedModel {
  const { models } = library
  const editions = new Set(models.flatMap(({ edition }) => (edition === undefined ? [] : [edition])))
  const read = readName(size === undefined ? name : `${name} ${size}`, editions)
  if (!read) return { known: false, what: 'name', nearest: nearestTo(name, models) }
  const family = models.filter((one) => one.family === read.family)
  const variants = new Set(library.variants)
  const fits = family.flatMap((model): Fit[] => {
    const sized = sizeIn(model, read, variants)
    return sized === false ? [] : [{ model, ...(sized === undefined ? {} : { size: sized }) }]
  })
  // The first of a family has no number in its name, and people give it one: LLaMA 1, Llama Guard 1.
  const first = read.edition === '1' && !family.some(({ edition }) => edition === '1')
  const own = fits.filter(({ model }) => model.edition === (first ? undefined : read.edition))
  const found = read.edition === undefined && own.length > 0 && alone(name, read, own) ? own : undefined
  const chosen = found ?? (read.edition === undefined ? fits : own)
  const licenses = new Set(chosen.map(({ model }) => model.license))
  if (licenses.size === 1) return knownOf(chosen)
  const what =
    licenses.size > 1 ? 'edition' : family.some(of(read)) && onlySizeWrong(read, variants) ? 'size' : 'name'
  // Of an edition that there is, its own models are nearer than any other, however they are spelled.
  const edition = read.edition === undefined ? [] : family.filter(of(read))
  const near =
    licenses.size > 1
      ? chosen.map(({ model }) => model)
      : what === 'size'
        ? family.filter(of(read))
        : edition.length > 0
          ? edition
          : models
  return { known: false, what, nearest: nearestTo(size === undefined ? name : `${name} ${size}`, near) }
}

interface Fit {
  model: Model
  size?: string
}

const of =
  ({ edition }: ReadName) =>
  (model: Model): boolean =>
    edition === undefined || model.edition === edition

/**
 * A model whose name has no edition is meant by its bare name where it is spelled so: LLaMA and not Llama, and the
 * guards, of which the first has none.
 */
function alone(name: string, { family }: ReadName, own: Fit[]): boolean {
  return family !== 'llama' || own.some(({ model }) => name.includes(model.name))
}

/**
 * The size of a model that a name gives.
 *
 * @returns undefined where it gives none; false where a word of the name is not of this model
 */
function sizeIn(
  model: Model,
  { words }: ReadName,
  variants: ReadonlySet<string>,
): string | undefined | false {
  const rest = words.filter((word) => !variants.has(word) && word !== model.kind)
  if (rest.length === 0) return model.kind !== undefined && words.includes('text') ? false : undefined
  const sizes = model.sizes.filter((size) => {
    const own = nameWords(size)
    return rest.every((word) => own.includes(word))
  })
  if (sizes.length === 0) return false
  return sizes.length === 1 ? sizes[0] : undefined
}

function onlySizeWrong({ words }: ReadName, variants: ReadonlySet<string>): boolean {
  return words.every((word) => variants.has(word) || word === 'vision' || /^\d+(?:\.\d+)?[bme]$/.test(word))
}

function knownOf(chosen: Fit[]): NamedModel {
  const [first] = chosen
  const sizes = new Set(chosen.map(({ size }) => size))
  const inputs = new Set(chosen.map(({ model }) => model.inputs.join()))
  const [size] = sizes
  return {
    known: true,
    models: chosen.map(({ model }) => model),
    license: first!.model.license,
    ...(sizes.size === 1 && size !== undefined ? { size } : {}),
    ...(inputs.size === 1 ? { inputs: first!.model.inputs } : {}),
  }
}

/** At most three names, with their sizes, nearest first. */
function nearestTo(name: string, models: Model[]): string[] {
  const plain = nameWords(name).join(' ')
  return models
    .flatMap((model) => [model.name, ...model.sizes.map((size) => named(model, size))])
    .map((one) => ({ one, far: distance(plain, nameWords(one).join(' ')) }))
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ one }) => one)
}

/** `Llama 3.1 70B`; a size that is in the name already is not said twice. */
function named({ name }: Model, size: string): string {
  return name.includes(size) ? name : `${name} ${size}`
}
