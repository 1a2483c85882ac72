import { csvLine } from '../../csv-line.ts'
import type { DraftDocument } from '../../draft/types.ts'
import type { Absence, Library, License, Term, Topic } from '../../library/index.ts'
import { blocks } from '../../library/page.ts'
import { lawOf } from '../../library/show.ts'
import { runsOf } from './runs.ts'
import { heaviest, type Standing, standingOf, standingOfAll } from './standing.ts'
import { countedNumbers, whereOf } from './where.ts'

const { heading, paragraph, table } = blocks

/** One license's answer to the topics of a row. */
interface MatrixCell {
  license: License
  standing: Standing
  answers: { topic: Topic; term: Term | Absence | undefined }[]
}

/** A topic, or several that come to the same, under every license in the order of their dates. */
interface MatrixRow {
  topics: Topic[]
  cells: MatrixCell[]
}

/** The heaviest topics × the licenses; what the use policies bar is one row. */
export function matrixRows(library: Library): MatrixRow[] {
  const topics = [...library.topics.values()].filter(({ weight }) => weight === heaviest)
  const bars = topics.filter((topic) => isBar(topic, library))
  const rows = topics.flatMap((topic) => {
    if (!bars.includes(topic)) return [[topic]]
    return topic === bars[0] ? [bars] : []
  })
  return rows.map((row) => ({
    topics: row,
    cells: [...library.licenses.values()].map((license) => {
      const answers = row.map((topic) => ({ topic, term: library.terms.get(`${license.id}/${topic.id}`) }))
      return { license, standing: standingOfAll(answers.map(({ term }) => term)), answers }
    }),
  }))
}

/** Whether a topic is a use that the policies bar, wherever they speak of it. */
function isBar({ id, document, staff }: Topic, library: Library): boolean {
  if (document !== 'use-policy' || !staff) return false
  const terms = [...library.licenses.keys()].map((license) => library.terms.get(`${license}/${id}`))
  return terms.every((term) => term === undefined || term.absent || term.modality === 'prohibition')
}

/** Everything that `web/views/matrix.hbs` names. */
export function matrixPageView(library: Library) {
  return {
    title: 'Matrix',
    sentence:
      'What each license lets one do: the heaviest topics as can, must, cannot or silent, with quotes.',
    matrixPage: true,
    script: 'site.js',
    wide: true,
    counted: countedNumbers(library),
    licenses: [...library.licenses.values()].map(({ id, name, released }) => ({ id, name, released })),
    rows: matrixRows(library).map(({ topics, cells }) => ({
      bars: topics.length > 1 ? topics.length : undefined,
      topics: topics.map(({ id, title, question }) => ({ id, title, question })),
      cells: runsOf(cells, lawIn).map((same) => cellView(library, same)),
    })),
  }
}

/** The law of a cell, but for the version’s own name and dates. */
function lawIn({ license, answers }: MatrixCell): string {
  return answers.map(({ term }) => (term ? lawOf(term, license) : '')).join('\n')
}

function cellView(library: Library, same: MatrixCell[]) {
  const [{ license, standing, answers }] = same as [MatrixCell]
  const sectionsOf = (cell: MatrixCell) =>
    cell.answers.length === 1 ? whereOf(library, cell.answers[0]!.term) : ''
  const own = sectionsOf(same[0]!)
  const others = same.filter((cell) => sectionsOf(cell) !== own)
  return {
    columns: same.length > 1 ? same.length : undefined,
    standing: standing.id,
    word: standing.word,
    of: same.length > 1 ? license.name : undefined,
    // Numbers that are not those of all licenses of the cell say whose they are.
    sections: others.length > 0 ? `${license.name}, ${own}` : own,
    elsewhere: others.map((cell) => ({ name: cell.license.name, sections: sectionsOf(cell) })),
    answers: answers.map(({ topic, term }) => ({
      topic: answers.length > 1 ? topic.title : undefined,
      word: answers.length > 1 ? standingOf(term).word : undefined,
      where: answers.length > 1 || term?.absent ? whereOf(library, term) : '',
      follows: term?.absent ? term.follows : undefined,
      quotes:
        term && !term.absent
          ? term.quotes
              .slice(0, 1)
              .map(({ section, text }) => ({ text, section: whereOf(library, term, [section]) }))
          : [],
    })),
  }
}

/** The matrix as a table for a spreadsheet: a line for each topic and license. */
export function matrixCsv(library: Library): string {
  const lines = matrixRows(library).flatMap(({ cells }) =>
    cells.flatMap(({ license, answers }) =>
      answers.map(({ topic, term }) => [
        topic.title,
        license.name,
        license.released ?? '',
        standingOf(term).word,
        whereOf(library, term),
        term === undefined ? '' : term.absent ? term.follows : term.restatement,
        term && !term.absent ? (term.quotes[0]?.text ?? '') : '',
      ]),
    ),
  )
  const head = ['Topic', 'License', 'Date', 'Answer', 'Sections', 'In our words', 'Quote']
  return [head, ...lines].map(csvLine).join('')
}

/** The matrix as a document on its side. */
export function matrixDocument(library: Library): DraftDocument {
  const licenses = [...library.licenses.values()]
  const rows = matrixRows(library).map(({ topics, cells }) => [
    topics.map(({ title }) => title).join('; '),
    ...cells.map(({ standing, answers }) =>
      [standing.word, ...(answers.length === 1 ? [whereOf(library, answers[0]!.term)] : [])]
        .filter(Boolean)
        .join(': '),
    ),
  ])
  return {
    id: 'matrix',
    title: 'What the licenses let one do',
    language: 'en-US',
    paper: 'A3',
    orientation: 'landscape',
    tree: {
      type: 'root',
      children: [
        heading(1, 'What the licenses let one do'),
        table(['Topic', ...licenses.map(({ name }) => name)], rows, [2, ...licenses.map(() => 1)]),
        ...countedNumbers(library).map(({ name, counted }) => paragraph(`${name}: ${counted}`)),
        paragraph(
          `Restatements in our own words, checked against the official texts; clause library ${library.digest.slice(0, 16)}. Legal information, not legal advice: a lawyer reviews it.`,
        ),
      ],
    },
    properties: {
      matter: 'all licenses',
      status: `Clause library ${library.digest.slice(0, 8)}`,
      libraryDigest: library.digest,
      textDigests: {},
    },
    blanks: [],
    messages: [],
  }
}
