import type { PhrasingContent, RootContent } from 'mdast'
import { sentenceCase } from '../../in-words.ts'
import { factWords, type Library, sectionWords } from '../../library/index.ts'
import { blocks } from '../../library/page.ts'
import type { MatrixAnswer, TopicMatrix } from './matrix.ts'

const { code, heading, markdown, paragraph, strong, table, bullets } = blocks

/** A matrix as a page (mdast), for every rendering alike. */
export function matrixPage(
  matrix: TopicMatrix,
  library: Pick<Library, 'citations' | 'licenses'>,
): RootContent[] {
  const { topic, answers } = matrix
  const placesOf = ({ license }: MatrixAnswer, paths: string[]) =>
    sectionWords(library, { license: license.id, document: topic.document }, paths)
  return [
    heading(1, `${topic.title}: all licenses`),
    paragraph(strong('Question.'), ' ', topic.question),
    paragraph(strong('Why it matters.'), ' ', topic.why),
    paragraph(strong(`Weight ${topic.weight} of 5.`), ' ', topic.weightReason),
    heading(2, 'What each license says'),
    table(
      ['License', 'Answer', 'In its words'],
      answers.map((answer) => [
        licenseWords(answer, placesOf(answer, answer.sections)),
        answerWords(answer, library),
        answer.quotes.map(({ section, text }) => `“${text}” (${placesOf(answer, [section])})`).join('; '),
      ]),
      [2, 5, 4],
    ),
    ...factTables(matrix),
    paragraph(
      `Restatements in our own words, checked against the official texts; clause library ${matrix.libraryDigest.slice(0, 16)}. Legal information, not legal advice: a lawyer reviews it.`,
    ),
  ]
}

function licenseWords({ license, absent }: MatrixAnswer, places: string): PhrasingContent[] {
  const dated = license.released === undefined ? '' : `, ${license.released}`
  const where = absent ? 'silent' : places
  return blocks.inline([strong(license.name), `${dated} (${where})`])
}

function answerWords({ says, sameAs }: MatrixAnswer, { licenses }: Pick<Library, 'licenses'>) {
  return sameAs === undefined
    ? inlineOf(says)
    : blocks.inline(
        `The same as ${licenses.get(sameAs)?.name ?? sameAs}, but for the version’s own name and dates.`,
      )
}

/** A restatement in a cell: its paragraphs and items one after the other. */
function inlineOf(source: string): PhrasingContent[] {
  const words = (nodes: RootContent[]): PhrasingContent[] =>
    nodes.flatMap((node, at): PhrasingContent[] => {
      const gap: PhrasingContent[] = at > 0 ? [{ type: 'text', value: ' ' }] : []
      if (node.type === 'paragraph') return [...gap, ...node.children]
      return 'children' in node ? [...gap, ...words(node.children as RootContent[])] : []
    })
  return words(markdown(source))
}

function factTables({ facts, answers }: TopicMatrix): RootContent[] {
  const answering = answers.filter(({ absent }) => !absent)
  const one = answering[0]
  if (!one || facts.length === 0) return []
  const dated = facts.filter(
    ({ fact, differs }) =>
      differs || new Set(answering.map((answer) => factWords(answer.facts[fact]))).size > 1,
  )
  const alike = facts.filter((fact) => !dated.includes(fact))
  return [
    ...(dated.length > 0
      ? [
          heading(2, 'Facts that differ'),
          table(
            ['Fact', ...answers.map(({ license }) => license.name)],
            dated.map(({ fact, means }) => [
              [`${sentenceCase(means)} `, code(fact)],
              ...answers.map(({ absent, facts: values }) => (absent ? 'silent' : factWords(values[fact]))),
            ]),
          ),
        ]
      : []),
    ...(alike.length > 0
      ? [
          heading(2, answering.length === 1 ? 'Facts' : 'Facts that are the same in all that answer'),
          ...bullets(
            alike.map(({ fact, means }) => [
              `${sentenceCase(means)}: `,
              strong(factWords(one.facts[fact])),
              ' ',
              code(fact),
            ]),
          ),
        ]
      : []),
  ]
}
