import { type DateStyle, pluralOf } from '../library/index.ts'
import { escaped } from '../pattern.ts'

/** How a house writes what we write. */
export interface OwnWords {
  dateStyle: DateStyle
  /** Words of ours, and the house's own in their place. */
  words: Readonly<Record<string, string>>
  /** Names that stay as they are, whatever words they are made of: of licenses, of the client, of its contracts. */
  names: readonly string[]
}

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'
const DATE = new RegExp(`\\b(${MONTHS}) (\\d{1,2}), (\\d{4})\\b`, 'g')

/** Where something is found, and what it is called in files and code: `https://…`, `a@b.example`, `license.docx`, `use_policy`. */
const ADDRESS = [
  '(?:[a-z][a-z0-9+.-]*:\\/\\/|www\\.|mailto:)[^\\s“”"<>]+',
  '[^\\s“”"<>()]+@[^\\s“”"<>()]+',
  '[\\p{L}\\p{N}-]+(?:[._][\\p{L}\\p{N}-]+)+(?:\\/[^\\s“”"<>]*)?',
  '(?<![\\p{L}\\p{N}])[.~]{0,2}\\/[^\\s“”"<>]+',
  '[\\p{L}\\p{N}-]*\\p{N}-[\\p{L}\\p{N}-]*|[\\p{L}\\p{N}-]*-\\p{N}[\\p{L}\\p{N}-]*',
].join('|')

/**
 * A writer of text as a house writes it. What stands in quotation marks is somebody else's, and stays; so do names.
 *
 * @returns a function of a piece of text and of how deep in quotation marks it begins, with the text and the depth at its end
 */
export function ownWords({
  dateStyle,
  words,
  names,
}: OwnWords): (text: string, depth?: number) => [string, number] {
  const entries = Object.entries(words).map(([ours, theirs]): [string, string] => [
    ours.toLowerCase(),
    theirs,
  ])
  // A plural that the list gives itself comes before that of the rules of spelling.
  const list = new Map([
    ...entries.map(([ours, theirs]): [string, string] => [pluralOf(ours), pluralOf(theirs)]),
    ...entries,
  ])
  const any = alternatives([...list.keys()])
  const word =
    any && new RegExp(`(?<![\\p{L}\\p{N}])(?:(an?)( ))?(${any})((?:[’']s)?)(?![\\p{L}\\p{N}])`, 'giu')
  // A name without a listed word or a date in it needs no guard.
  const guarded = names.filter((name) => (word && matches(word, name)) || matches(DATE, name))
  const guards = [...(word ? [ADDRESS] : []), ...(guarded.length > 0 ? [spaced(alternatives(guarded)!)] : [])]
  const guard = guards.length > 0 ? new RegExp(`(${guards.join('|')})`, 'u') : undefined

  const plain = (text: string) => {
    const dated =
      dateStyle === 'day-month-year'
        ? text.replace(DATE, (_, month, day, year) => `${day} ${month} ${year}`)
        : text
    if (!word) return dated
    return dated.replace(
      word,
      (_, article: string | undefined, space: string | undefined, ours: string, ending: string) => {
        const theirs = inCaseOf(ours, list.get(ours.toLowerCase()) ?? ours)
        return `${article === undefined ? '' : `${articleOf(article, ours, theirs)}${space}`}${theirs}${ending}`
      },
    )
  }
  const outside = (text: string) =>
    guard
      ? text
          .split(guard)
          .map((part, at) => (at % 2 === 1 ? part : plain(part)))
          .join('')
      : plain(text)

  return (text, depth = 0) => {
    let open = depth
    const parts = text.split(/([“”])/).map((part) => {
      if (part === '“') open += 1
      else if (part === '”') open = Math.max(0, open - 1)
      return open === 0 && part !== '”' ? outside(part) : part
    })
    return [parts.join(''), open]
  }
}

function matches(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0
  return pattern.test(text)
}

/** Words as alternatives of a pattern, the longest first; undefined without any. */
function alternatives(words: readonly string[]): string | undefined {
  if (words.length === 0) return undefined
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')
}

/** A pattern in which a space may be one that does not break. */
function spaced(pattern: string): string {
  return pattern.replaceAll(' ', '[ \\u00A0]')
}

/** `License` as `Licence`, `LICENSE` as `LICENCE`; as the list has it where its own capitals say more. */
function inCaseOf(ours: string, theirs: string): string {
  if (ours.length > 1 && ours === ours.toUpperCase()) return theirs.toUpperCase()
  return /^\p{Lu}/u.test(ours) ? theirs.charAt(0).toUpperCase() + theirs.slice(1) : theirs
}

/** “an agreement” as “a contract”. */
function articleOf(article: string, ours: string, theirs: string): string {
  const vowel = (word: string) => /^[aeiou]/i.test(word)
  if (vowel(ours) === vowel(theirs)) return article
  return article.charAt(0) + (vowel(theirs) ? 'n' : '')
}
