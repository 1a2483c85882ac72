import { listed } from '../../in-words.ts'
import { type Library, unnumberedWords } from '../../library/index.ts'
import type { Citation } from '../types.ts'

/**
 * Citations as a reader wants them, licenses that agree named together.
 *
 * @returns `Llama 2 and Llama 3.1, section 2`, `Llama 2, sections 1.b.i and 6; Llama 3, section 6`, and nothing for none
 */
export function citedWords(citations: Citation[], licenses: Library['licenses']): string {
  const sections = new Map<string, Citation[]>()
  for (const one of citations) sections.set(one.license, [...(sections.get(one.license) ?? []), one])
  const places = new Map<string, string[]>()
  for (const [license, own] of sections) {
    const where = placeWords(own)
    places.set(where, [...(places.get(where) ?? []), license])
  }
  return [...places].map(([where, of]) => `${licenseNames(of, licenses)}, ${where}`).join('; ')
}

/** Licenses by name: `Llama 2, 3.1 and 3.2`, `LLaMA, Llama 2 and Meta Llama 3`. */
export function licenseNames(ids: string[], licenses: Library['licenses']): string {
  const names = ids.map((id) => licenses.get(id)?.name ?? id)
  const family = /^Llama (?=\d)/
  const again = (at: number) => at > 0 && family.test(names[at - 1]!)
  return listed(names.map((name, at) => (again(at) ? name.replace(family, '') : name)))
}

/** Places in one license: `section 2`, `use policy, sections 1.4 and 1.5`. */
export function placeWords(citations: Citation[]): string {
  const of = (document: Citation['document']) => [
    ...new Set(citations.filter((one) => one.document === document).map(({ section }) => section)),
  ]
  const parts = [
    ['', of('agreement')],
    ['use policy, ', of('use-policy')],
  ] as const
  return listed(
    parts.flatMap(([document, paths]) => (paths.length > 0 ? [document + sectionPhrase(paths)] : [])),
  )
}

/**
 * Sections within a sentence.
 *
 * @param paths of clauses: `1.b.i`, `recital.2`, `definition.llama-materials`
 * @returns `sections 1.b.i and 6`, `recital 2`, `definition of “Llama Materials”`
 */
export function sectionPhrase(paths: string[]): string {
  const numbers = paths.filter((path) => /^\d/.test(path))
  const others = paths.filter((path) => !/^\d/.test(path)).map(unnumberedWords)
  const numbered = numbers.length === 0 ? [] : [`section${numbers.length > 1 ? 's' : ''} ${listed(numbers)}`]
  return listed([...numbered, ...others])
}
