import {
  askPlace,
  askStep,
  concededWords,
  type DealStatus,
  handWords,
  levelSaid,
  mannerWords,
  outcomeWords,
  type Piece,
  type PointStanding,
  type PointTurn,
  type Remark,
  shownWaiting,
  standingWords,
  stateWords,
  touchWords,
  waitingWord,
} from '../../deal/index.ts'
import { dealFileFormats, outputFormats } from '../../formats.ts'
import { verdictWords } from '../../review/index.ts'
import { onPage } from './on-page.ts'

const said: Readonly<Record<string, string>> = verdictWords

/** A verdict in words: `met: walk-away`. */
function saidOf(verdict: string): string {
  return said[verdict] ?? verdict
}

/** How an outcome looks, beside its words. */
type Look = 'good' | 'changed' | 'bad' | 'waiting'

/** What somebody chose in the form of an answer. */
export interface AnswerTyped {
  /** Points of which their words are taken. */
  accept: ReadonlySet<string>
  /** What is to be done with an ask, by its id. */
  asks: ReadonlyMap<string, string>
  author: string
}

/** What can be done with what they ask for outside our points. */
const answersToAsk = [
  { id: '', name: 'Leave it, with a comment that we have not agreed' },
  { id: 'take', name: 'Take it' },
  { id: 'strike', name: 'Strike it, or put back what stood there' },
]

/** What `deal.hbs` shows: points as rows, rounds as columns, and each point's history in words. */
export function dealPageView(
  status: DealStatus,
  { title, address, answered }: { title: string; address: string; answered?: AnswerTyped | undefined },
) {
  const { points, rounds, asks, comments, notRead, vendor } = status
  const open = points.filter(({ state }) => state === 'open')
  const last = rounds.at(-1)
  return {
    title,
    dealPage: true,
    wide: true,
    script: 'site.js',
    vendor,
    standing: standingWords(status),
    rounds,
    downloads: dealFileFormats.map((format) => ({
      address: `${address}/issues?format=${format}`,
      name: outputFormats[format].label,
    })),
    answer: last?.returned === undefined ? undefined : `${address}/answer`,
    // What is open is read first.
    points: [...open, ...points.filter(({ state }) => state !== 'open')].map((one) => ({
      ...pointView(one, status),
      taken: answered?.accept.has(one.point.id),
    })),
    author: answered?.author ?? '',
    asks: asks.map(
      ({ id, kind, section, beside, row, manner, by, pieces, topics, touches, comments: own }) => ({
        id,
        step: onPage(askStep({ id, kind, topics })),
        does: answersToAsk.map((one) => ({ ...one, chosen: one.id === (answered?.asks.get(id) ?? '') })),
        section: askPlace({ section, beside, row }),
        what: `${kind}, ${mannerWords(manner)}`,
        by: handWords(by),
        topics: [
          ...topics.map(({ title: topic, verdict }) => `${topic}: ${saidOf(verdict)}`),
          touchWords({ touches }, points.length),
        ]
          .filter((words) => words !== '')
          .join('; '),
        pieces: shownPieces(pieces),
        comments: own.map(remarkView),
      }),
    ),
    comments: comments.map(remarkView),
    notRead,
    // Which of them, too: one that comes between the page and its button is approved by nobody.
    waits: waitingWord(shownWaiting(points)),
  }
}

function pointView(standing: PointStanding, { rounds }: DealStatus) {
  const { point, state, turns, nextStep, owner } = standing
  const last = turns.at(-1)?.reading
  return {
    id: point.id,
    title: point.title,
    state: stateWords(standing),
    look: state === 'agreed' ? 'good' : 'waiting',
    cells: rounds.map(({ round }) => cellOf(turns.find((one) => one.round === round))),
    asked: levelSaid(point.asked),
    fixed: point.fixed,
    conceded: concededWords(standing),
    nextStep,
    owner,
    // What may be taken as it came: words of theirs that are not agreed yet.
    takes: state === 'open' && last !== undefined && last.outcome !== 'accepted',
    turns: turns.map(turnView),
  }
}

/** What a round had of a point, in a cell. */
function cellOf(turn: PointTurn | undefined) {
  if (!turn) return undefined
  const { round, sent, reading } = turn
  return {
    round,
    sent: levelSaid(sent),
    back: reading ? outcomeWords(reading) : 'no answer yet',
    look: lookOf(turn),
  }
}

function lookOf({ reading }: PointTurn): Look {
  if (!reading || reading.outcome === 'not answered') return 'waiting'
  if (reading.outcome === 'accepted') return 'good'
  return reading.outcome === 'refused' || reading.manner?.includes('silent') ? 'bad' : 'changed'
}

function turnView({ round, sent, section, on, reading }: PointTurn) {
  return {
    round,
    sent: levelSaid(sent),
    section: reading?.section || section,
    on,
    back: reading && {
      on: reading.on,
      from: reading.from,
      said: outcomeWords(reading),
      by: handWords(reading.by),
      pieces: reading.pieces.every(({ op }) => op === 'equal') ? [] : shownPieces(reading.pieces),
      silent: reading.manner === 'tracked and silent' ? shownPieces(reading.silent) : [],
      judged: reading.review && `${reading.review.verdict}. ${reading.review.because}`,
      comments: reading.comments.map(remarkView),
    },
  }
}

function remarkView({ text, ...hand }: Remark) {
  return { by: handWords([hand]), text }
}

/** Words that stay are shown around what changed alone. */
function shownPieces(pieces: readonly Piece[]) {
  const around = 20
  return pieces.map(({ op, text }, at) => {
    const words = text.split(' ')
    if (op !== 'equal' || words.length <= 2 * around) return { [op]: true, text }
    const head = at === 0 ? [] : words.slice(0, around)
    const tail = at === pieces.length - 1 ? [] : words.slice(-around)
    return { [op]: true, text: `${[...head, '…', ...tail].join(' ')}` }
  })
}
