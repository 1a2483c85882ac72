import { listed } from '../../in-words.ts'
import { type Library, type License, plainFact } from '../../library/index.ts'
import { narrowCite } from '../../matter/index.ts'

/** Words that a license wants to be reproduced exactly, from the facts of its terms. */
export interface ExactWords {
  licenses: License[]
  words: string
  /** In what, or how, they stand. */
  place: string
  cite: string
}

/** The attribution notice of each license that asks for one. */
export function noticesOf(licenses: License[], library: Library): ExactWords[] {
  return exact(licenses, library, 'attribution-notice', 'notice_text', (facts) =>
    facts.placement === 'notice-text-file'
      ? 'in a text file named “Notice” that is distributed as part of the copies'
      : 'together with the copies',
  )
}

/** The line that a product displays, once for all licenses that share it. */
export function displaysOf(licenses: License[], library: Library): ExactWords[] {
  return exact(licenses, library, 'built-with-display', 'display_text', ({ places }) =>
    inWords(Array.isArray(places) ? places : [], 'or'),
  )
}

/** What the name of a derived model begins with. */
export function prefixesOf(licenses: License[], library: Library): ExactWords[] {
  return exact(licenses, library, 'model-naming', 'name_element', ({ inputs }) =>
    Array.isArray(inputs) && inputs.includes('outputs')
      ? 'made or improved with the materials or with their outputs'
      : 'made or improved with the materials',
  )
}

function exact(
  licenses: License[],
  library: Library,
  topic: string,
  fact: string,
  placeOf: (facts: Record<string, unknown>) => string,
): ExactWords[] {
  const groups = new Map<string, Omit<ExactWords, 'cite'>>()
  for (const license of licenses) {
    const term = library.terms.get(`${license.id}/${topic}`)
    const words = term?.absent === false ? term.facts[fact] : undefined
    if (term?.absent !== false || typeof words !== 'string') continue
    const place = placeOf(term.facts)
    const group = groups.get(`${words}\n${place}`)
    if (group) group.licenses.push(license)
    else groups.set(`${words}\n${place}`, { licenses: [license], words, place })
  }
  return [...groups.values()].map((group) => ({
    ...group,
    cite: narrowCite(group.licenses, library, topic),
  }))
}

function inWords(facts: string[], conjunction: string): string {
  return listed(facts.map(plainFact), conjunction)
}
