import { definedTerms, letters, roman, slug } from '../agreement/index.ts'
import { largestOf } from '../largest.ts'
import { printedWords } from './edit-words.ts'

/** `1.b` for `1.b.i`; empty at the top. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('.')))
}

/** `i` for `1.b.i`. */
export function partOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1)
}

/** Whether a path ends in a number or letter that the agreement prints. */
export function isNumbered(path: string): boolean {
  return !/^(?:.*\/)?(?:title|recital|definition|heading|paragraph)\b/.test(path)
}

/**
 * Address of a clause that is added after another: the next number where that one is the last of its list, and else
 * its number with a letter (`2A`), so that no other clause changes its number.
 *
 * @param paths every address of the agreement, those of clauses added before included
 * @param text words of the new clause, for what has no number: a definition is named by its term
 * @example pathAfter('7', ['1', …, '7'], 'Notice. …') // '8'
 */
export function pathAfter(section: string, paths: readonly string[], text: string): string {
  const parent = parentOf(section)
  const under = (part: string) => (parent === '' ? part : `${parent}.${part}`)
  if (!isNumbered(section)) {
    const [term] = definedTerms(printedWords(text))
    return free(term === undefined ? `${section}.added` : `definition.${slug(term)}`, paths)
  }
  const siblings = paths.filter((path) => isNumbered(path) && parentOf(path) === parent).map(partOf)
  const own = partOf(section)
  const [, base, letter] = /^(.+?)([A-Z])$/.exec(own) ?? []
  if (base !== undefined && siblings.includes(base)) {
    return under(base + (letter === 'Z' ? 'ZA' : String.fromCharCode(letter!.charCodeAt(0) + 1)))
  }
  const style = styleOf(siblings)
  const value = countOf(own, style)
  const last = largestOf(siblings.map((part) => countOf(part, style)))
  return free(under(value > 0 && value === last ? style(value + 1) : `${own}A`), paths)
}

/** A way of counting: the number that stands for a place in a list. */
export type Style = (count: number) => string

const styles: readonly Style[] = [
  String,
  letters,
  roman,
  (n) => letters(n).toUpperCase(),
  (n) => roman(n).toUpperCase(),
]

/** How a list counts: the first way that all its numbers fit, where `i` alone is roman. */
export function styleOf(parts: readonly string[]): Style {
  const fits = (style: Style) => parts.filter((part) => countOf(part, style) > 0).length
  const roman = parts.length === 1 && /^[ivx]$/i.test(parts[0]!)
  return [...(roman ? [...styles].reverse() : styles)].reduce((best, style) =>
    rises(parts, style) > rises(parts, best) ||
    (rises(parts, style) === rises(parts, best) && fits(style) > fits(best))
      ? style
      : best,
  )
}

/** How many numbers come right after one of the list: `i, ii, iii` follow one another as roman numbers only. */
function rises(parts: readonly string[], style: Style): number {
  const values = new Set(parts.map((part) => countOf(part, style)).filter((value) => value > 0))
  return [...values].filter((value) => value === 1 || values.has(value - 1)).length
}

/** What a number is in a way of counting; 0 where it is none. */
export function countOf(part: string, style: Style): number {
  for (let count = 1; count <= 200; count += 1) if (style(count) === part) return count
  return 0
}

function free(path: string, paths: readonly string[]): string {
  return paths.includes(path) ? free(`${path}A`, paths) : path
}

/** Addresses of the clauses that edits add, each after the one that was added before it at the same section. */
export function addedPaths(
  adds: readonly { section: string; text: string }[],
  paths: readonly string[],
): { path: string; after: string }[] {
  const all = [...paths]
  const latest = new Map<string, string>()
  return adds.map(({ section, text }) => {
    const after = latest.get(section) ?? section
    const path = pathAfter(after, all, text)
    latest.set(section, path)
    all.push(path)
    return { path, after }
  })
}
