import { csvLine } from '../../csv-line.ts'
import type { DraftDocument } from '../../draft/types.ts'
import {
  type Absence,
  type Library,
  type License,
  sectionWords,
  type Term,
  type Topic,
} from '../../library/index.ts'
import { blocks } from '../../library/page.ts'
import { lawOf } from '../../library/show.ts'
import { runsOf } from './runs.ts'
import { heaviest, type Standing, standingOf } from './standing.ts'

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
      const said = answers.find(({ term }) => term && !term.absent) ?? answers[0]
      return { license, standing: standingOf(said?.term), answers }
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
  return {
    columns: same.length > 1 ? same.length : undefined,
    standing: standing.id,
    word: standing.word,
    of: same.length > 1 ? license.name : undefined,
    sections: answers.length === 1 ? sectionsOf(library, answers[0]!.term) : undefined,
    answers: answers.map(({ topic, term }) => ({
      topic: answers.length > 1 ? topic.title : undefined,
      follows: term?.absent ? term.follows : undefined,
      quotes:
        term && !term.absent
          ? term.quotes
              .slice(0, 1)
              .map(({ section, text }) => ({ text, section: sectionWords(library, term, [section]) }))
          : [],
    })),
  }
}

function sectionsOf(library: Library, term: Term | Absence | undefined): string {
  return term && !term.absent ? sectionWords(library, term, term.sections) : ''
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
        sectionsOf(library, term),
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
      [standing.word, ...(answers.length === 1 ? [sectionsOf(library, answers[0]!.term)] : [])]
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
