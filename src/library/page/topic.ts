import type { RootContent } from 'mdast'
import { sectionWords } from '../section-words.ts'
import type { Correction, Reference, ShortAnswer, ShownTopic } from '../show/types.ts'
import type { Library, TextKind } from '../types.ts'
import { bullets, code, heading, inline, paragraph, strong } from './blocks.ts'
import { citationWords, documentWords } from './citation.ts'
import { verdictWords } from './verdict.ts'

/** A topic as a page. */
export function topicPage(library: Library, topic: ShownTopic): RootContent[] {
  const { id, title, group, document, question, why, weight, weightReason } = topic
  return [
    heading(1, title),
    paragraph(code(id), ` · ${group.title} · a topic of the ${documentWords(document)}`),
    paragraph(strong('Question.'), ' ', question),
    paragraph(strong('Why it matters.'), ' ', why),
    paragraph(strong(`Weight ${weight} of 5.`), ' ', weightReason),
    heading(2, 'What each license says'),
    ...bullets(topic.answers.map((answer) => answerWords(library, answer, document))),
    ...corrections(library, topic.corrections),
    ...references('Positions', topic.positions),
    ...references('Flow-downs', topic.flowDowns),
    ...references('Risks', topic.risks),
    ...references('Duties', topic.duties),
    ...references('Incidents', topic.incidents),
    paragraph(
      'In full: ',
      code(
        `clausebook library show ${topic.answers.findLast(({ absent }) => !absent)?.license ?? 'LICENSE'}/${id}`,
      ),
      ', or ',
      code(`clausebook compare --all ${id}`),
      '.',
    ),
  ]
}

function answerWords(library: Library, answer: ShortAnswer, document: TextKind) {
  const { licenses } = library
  const { license, name, absent, says, sections, sameAs, likeBut } = answer
  const nameOf = (id: string) => licenses.get(id)?.name ?? id
  const where = absent ? 'silent' : sectionWords(library, { license, document }, sections)
  return [strong(name), ` (${where}): `, words()]

  function words(): string {
    if (sameAs) return `the same as ${nameOf(sameAs)}, but for the version’s own name and dates.`
    return likeBut ? `as ${nameOf(likeBut)}, but: ${says}` : says
  }
}

function corrections(library: Library, list: Correction[]): RootContent[] {
  if (list.length === 0) return []
  return [
    heading(2, 'Claims that are corrected'),
    ...bullets(
      list.map(({ claim, verdict, statement, decidedBy }) => [
        `“${claim}” `,
        strong(`That is ${verdictWords[verdict]}.`),
        ' ',
        statement,
        ...(decidedBy.length === 0 ? [] : [` (${citationWords(library, decidedBy)})`]),
      ]),
    ),
  ]
}

/** A heading and the list under it; nothing where nothing refers. */
function references(title: string, list: Reference[]): RootContent[] {
  if (list.length === 0) return []
  return [heading(2, title), ...bullets(list.map((one) => inline([one.title, ' ', code(one.show)])))]
}
