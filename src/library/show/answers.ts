import { citedAs } from '../cited-as.ts'
import type { Absence, Library, License, Term, Topic } from '../types.ts'
import { withoutVersion } from '../without-version.ts'
import type { ShortAnswer } from './types.ts'

/**
 * What every license whose texts the topic is about answers, in the order of their dates. Where an answer starts like
 * the one before it, only what is new in it is said.
 */
export function answersOf(library: Library, topic: Topic): ShortAnswer[] {
  const seen = new Map<string, string>()
  let before: { license: License; sentences: string[] } | undefined
  return [...library.licenses.values()].flatMap((license): ShortAnswer[] => {
    const term = library.terms.get(`${license.id}/${topic.id}`)
    if (!term) return []
    const law = lawOf(term, license)
    const sameAs = seen.get(law)
    if (sameAs === undefined) seen.set(law, license.id)
    const head = { license: license.id, name: license.name, absent: term.absent }
    const same = sameAs === undefined ? {} : { sameAs }
    if (term.absent) return [{ ...head, says: term.follows, sections: [], citations: [], ...same }]
    const sentences = sentencesOf(term.restatement)
    const [first = ''] = sentences
    const known = new Set(before?.sentences)
    const fresh = sentences.filter((one) => !known.has(withoutVersion(one, license)))
    const startsAlike = before && fresh.length > 0 && fresh[0] !== first
    const like = startsAlike ? { likeBut: before!.license.id } : {}
    before = { license, sentences: sentences.map((one) => withoutVersion(one, license)) }
    const { sections } = term
    const citations = sections.map((path) => citedAs(library, license.id, topic.document, path))
    return [{ ...head, says: startsAlike ? fresh.join(' ') : first, sections, citations, ...like, ...same }]
  })
}

/** The answer without what differs between versions anyway: two licenses with one law have it alike. */
export function lawOf(term: Term | Absence, license: License): string {
  return withoutVersion(
    term.absent ? `silent: ${term.follows}` : JSON.stringify([term.restatement, term.facts]),
    license,
  )
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/** “Inc.” before a name and “No.” before a number end no sentence. */
function sentencesOf(markdown: string): string[] {
  const sentences: string[] = []
  let open = ''
  for (const { segment } of segmenter.segment(markdown.replace(/\s+/g, ' ').trim())) {
    open += segment
    if (/\b(?:Inc|Ltd|No|e\.g|i\.e)\.\s*$/.test(segment)) continue
    sentences.push(open.trim())
    open = ''
  }
  return open === '' ? sentences : [...sentences, open.trim()]
}
