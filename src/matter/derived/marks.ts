import type { License } from '../../library/index.ts'
import type { DerivedFact } from '../condition/types.ts'
import type { Matter } from '../schema/index.ts'
import { known } from './known.ts'

/** Words before a name that only say what a product runs on: `Search, built with Llama`. */
const describing = /\b(?:with|on|by|for|using)\s+(?:\w+\s+)?$/i

/**
 * The marks in the names of a license and of its parties: `llama`, `meta`.
 *
 * @example
 * marksOf(library.licenses.get('llama-3')!) // ['meta', 'llama']
 */
export function marksOf({ name, parties }: Pick<License, 'name' | 'parties'>): string[] {
  const words = [...name.split(/\s+/), ...parties.map((party) => party.split(/\s+/)[0] ?? '')]
  return [...new Set(words.map((word) => word.toLowerCase()).filter((word) => /^\p{L}+$/u.test(word)))]
}

/**
 * Whether a product is offered under a name that holds a mark. Names of models are none of a product: the license itself
 * asks how some begin.
 *
 * @param marks see {@link marksOf}
 */
export function bearsMark(matter: Matter, marks: readonly string[]): DerivedFact {
  const models = new Set([
    ...(matter.fine_tuning?.model_names ?? []),
    ...(matter.output_training?.models ?? []).flatMap(({ name }) => (name === undefined ? [] : [name])),
  ])
  const names = (matter.branding?.product_names ?? []).filter((name) => !models.has(name))
  return known(names.some((name) => marks.some((mark) => holds(name, mark))))
}

/** A short mark is a word of its own, lest “Metal” be one; a long one may stand within a word. */
function holds(name: string, mark: string): boolean {
  const within = mark.length > 4 ? '' : '(?![\\p{L}])'
  const found = new RegExp(`${within === '' ? '' : '(?<![\\p{L}])'}${mark}${within}`, 'iu').exec(name)
  return found !== null && !describing.test(name.slice(0, found.index))
}
