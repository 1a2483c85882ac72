import { type Absence, type Library, sectionWords, type Term, type TextKind } from '../../library/index.ts'

/**
 * Where a license answers a topic, in a list of both texts: those of a use policy say so, `policy 4`. Of a silent one the
 * clauses of the agreement that answer it all the same, where the library names some.
 *
 * @param paths in place of all clauses of the term
 */
export function whereOf(
  library: Library,
  term: Term | Absence | undefined,
  paths?: readonly string[],
): string {
  if (term === undefined) return ''
  if (!term.absent) return placeWords(library, term, paths ?? term.sections)
  const { license } = term
  return placeWords(library, { license, document: 'agreement' }, term.stands?.sections ?? [])
}

/** Clauses of a text: `Sections 1.b.i, 3`, `policy 1.5`, `policy 4 (counted)` where the file prints others; nothing where there is none. */
export function placeWords(
  library: Library,
  text: { license: string; document: TextKind },
  paths: readonly string[],
): string {
  if (paths.length === 0) return ''
  const words = sectionWords(library, text, paths)
  if (text.document !== 'use-policy') return words
  const numbers = words.replace(/\bSections? (?=\d)/g, '')
  const texts = library.licenses.get(text.license)?.texts ?? []
  const counted = /^\d/.test(numbers) && texts.some((one) => one.counted !== undefined)
  return `policy ${numbers}${counted ? ' (counted)' : ''}`
}

/** What the licenses' policies print where they are cited by counted numbers, whole sentences, each with its license. */
export function countedNumbers({ licenses }: Pick<Library, 'licenses'>): { name: string; counted: string }[] {
  return [...licenses.values()].flatMap(({ name, texts }) =>
    texts.flatMap(({ counted }) => (counted === undefined ? [] : [{ name, counted }])),
  )
}
