import { citedAs, type Library } from '../../library/index.ts'
import type { Citation } from '../types.ts'

/** Each place once. */
export function distinctCitations(citations: readonly Citation[]): Citation[] {
  return [...new Map(citations.map((one) => [`${one.document} ${one.section}`, one])).values()]
}

/**
 * The sections in which a license answers a topic, each with a quote where the library has one.
 *
 * @param section cites this section alone
 * @returns none where the license is silent on the topic
 */
export function citationsOf(library: Library, license: string, topic: string, section?: string): Citation[] {
  const term = library.terms.get(`${license}/${topic}`)
  if (!term || term.absent) return []
  const sections = section === undefined ? term.sections : term.sections.filter((one) => one === section)
  return sections.map((path) => {
    const quotes = term.quotes.filter((one) => one.section === path)
    const [quote] = quotes
    return {
      license,
      document: term.document,
      section: path,
      cited: citedAs(library, license, term.document, path),
      ...(quote ? { quote } : {}),
      quotes,
    }
  })
}
