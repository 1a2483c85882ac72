import { type Agreement, citationsOfPlaces, clausesOf, slug } from '../agreement/index.ts'
import { sentenceCase } from '../in-words.ts'
import { citationPhrase, citedAs, type Library, type License } from '../library/index.ts'
import { countOf, isNumbered, parentOf, partOf, styleOf } from './numbering.ts'

/** The addresses of an agreement in reading order, with the names that a letter gives them. */
export interface Outline {
  paths: string[]
  /** `Section 2`, `the definition of “Meta”`. */
  nameOf(path: string): string
}

/** The outline of an agreement that is here. */
export function outlineOfText(agreement: Agreement, license: License): Outline {
  const clauses = clausesOf(agreement)
  const terms = new Map(
    clauses.flatMap(({ path, terms: [term] = [] }) => (term ? [[path, term] as const] : [])),
  )
  const cited = citationsOfPlaces(agreement)
  return {
    paths: clauses.map(({ path }) => path),
    nameOf: (path) => clauseName(path, terms.get(path) ?? termOf(path, license), cited.get(path) ?? path),
  }
}

/** The outline of an agreement as far as the library cites it, which is all of its numbered sections. */
export function outlineOfLibrary(library: Library, license: License): Outline {
  const cited = [...library.terms.values()].flatMap((term) =>
    term.license === license.id && term.document === 'agreement' && !term.absent ? term.sections : [],
  )
  const paths = new Set(cited.flatMap((path) => (isNumbered(path) ? withParents(path) : [path])))
  const unnumbered = [...paths].filter((path) => !isNumbered(path)).sort()
  const under = new Map<string, string[]>()
  for (const path of paths) {
    if (isNumbered(path)) under.set(parentOf(path), [...(under.get(parentOf(path)) ?? []), path])
  }
  const read = (parent: string): string[] => {
    const parts = under.get(parent) ?? []
    const style = styleOf(parts.map(partOf))
    const sorted = parts.sort((a, b) => countOf(partOf(a), style) - countOf(partOf(b), style))
    return sorted.flatMap((path) => [path, ...read(path)])
  }
  return { paths: [...unnumbered, ...read('')], nameOf }

  function nameOf(path: string): string {
    return clauseName(path, termOf(path, license), citedAs(library, license.id, 'agreement', path))
  }
}

/** `1`, `1.b`, `1.b.i` for `1.b.i`. */
function withParents(path: string): string[] {
  const parts = path.split('.')
  return parts.map((_, at) => parts.slice(0, at + 1).join('.'))
}

function clauseName(path: string, term: string, cited: string): string {
  if (path.startsWith('definition.')) return `the definition of “${term}”`
  if (path === 'title') return 'the title'
  if (/^\d/.test(cited)) return `Section ${cited}`
  return isNumbered(path) ? `Section ${path}` : `the ${citationPhrase([cited])}`
}

/** The term of a definition as its address spells it: `llama-materials` is “Llama Materials”. */
function termOf(path: string, { name }: License): string {
  const words = partOf(path.replace(/^.*\//, '').replace('definition.', ''))
  const spelt = path.slice(path.indexOf('.') + 1)
  if (spelt === slug(name)) return name
  return words.split('-').map(sentenceCase).join(' ')
}

/** The outline with added clauses in their places, each behind its section and all that is under that. */
export function withAdded(
  paths: readonly string[],
  adds: readonly { path: string; after: string }[],
): string[] {
  const all = [...paths]
  for (const { path, after } of adds) {
    const last = all.findLastIndex((one) => one === after || one.startsWith(`${after}.`))
    all.splice(last + 1, 0, path)
  }
  return all
}
