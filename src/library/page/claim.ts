import type { RootContent } from 'mdast'
import type { AdvisoryEntry, Library } from '../types.ts'
import { bullets, code, heading, paragraph, strong } from './blocks.ts'
import { citationWords } from './citation.ts'
import { verdictWords } from './verdict.ts'

/** A claim of the advisory as a page: how it stands to the texts, what is right, and what proves it. */
export function claimPage(library: Library, entry: AdvisoryEntry): RootContent[] {
  const { id, at, claim, verdict, statement, decidedBy, quotes, topics } = entry
  return [
    heading(1, `“${claim}”`),
    paragraph(code(`claim:${id}`), ` · ${at.heading}: ${at.words}`),
    paragraph(strong(`That is ${verdictWords[verdict]}.`), ' ', statement),
    paragraph(strong('Decided by:'), ' ', `${citationWords(library, decidedBy)}.`),
    ...bullets(quotes.map(({ text, ...cite }) => `“${text}” (${citationWords(library, [cite])})`)),
    paragraph(strong('Topics:'), ' ', ...topics.flatMap((topic, n) => [n > 0 ? ', ' : '', code(topic)]), '.'),
  ]
}
