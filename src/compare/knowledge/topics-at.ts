import type { Library, License, Term, TextKind } from '../../library/index.ts'

/** Terms of a text in the library's order; asked for each of its clauses, and the same each time. */
const terms = new WeakMap<Library, Map<string, Term[]>>()

/** Topics that take a clause or an enumeration in it, in the library's order. */
export function topicsAt(library: Library, license: License, document: TextKind, path: string): string[] {
  return termsOf(library, license, document)
    .filter(({ sections }) =>
      sections.some(
        (section) =>
          section === path ||
          (section.startsWith(`${path}.`) &&
            /^[A-Z0-9]+$|^[ivx]+$/.test(section.slice(path.length + 1)) &&
            !sections.includes(path)),
      ),
    )
    .map(({ topic }) => topic)
}

function termsOf(library: Library, license: License, document: TextKind): Term[] {
  const known = terms.get(library) ?? new Map<string, Term[]>()
  terms.set(library, known)
  const key = `${license.id} ${document}`
  const found =
    known.get(key) ??
    [...library.topics.keys()].flatMap((id) => {
      const term = library.terms.get(`${license.id}/${id}`)
      return term && !term.absent && term.document === document ? [term] : []
    })
  known.set(key, found)
  return found
}
