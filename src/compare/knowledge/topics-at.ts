import type { Library, License, TextKind } from '../../library/index.ts'

/** Topics that take a clause or an enumeration in it, in the library's order. */
export function topicsAt(library: Library, license: License, document: TextKind, path: string): string[] {
  return [...library.topics.keys()].filter((id) => {
    const term = library.terms.get(`${license.id}/${id}`)
    return (
      term?.document === document &&
      !term.absent &&
      term.sections.some(
        (section) =>
          section === path ||
          (section.startsWith(`${path}.`) &&
            /^[A-Z0-9]+$|^[ivx]+$/.test(section.slice(path.length + 1)) &&
            !term.sections.includes(path)),
      )
    )
  })
}
