import type { Term } from './types.ts'

/** Paths of clauses in the text of the license that is extended, and what they are in the license that extends it. */
export type Renumbering = Record<string, string>

/** What `path` is after a renumbering: the longest path that contains it decides, and what is not named stays. */
export function renumberPath(path: string, renumbering: Renumbering): string {
  for (let end = path.length; end > 0; end = path.lastIndexOf('.', end - 1)) {
    const moved = renumbering[path.slice(0, end)]
    if (moved !== undefined) return moved + path.slice(end)
  }
  return path
}

/**
 * Where an inherited term stands in the license that inherits it: its sections and those of its quotes, carried
 * through the renumbering of each license between the two, oldest first.
 */
export function renumber<T extends Pick<Term, 'sections' | 'quotes'>>(term: T, steps: Renumbering[]): T {
  const here = (path: string) => steps.reduce(renumberPath, path)
  return {
    ...term,
    sections: term.sections.map(here),
    quotes: term.quotes.map(({ section, ...quote }) => ({ section: here(section), ...quote })),
  }
}
