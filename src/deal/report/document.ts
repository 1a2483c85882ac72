import type { BlockContent, Paragraph, PhrasingContent, Root } from 'mdast'
import { type DraftDocument, type OwnReportOptions, ownReport, reviewNote } from '../../draft/index.ts'
import { blocks } from '../../library/page.ts'
import type { DealStatus, NewAsk, Piece, PointStanding, PointTurn, Remark } from '../types.ts'
import {
  askPlace,
  askStep,
  concededWords,
  handWords,
  lastWords,
  levelSaid,
  mannerWords,
  offeredWords,
  outcomeWords,
  standingWords,
  stateWords,
  touchWords,
} from './words.ts'

const { bullets, heading, paragraph, table } = blocks

/** What stands around an issues list in its file. */
export interface DealDocumentOptions extends OwnReportOptions {
  libraryDigest: string
}

/** The issues list of a deal over all its turns, for our own side. */
export function dealDocument(status: DealStatus, options: DealDocumentOptions): DraftDocument {
  const { points, asks, comments, notRead, rounds } = status
  const title = `Issues List: ${status.deal}`
  return documentOf(
    title,
    [
      heading(1, title),
      paragraph(opening(status, options.privileged ?? false)),
      paragraph(standingWords(status)),
      ...bullets(
        rounds.map(
          ({ round, sent, returned, from, marks, undone = [] }) =>
            `Round ${round}: sent ${sent}${returned === undefined ? ', not answered yet' : `, back ${returned}${from === undefined ? '' : ` from ${from}`}`}${marks ? `; ${marks.found} of ${marks.of} marks came back` : ''}${undoneWords(undone)}`,
        ),
      ),
      heading(2, 'Points'),
      pointsTable(points),
      ...(asks.length > 0
        ? [heading(2, 'What they ask for outside our points'), asksTable(asks, points.length)]
        : []),
      ...detailsOf(status),
      ...(comments.length > 0
        ? [heading(2, 'Their other comments'), ...bullets(comments.map(remarkLine))]
        : []),
      ...(notRead.length > 0 ? [heading(2, 'What was not read'), ...bullets([...notRead])] : []),
    ],
    status,
    options,
  )
}

/** One point over all turns. */
export function historyDocument(
  status: DealStatus,
  standing: PointStanding,
  options: DealDocumentOptions,
): DraftDocument {
  const { point, turns } = standing
  return documentOf(
    point.title,
    [
      heading(1, `${point.title}: ${stateWords(standing)}`),
      paragraph(
        `Asked at ${levelSaid(point.asked)}. Next step: ${standing.nextStep}. Owner: ${standing.owner}. Below our lowest level approves: ${point.approval}.`,
      ),
      ...(point.fixed === undefined ? [] : [paragraph(fixedLine(point.fixed))]),
      ...turns.flatMap(turnOf),
    ],
    status,
    options,
  )
}

function documentOf(
  title: string,
  children: Root['children'],
  { matter, deal }: DealStatus,
  { libraryDigest, ...options }: DealDocumentOptions,
): DraftDocument {
  return ownReport(
    { id: 'deal-issues', title, children, matter: matter ?? deal, libraryDigest, wide: true },
    options,
  )
}

function opening({ vendor }: DealStatus, privileged: boolean): string {
  const whom = vendor === undefined ? 'the other side' : vendor
  return `For our own side alone: it holds what we would settle for, which is not for ${whom} to read. ${reviewNote(privileged)}`
}

function pointsTable(points: readonly PointStanding[]): BlockContent {
  const open = [...points].sort((a, b) => Number(a.state === 'agreed') - Number(b.state === 'agreed'))
  return wide(
    [24, 11, 14, 20, 18, 14, 22],
    ['Issue and section', 'Asked', 'We sent', 'They answered', 'State', 'Conceded', 'Next step and owner'],
    open.map((one) => [
      `${one.point.title}${sectionOf(one)}${one.point.fixed === undefined ? '' : '. Not negotiable, says the library of them'}`,
      levelSaid(one.point.asked),
      offeredWords(one.turns),
      lastWords(one),
      stateWords(one),
      concededWords(one),
      `${one.nextStep} (${one.owner})`,
    ]),
  )
}

function wide(widths: number[], head: string[], rows: string[][]): BlockContent {
  return { ...table(head, rows), data: { widths } }
}

