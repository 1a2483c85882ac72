import { listed } from '../../in-words.ts'
import { citationPhrase, type Library, withoutVersion } from '../../library/index.ts'
import type { Citation } from '../types.ts'

/**
 * Citations as a reader wants them, licenses that agree named together.
 *
 * @returns `Llama 2 and Llama 3.1, section 2`, `Llama 2, sections 1.b.i and 6; Llama 3, section 6`, and nothing for none
 */
export function citedWords(citations: Citation[], licenses: Library['licenses']): string {
  const sections = new Map<string, Citation[]>()
  for (const one of citations) sections.set(one.license, [...(sections.get(one.license) ?? []), one])
  const places = new Map<string, { license: string; where: string }[]>()
  for (const [license, own] of sections) {
    const where = placeWords(own)
    // First words of a clause that say the version's own name are the same words.
    const key = withoutVersion(where, licenses.get(license) ?? { slots: {} })
    places.set(key, [...(places.get(key) ?? []), { license, where }])
  }
  return [...places.values()]
    .flatMap((same) => {
      const where = wordsInCommon(same.map((one) => one.where))
      const apart = same.map(({ license, where: own }) => ({ of: [license], where: own }))
      return where === undefined ? apart : [{ of: same.map(({ license }) => license), where }]
    })
    .map(({ of, where }) => `${licenseNames(of, licenses)}, ${where}`)
    .join('; ')
}

/** `“We want everyone to use …”` for clauses of several licenses that go on with the version's own name. */
function wordsInCommon(places: string[]): string | undefined {
  const [first = '', ...others] = places
  const words = first.split(' ')
  const rest = others.map((place) => place.split(' '))
  const at = words.findIndex((word, index) => rest.some((one) => one[index] !== word))
  if (at < 0) return first
  const start = words.slice(0, at).join(' ')
  const inLastQuote =
    start.lastIndexOf('“') > start.lastIndexOf('”') && !words.slice(at, -1).join(' ').includes('”')
  return inLastQuote ? `${start} …”` : undefined
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
    ...new Set(citations.filter((one) => one.document === document).map(({ cited }) => cited)),
  ]
  const parts = [
    ['', of('agreement')],
    ['use policy, ', of('use-policy')],
  ] as const
  return listed(
    parts.flatMap(([document, paths]) => (paths.length > 0 ? [document + citationPhrase(paths)] : [])),
  )
}
