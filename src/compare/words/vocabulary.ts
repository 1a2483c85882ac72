import { type Agreement, clausesOf } from '../../agreement/index.ts'
import type { Vocabulary } from './types.ts'

/** A number behind these words tells a place, not a version. */
const PLACES =
  /^(?:section|article|schedule|exhibit|annex|appendix|part|clause|chapter|page|form|no|number|amendment|addendum|january|february|march|april|may|june|july|august|september|october|november|december)$/i

/**
 * What an agreement calls its own version and what it defines. A version's name is what its title says before a
 * number (`Meta Llama 3`), whole and without its first words (`Llama 3`).
 *
 * @param titles titles known from elsewhere, where the text itself may have none
 */
export function vocabularyOf(agreement: Agreement, titles: readonly string[] = []): Vocabulary {
  const names = new Set<string>()
  for (const title of [agreement.title, ...titles]) for (const name of versionNames(title)) names.add(name)
  const terms = new Set(
    clausesOf(agreement).flatMap(({ terms = [] }) => terms.filter((term) => term.includes(' '))),
  )
  return { names: [...names].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)), terms: [...terms] }
}

function versionNames(title: string): string[] {
  const found = /((?:\p{L}[\p{L}\p{M}’'-]* ){1,4})([vV]?\d+(?:\.\d+)*)(?![\p{L}\p{N}])/u.exec(title)
  if (!found) return []
  const words = found[1]!.trim().split(' ')
  const number = found[2]!
  if (PLACES.test(words.at(-1)!)) return []
  return words.map((_, at) => `${words.slice(at).join(' ')} ${number}`)
}