function sectionOf({ turns }: PointStanding): string {
  const last = turns.at(-1)
  const section = last?.reading?.section ?? last?.section ?? ''
  return section === '' ? '' : ` (${section})`
}

function asksTable(asks: readonly NewAsk[], points: number): BlockContent {
  return wide(
    [11, 9, 14, 16, 22, 40, 24],
    ['Ask', 'Section', 'What', 'By', 'On, and by the evidence', 'Their words', 'Next step'],
    asks.map(({ id, section, beside, row, kind, manner, by, topics, before, after, touches }) => [
      id,
      askPlace({ section, beside, row }),
      `${kind}, ${mannerWords(manner)}`,
      handWords(by),
      [
        topics.map(({ title, verdict }) => `${title}: ${verdict}`).join('; ') || 'no clause of ours',
        touchWords({ touches }, points),
      ]
        .filter((words) => words !== '')
        .join('; '),
      kind === 'removed' ? before : after,
      askStep({ id, kind, topics }),
    ]),
  )
}

/** What was taken for the return of a round, and taken back. */
function undoneWords(undone: readonly { name: string; on: string; by?: string }[]): string {
  return undone
    .map(
      ({ name, on, by }) => `; ${name} was added and taken back ${on}${by === undefined ? '' : ` by ${by}`}`,
    )
    .join('')
}

/** Points that did not come back as they were sent, with the words. */
function detailsOf({ points }: DealStatus): BlockContent[] {
  const told = points.filter(({ turns, state }) => state === 'open' && turns.some(({ reading }) => reading))
  if (told.length === 0) return []
  return [
    heading(2, 'Point by point'),
    ...told.flatMap((one) => {
      const last = one.turns.findLast(({ reading }) => reading)!
      return [heading(3, `${one.point.title}: ${lastWords(one)}`), ...readingOf(last)]
    }),
  ]
}

function turnOf(turn: PointTurn): BlockContent[] {
  const { round, sent, on, section, reading } = turn
  return [
    heading(2, `Round ${round}`),
    paragraph(`Sent ${on} at ${levelSaid(sent)}${section === '' ? '' : `, section ${section}`}.`),
    ...(reading
      ? [paragraph(`Back ${reading.on}: ${outcomeWords(reading)}.`), ...readingOf(turn)]
      : [paragraph('No answer yet.')]),
  ]
}

function readingOf({ reading }: PointTurn): BlockContent[] {
  if (!reading) return []
  const { by, pieces, silent, comments, review, manner } = reading
  return [
    ...(by.length > 0 ? [paragraph(`By ${handWords(by)}.`)] : []),
    ...(pieces.every(({ op }) => op === 'equal') ? [] : [quoted(pieces)]),
    ...(manner === 'tracked and silent' && silent.length > 0
      ? [paragraph('Of this without a mark:'), quoted(silent)]
      : []),
    ...(review
      ? [paragraph(`Their words, by the evidence of the library: ${review.verdict}. ${review.because}`)]
      : []),
    ...bullets(comments.map(remarkLine)),
  ]
}

function quoted(pieces: readonly Piece[]): BlockContent {
  return { type: 'blockquote', children: [{ type: 'paragraph', children: runs(pieces) } satisfies Paragraph] }
}

function runs(pieces: readonly Piece[]): PhrasingContent[] {
  return pieces.map(({ op, text }, at): PhrasingContent => {
    const value = op === 'equal' ? shortened(text, at === 0, at === pieces.length - 1) : text
    if (op === 'equal') return { type: 'text', value }
    return { type: op === 'insert' ? 'insertion' : 'deletion', children: [{ type: 'text', value }] }
  })
}

/** Words that stay are shown around what changed alone. */
function shortened(text: string, first: boolean, last: boolean): string {
  const words = text.split(' ')
  const around = 15
  if (words.length <= 2 * around) return text
  const head = first ? [] : words.slice(0, around)
  const tail = last ? [] : words.slice(-around)
  return `${[...head, '…', ...tail].join(' ')}`
}

function remarkLine({ text, answers, ...hand }: Remark): string {
  const to = answers ? `, to ${answers.author} (“${answers.text}”)` : ''
  return `${handWords([hand])}${to}: “${text}”`
}

function fixedLine(reason: string): string {
  return `Not negotiable, as the library has it of the other side: ${reason}`
}
