import type { RootContent } from 'mdast'
import type { Plan, Proposal } from '../add/types.ts'
import { citationList } from '../section-words.ts'
import type { Library } from '../types.ts'
import { bullets, code, heading, paragraph, table } from './blocks.ts'

/** What was proposed for a new license, for whoever finishes it. */
export function planPage(library: Library, plan: Plan): RootContent[] {
  const { license, parent, proposals, unclassified, notes } = plan
  const files = proposals.filter((one) => one.how === 'differs' || one.how === 'new')
  const count = (how: Proposal['how']) => proposals.filter((one) => one.how === how).length
  return [
    heading(1, `${license.title} (${license.id})`),
    ...notes.map((note) => paragraph(note)),
    paragraph(
      parent
        ? `${count('inherited')} topics are inherited from ${parent.name}; ${verb(count('differs'), 'reads', 'read')} otherwise there and ${verb(count('new'), 'is', 'are')} new, each with a file to finish.`
        : `${files.length} topics have a file to finish; on ${count('silent')} no clause was found (absent.yaml).`,
    ),
    ...(files.length === 0
      ? []
      : [
          heading(2, 'Files to finish'),
          table(
            ['Topic', 'What', 'Sections', 'Confidence'],
            files.map((proposal) => [
              [code(proposal.topic)],
              proposal.how === 'differs' ? 'differs' : `new: ${library.topics.get(proposal.topic)?.title}`,
              citationList(proposal.sections.map(({ citation }) => citation)),
              lowest(proposal),
            ]),
          ),
        ]),
    ...(unclassified.length === 0 ? [] : [heading(2, 'Clauses whose topic could not be told')]),
    ...bullets(unclassified.map(({ citation, text }) => `${citationList([citation])}: ${short(text)}`)),
  ]
}

/** How sure the least sure section is. */
function lowest(proposal: Extract<Proposal, { how: 'differs' | 'new' }>): string {
  if (proposal.sections.length === 0) return ''
  return Math.min(...proposal.sections.map(({ confidence }) => confidence)).toFixed(2)
}

const short = (text: string) => (text.length > 70 ? `${text.slice(0, 69).trimEnd()}…` : text)

const verb = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`
