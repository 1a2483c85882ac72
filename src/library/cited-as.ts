import { sentenceCase } from '../in-words.ts'
import type { Library, TextKind } from './types.ts'

/**
 * How a clause is cited: by the number printed, and not by its place. What the place does not say stands in
 * `citations.yaml`, which the check holds to the texts.
 *
 * @param path place of a clause: `2`, `recital.2`, `1.b.i.A`
 * @returns the citation without the word “Section”: `2`, `Recital “By clicking …”`, `1.b.i(A)`
 * @example citedAs(library, 'llama-4', 'use-policy', '3.1') // '2.1'
 */
export function citedAs(
  { citations }: Pick<Library, 'citations'>,
  license: string,
  document: TextKind,
  path: string,
): string {
  return citations[`${license}/${document}`]?.[path] ?? citedByPlace(path)
}

/** How a clause is cited as far as its place says it: `1.b.i` is its number, `definition.meta` names its term. */
export function citedByPlace(path: string): string {
  const term = /^definition\.(.+)$/.exec(path)?.[1]
  if (term === undefined) return /^\d/.test(path) ? path : sentenceCase(path.replace('.', ' '))
  const words = term
    .replace(/(\d)-(?=\d)/g, '$1.')
    .split('-')
    .map(sentenceCase)
  return `Definition of “${words.join(' ')}”`
}
