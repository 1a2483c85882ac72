import { listed, withinSentence } from '../in-words.ts'
import { citedAs } from './cited-as.ts'
import type { Library, TextKind } from './types.ts'

/** The text in which clauses stand. */
export interface OfText {
  license: string
  document: TextKind
}

/**
 * Clauses of a text for a reader, as they are cited.
 *
 * @param paths places of the clauses
 * @returns `Section 2`, `Sections 1.b.i, 3`, `Definition of “Llama Materials”`, `Recital “By clicking …”`
 */
export function sectionWords(
  library: Pick<Library, 'citations'>,
  { license, document }: OfText,
  paths: readonly string[],
): string {
  return citationList(paths.map((path) => citedAs(library, license, document, path)))
}

/** Citations one behind the other: `Sections 1.b.i, 3`, `“Prohibited Uses”, items “Violate …”, “Engage in …”`. */
export function citationList(cited: readonly string[]): string {
  const names = inOne(cited, ', ')
  const numbers = names.every(isNumber)
  return numbers
    ? `${names.length > 1 ? 'Sections' : 'Section'} ${names.join(', ')}`
    : names
        .map((name) => (isNumber(name) ? `Section ${name}` : name))
        .join(names.every(isShort) ? ', ' : '; ')
}

/** Citations within a sentence: `sections 1.b.i and 6`, `recital “By clicking …”`, `definition of “Llama Materials”`. */
export function citationPhrase(cited: readonly string[]): string {
  const numbers = cited.filter(isNumber)
  const others = inOne(
    cited.filter((one) => !isNumber(one)),
    ' and ',
  ).map(withinSentence)
  const numbered = numbers.length === 0 ? [] : [`section${numbers.length > 1 ? 's' : ''} ${listed(numbers)}`]
  const all = [...numbered, ...others]
  return all.every(isShort) ? listed(all) : all.join('; ')
}

function isNumber(cited: string): boolean {
  return /^\d/.test(cited)
}

/** Whether a citation says where in one piece, so that a comma may stand behind it. */
function isShort(cited: string): boolean {
  return isNumber(cited) || !/[”\d], /.test(cited)
}

/** Entries of one list named together. */
function inOne(cited: readonly string[], between: string): string[] {
  const lists = new Map<string, string[]>()
  for (const one of cited) {
    const at = one.lastIndexOf(', item “')
    const [above, entry] = at < 0 ? [one, ''] : [one.slice(0, at), one.slice(at + ', item '.length)]
    lists.set(above, [...(lists.get(above) ?? []), entry])
  }
  return [...lists].flatMap(([above, entries]) => {
    const items = entries.filter(Boolean)
    const alone = items.length < entries.length ? [above] : []
    if (items.length === 0) return alone
    return [...alone, `${above}, item${items.length > 1 ? 's' : ''} ${items.join(between)}`]
  })
}
