import { longestRising } from '../../compare/index.ts'
import { levelsDown, levelWords } from '../../library/index.ts'
import { digestOf } from '../digest.ts'
import type {
  Hand,
  Line,
  Manner,
  Mark,
  NewAsk,
  Outcome,
  Point,
  PointReading,
  Remark,
  TurnReading,
} from '../types.ts'
import { alignParagraphs, likest } from './align.ts'
import { type Aside, asksBeside } from './asides.ts'
import { folded, plain, sameText, wordsOf } from './fold.ts'
import { newComments } from './known-changes.ts'
import { handsOf } from './lines.ts'
import { piecesOf } from './pieces.ts'
import { misleadingLines } from './references.ts'
import { answerIn } from './remark.ts'
import { reaching, restsOn } from './rests-on.ts'
import { strayedMarks } from './strayed.ts'

/** Both sides of a turn. */
export interface TurnSides {
  round: number
  points: readonly Point[]
  marks: readonly Mark[]
  /** What we sent. */
  sent: { lines: readonly Line[]; comments: readonly Remark[]; asides: readonly Aside[] }
  returned: {
    lines: readonly Line[]
    comments: readonly Remark[]
    /** What stands beside its body; undefined where that is not known. */
    asides?: readonly Aside[]
    notRead?: readonly string[]
    wordless?: true
  }
}

/** Which paragraphs of a return answer which of what we sent. */
interface Matched {
  /** By the number of the sent paragraph, in reading order. */
  byLine: ReadonlyMap<number, Line[]>
  byMark: ReadonlySet<number>
  /** Numbers of sent paragraphs that stand elsewhere. */
  moved: ReadonlySet<number>
  /** Numbers of sent paragraphs without words. */
  empty: ReadonlySet<number>
  /** Those of the return that answer none. */
  fresh: Line[]
}

/** Which paragraphs of a return are of a point, in their order, with what is new in it. */
export interface LinesOf {
  (point: string): { line: Line; heading: boolean }[]
  /** The first paragraph that answers one that we sent. */
  answering(sent: Line): Line | undefined
}

/** Which paragraphs of a return answer what we sent, for whoever marks it up. */
export function matchLines(
  marks: readonly Mark[],
  sent: Pick<TurnSides['sent'], 'lines'>,
  returned: Pick<TurnSides['returned'], 'lines'>,
): LinesOf {
  const matched = match(marks, sent.lines, returned.lines)
  const of = (point: string) => {
    const own = marks.filter((mark) => mark.point === point)
    const lines = own.flatMap(({ paragraph, heading = false }) =>
      (matched.byLine.get(paragraph) ?? []).map((line) => ({ line, heading })),
    )
    const inner = innerLines(
      lines.map(({ line }) => line),
      own.map(({ paragraph }) => paragraph),
      matched,
    )
    const all = [...lines, ...inner.map((line) => ({ line, heading: false }))]
    return all
      .filter(({ line }, at) => all.findIndex((one) => one.line === line) === at)
      .sort((a, b) => a.line.at - b.line.at)
  }
  return Object.assign(of, { answering: (line: Line) => matched.byLine.get(line.at)?.[0] })
}

/** Numbers of paragraphs of a return in which a cross-reference misleads. */
export function misleadingIn(
  marks: readonly Mark[],
  sent: Pick<TurnSides['sent'], 'lines'>,
  returned: Pick<TurnSides['returned'], 'lines'>,
): ReadonlySet<number> {
  const { byLine } = match(marks, sent.lines, returned.lines)
  return new Set(misleadingLines(sent.lines, returned.lines, byLine).keys())
}

/** Reads what came back against what we sent: each point, and what is new. */
export function readTurn({ round, points, marks, sent, returned: given }: TurnSides): TurnReading {
  const first = match(marks, sent.lines, given.lines)
  const misleading = misleadingLines(sent.lines, given.lines, first.byLine)
  const returned = { ...given, lines: given.lines.map((line) => misleading.get(line.at) ?? line) }
  const matched = misleading.size === 0 ? first : match(marks, sent.lines, returned.lines)
  const comments = newComments(returned.comments, sent.comments)
  const used = new Set<string>()
  const remarksOn = (lines: readonly Line[]) =>
    comments.filter(({ id }) => {
      const on = lines.some((line) => line.comments.includes(id))
      if (on) used.add(id)
      return on
    })
  const ofPoint = new Map<string, Mark[]>()
  for (const mark of marks) ofPoint.set(mark.point, [...(ofPoint.get(mark.point) ?? []), mark])
  const within = new Set<Line>()
  const readings = points.flatMap((point): PointReading[] => {
    const own = ofPoint.get(point.id)
    return own
      ? [readPoint(point, own, { sent: sent.lines, returned: returned.lines, matched, within, remarksOn })]
      : []
  })
  const ours = new Set(marks.map(({ paragraph }) => paragraph))
  const all = asksIn({ sent: sent.lines, matched, within, ours, remarksOn })
  const beside = returned.asides ? asksBeside(sent.asides, returned.asides, returned.lines) : []
  const asks = [...(returned.wordless ? withoutOrder(all) : all), ...beside].map(
    (ask, at): NewAsk => ({ id: `ask-${round}-${at + 1}`, round, ...ask, touches: [] }),
  )
  const sentBefore = (at: number) =>
    Math.max(
      -1,
      ...[...matched.byLine].flatMap(([one, lines]) => (lines.some((line) => line.at < at) ? [one] : [])),
    )
  const placed = reaching(
    asks.map((ask) => ({ ...ask, behind: ask.of ?? sentBefore(ask.at) })),
    sent.lines,
  )
  const read = readings.map((one) => {
    const own = ofPoint.get(one.point)!
    const places = own.map(({ paragraph }) => paragraph)
    return { ...one, restsOn: restsOn(places, own, sent.lines, placed) }
  })
  const touchedBy = (id: string) =>
    read.flatMap(({ point, restsOn: rests }) => (rests.some(({ ask }) => ask === id) ? [point] : []))
  return {
    round,
    points: read,
    asks: asks.map((ask) => ({ ...ask, touches: touchedBy(ask.id) })),
    comments: comments.filter(({ id }) => !used.has(id)),
    marks: { found: marks.filter(({ paragraph }) => matched.byMark.has(paragraph)).length, of: marks.length },
    notRead: [...(returned.notRead ?? [])],
  }
}

function known(line: Line): string[][] {
  const all = [...new Set([line.now, line.base, line.original].map(plain))]
  // What was not there before is not known by that, or a heading that is a reference alone would be alike to it.
  const said = all.filter((text) => text !== '')
  return (said.length > 0 ? said : all).map((text) => wordsOf(text))
}

function match(marks: readonly Mark[], sent: readonly Line[], returned: readonly Line[]): Matched {
  const byLine = new Map<number, Line[]>()
  const byMark = new Set<number>()
  const first = new Map<number, number>()
  const taken = new Set<Line>()
  const others = new Map<string, number>()
  for (const { mark, paragraph } of marks) others.set(mark, paragraph)
  const strayed = strayedMarks(others, sent, returned)
  for (const line of returned)
    for (const mark of line.marks) {
      const paragraph = others.get(mark)
      if (paragraph === undefined || strayed.get(line)?.has(mark)) continue
      byMark.add(paragraph)
      // An empty range is what is left of a paragraph whose words went elsewhere.
      const isEmpty = [line.base, line.now, line.original].every((words) => words.trim() === '')
      if (isEmpty && !line.masked) continue
      const own = byLine.get(paragraph) ?? []
      if (!own.includes(line)) byLine.set(paragraph, [...own, line])
      taken.add(line)
      if (!first.has(paragraph)) first.set(paragraph, line.at)
    }
  const fixed = new Map(
    [...first].filter(([, at], index, all) => all.findIndex(([, one]) => one === at) === index),
  )
  const pairs = alignParagraphs(
    sent.map((line) => [wordsOf(line.now)]),
    returned.map(known),
    fixed,
  )
  pairs.forEach((at, one) => {
    if (at === undefined || byLine.has(one) || taken.has(returned[at]!)) return
    if (sent[one]!.now.trim() === '') return
    byLine.set(one, [returned[at]!])
    taken.add(returned[at]!)
  })
  joinCells(sent, returned, byLine, taken)
  const moved = new Set<number>()
  joinMoves(marks, sent, returned, byLine, taken, moved)
  for (const one of outOfOrder(byLine)) moved.add(one)
  const fresh = returned.filter((line) => !taken.has(line) && line.now.trim() !== '')
  const empty = new Set(sent.flatMap(({ at, now }) => (now.trim() === '' ? [at] : [])))
  return { byLine, byMark, moved, empty, fresh }
}

/** A cell of the same row and column is the same cell, whatever words stand in it now. */
function joinCells(
  sent: readonly Line[],
  returned: readonly Line[],
  byLine: Map<number, Line[]>,
  taken: Set<Line>,
): void {
  const placeOf = ({ cell }: Line) =>
    cell && cell.column > 0 && cell.row !== '' ? JSON.stringify(cell) : undefined
  for (const line of sent) {
    const place = placeOf(line)
    if (place === undefined || byLine.has(line.at) || line.now.trim() === '') continue
    const same = returned.find((one) => placeOf(one) === place && !taken.has(one))
    if (!same) continue
    byLine.set(line.at, [same])
    taken.add(same)
  }
}

/** What is deleted in one place and stands in another with the same words has moved. */
function joinMoves(
  marks: readonly Mark[],
  sent: readonly Line[],
  returned: readonly Line[],
  byLine: Map<number, Line[]>,
  taken: Set<Line>,
  moved: Set<number>,
): void {
  for (const [one, lines] of byLine) {
    if (lines.some(({ now }) => now.trim() !== '')) {
      if (lines.some((line) => line.moved === 'to')) moved.add(one)
      continue
    }
    const words = wordsOf(sent[one]!.now)
    const around = placesOfPoint(one, marks, byLine)
    const [best] = returned
      .filter((line) => !taken.has(line) && line.base.trim() === '' && line.now.trim() !== '')
      .filter(({ at, moved: mark }) => mark === 'to' || at < around.from || at > around.to)
      .map((line) => ({ line, like: likest([words], [wordsOf(line.now)]) }))
      .filter(({ like }) => like >= (words.length < 4 ? 1 : 0.8))
      .sort((a, b) => b.like - a.like || a.line.at - b.line.at)
    if (!best) continue
    byLine.set(one, [...lines, best.line])
    taken.add(best.line)
    // What was struck and stands again right beside it has not moved, whatever a program calls it.
    if (!lines.some(({ at }) => Math.abs(at - best.line.at) === 1)) moved.add(one)
  }
}

/** From where to where the point of a sent paragraph stands: what is new in there takes its place, and has not moved. */
function placesOfPoint(
  one: number,
  marks: readonly Mark[],
  byLine: ReadonlyMap<number, Line[]>,
): { from: number; to: number } {
  const point = marks.find(({ paragraph }) => paragraph === one)?.point
  const places = marks
    .filter((mark) => mark.point === point)
    .flatMap(({ paragraph }) => byLine.get(paragraph) ?? [])
    .filter(({ moved }) => moved !== 'to')
    .map(({ at }) => at)
  return { from: Math.min(...places), to: Math.max(...places) }
}

/** Sent paragraphs that do not stand in their old order any more: the fewest that explain it. */
function outOfOrder(byLine: ReadonlyMap<number, Line[]>): number[] {
  const sorted = [...byLine]
    .flatMap(([one, lines]) => {
      const stays = lines.find(({ base }) => base.trim() !== '') ?? lines[0]
      return stays ? [{ one, at: stays.at }] : []
    })
    .sort((a, b) => a.one - b.one)
  const kept = new Set(longestRising(sorted.map(({ at }) => at)))
  // Several of what we sent in one paragraph of theirs are no move.
  return sorted
    .filter(({ at }, index) => !kept.has(index) && sorted[index - 1]?.at !== at)
    .map(({ one }) => one)
}

interface Reading {
  sent: readonly Line[]
  returned: readonly Line[]
  matched: Matched
  /** Paragraphs of theirs that stand in a point, and are none of the new asks. */
  within: Set<Line>
  remarksOn(lines: readonly Line[]): Remark[]
}

function readPoint(
  point: Point,
  marks: readonly Mark[],
  { sent, matched, within, remarksOn }: Reading,
): PointReading {
  const own = marks.map(({ paragraph }) => paragraph)
  const lines = own.flatMap((one) => matched.byLine.get(one) ?? [])
  const inner = innerLines(lines, own, matched)
  for (const line of inner) within.add(line)
  const all = [...new Set([...lines, ...inner])].sort((a, b) => a.at - b.at)
  const movedLines = own.filter((one) => matched.moved.has(one))
  const isMoved = movedLines.length > 0
  // Where it moved, its words are read in the order that they were sent in.
  const inOrder = isMoved ? [...own.flatMap((one) => matched.byLine.get(one) ?? []), ...inner] : all
  const text = (of: (line: Line) => string, some: readonly Line[]) =>
    [...new Set(some)]
      .map(of)
      .filter((words) => words.trim() !== '')
      .join('\n')
  const was = sent.filter(({ at }) => own.includes(at))
  const [ours, before] = [text(({ now }) => now, was), text(({ original }) => original, was)]
  const [now, base] = [text((line) => line.now, inOrder), text((line) => line.base, inOrder)]
  const comments = remarksOn(all)
  const fresh = all.flatMap(({ hands }) => hands)
  const section = inOrder.find((line) => line.now.trim() !== '')?.section ?? marks[0]?.section ?? ''
  const silentMove = isMoved && !all.some((line) => line.moved !== undefined) && !tracksMove(all)
  const tracked = !sameText(now, base) || (isMoved && !silentMove)
  const silent = !sameText(base, ours) || silentMove
  const manner: Manner | undefined =
    tracked && silent ? 'tracked and silent' : tracked ? 'tracked' : silent ? 'silent' : undefined
  const headings = new Set(marks.flatMap((mark) => (mark.heading ? [mark.paragraph] : [])))
  const body = text(
    (line) => line.now,
    inOrder.filter((line) => ![...headings].some((one) => matched.byLine.get(one)?.includes(line))),
  )
  const outcome = outcomeOf(point, {
    same: sameText(now, ours),
    moved: isMoved,
    body,
    now,
    before,
    ours,
    sentBody: text(
      (line) => line.now,
      was.filter(({ at }) => !headings.has(at)),
    ),
    pending: all.some((line) => line.pending),
    comments,
  })
  return {
    point: point.id,
    outcome,
    ...(manner && { manner }),
    moved: isMoved,
    section,
    ...placesOf(movedLines, sent, matched),
    restsOn: [],
    by: handsOf(fresh),
    words: inOrder.filter((line) => line.now.trim() !== '').map((line) => digestOf(line.now)),
    pieces: piecesOf(ours, now),
    silent: sameText(base, ours) ? [] : piecesOf(ours, base),
    comments,
    found: lines.length === 0 ? 'gone' : own.some((one) => matched.byMark.has(one)) ? 'marks' : 'words',
  }
}

/** Where the first that moved stood, and where it stands. */
function placesOf(
  [moved]: readonly number[],
  sent: readonly Line[],
  { byLine }: Matched,
): Pick<PointReading, 'places'> {
  const now = moved === undefined ? undefined : byLine.get(moved)?.findLast((line) => line.now.trim() !== '')
  return now ? { places: { from: sent[moved!]!.section, to: now.section } } : {}
}

/** Whether what moved is tracked as deleted in one place and inserted in the other. */
function tracksMove(lines: readonly Line[]): boolean {
  return (
    lines.some(({ base, now }) => base.trim() === '' && now.trim() !== '') &&
    lines.some(({ base, now }) => base.trim() !== '' && now.trim() === '')
  )
}

/**
 * New paragraphs between two of a point are of the point, and so are those that follow where its last ones are struck out:
 * they stand in their place. A point whose paragraphs stand apart has no more than each of its stretches.
 */
function innerLines(lines: readonly Line[], own: readonly number[], matched: Matched): Line[] {
  return lines.length === 0 ? [] : stretchesOf(own, matched).flatMap((one) => innerOf(one, matched))
}

/** Paragraphs of a point that stand together in what was sent. */
function stretchesOf(own: readonly number[], { empty }: Matched): number[][] {
  const stretches: number[][] = []
  for (const one of [...own].sort((a, b) => a - b)) {
    const last = stretches.at(-1)
    let before = one - 1
    while (empty.has(before)) before -= 1
    if (last?.at(-1) === before) last.push(one)
    else stretches.push([one])
  }
  return stretches
}

function innerOf(own: readonly number[], { fresh, byLine, moved }: Matched): Line[] {
  const stay = own.filter((one) => !moved.has(one)).flatMap((one) => byLine.get(one) ?? [])
  if (stay.length === 0) return []
  const places = stay.map(({ at }) => at)
  const [from, to] = [Math.min(...places), Math.max(...places)]
  const inner = fresh.filter(({ at }) => at > from && at < to)
  const last = stay.find(({ at }) => at === to)
  // What stands in the place of what was struck came with what follows it.
  if (last?.now.trim() !== '' && last?.base.trim() !== '') return inner
  for (let at = to + 1; ; at += 1) {
    const next = fresh.find((line) => line.at === at)
    if (!next) return inner
    inner.push(next)
  }
}

interface Found {
  same: boolean
  moved: boolean
  /** Words without the heading, as they came back and as they were sent. */
  body: string
  sentBody: string
  now: string
  ours: string
  /** What stood there before our tracked changes. */
  before: string
  pending: boolean
  comments: readonly Remark[]
}

/** Words that stand for a clause that is not there. */
const emptied =
  /^\W*(?:\w{1,4}[.)]\s+)?(?:intentionally )?(?:reserved|omitted|deleted|left blank|not used|not applicable)\W*$/i
function outcomeOf(point: Point, found: Found): Outcome {
  const { same, moved, body, sentBody, now, ours, before, pending, comments } = found
  if (same) {
    if (moved) return 'moved'
    const agreed = comments.length > 0 && comments.every(({ text }) => answerIn(text) === 'yes')
    if (agreed) return 'accepted'
    if (comments.some(({ text }) => answerIn(text) === 'no')) return 'refused'
    return pending || comments.length > 0 ? 'not answered' : 'accepted'
  }
  if (body === '' || emptied.test(folded(body))) return 'refused'
  if (!sameText(ours, before) && sameText(now, before)) return 'refused'
  const own = plain(body)
  // What we sent is no level that they changed it to.
  const level = levelsDown.find((one) => {
    const words = point.levels[one]
    if (!words) return false
    const text = plain(
      words
        .filter(({ heading }) => !heading)
        .map((paragraph) => paragraph.text)
        .join(' '),
    )
    return text === own && text !== plain(sentBody)
  })
  if (level) return `changed to our ${levelWords[level]}` as Outcome
  return 'changed to something else'
}

/** A new ask, and the paragraph at which it stands. */
type Placed = Omit<NewAsk, 'id' | 'round' | 'touches'>

interface Asking {
  sent: readonly Line[]
  matched: Matched
  within: ReadonlySet<Line>
  /** Paragraphs of ours that are of a point. */
  ours: ReadonlySet<number>
  remarksOn(lines: readonly Line[]): Remark[]
}

/** What they ask for outside our points. */
function asksIn({ sent, matched, within, ours, remarksOn }: Asking): Placed[] {
  const asks: Placed[] = []
  for (const line of matched.fresh) {
    if (within.has(line)) continue
    const tracked = line.base.trim() === ''
    asks.push({
      at: line.at,
      kind: 'added',
      section: line.section,
      ...rowOf(line),
      manner: tracked ? 'tracked' : line.now === line.base ? 'silent' : 'tracked and silent',
      by: line.hands,
      before: '',
      after: folded(line.now),
      pieces: [{ op: 'insert', text: folded(line.now) }],
      comments: remarksOn([line]),
      topics: [],
    })
  }
  for (const line of sent) {
    if (ours.has(line.at) || line.now.trim() === '') continue
    const own = matched.byLine.get(line.at) ?? []
    const join = (of: (one: Line) => string) =>
      own
        .map(of)
        .filter((words) => words.trim() !== '')
        .join('\n')
    const [was, now, base] = [line.now, join((one) => one.now), join((one) => one.base)]
    const isMoved = matched.moved.has(line.at)
    if (sameText(now, was) && sameText(base, was) && !isMoved) continue
    const openly = isMoved && own.some((one) => one.base.trim() === '')
    const [tracked, silent] = [!sameText(now, base) || openly, !sameText(base, was) && !openly]
    asks.push({
      at: own[0]?.at ?? line.at,
      of: line.at,
      kind: now === '' ? 'removed' : 'changed',
      section: own[0]?.section ?? line.section,
      ...rowOf(line),
      manner: tracked && silent ? 'tracked and silent' : tracked ? 'tracked' : 'silent',
      by: handsOf(own.flatMap(({ hands }): Hand[] => hands)),
      before: folded(was),
      after: folded(now),
      pieces: piecesOf(was, now),
      comments: remarksOn(own),
      topics: [],
    })
  }
  return asks.sort((a, b) => a.at - b.at)
}

/** What the row is on in which a cell stands that is not its first. */
function rowOf({ cell }: Line): Pick<NewAsk, 'row'> {
  return cell && cell.column > 0 && cell.row !== '' ? { row: cell.row } : {}
}

/** So near each other paragraphs may be of one table. */
const NEAR = 6

/** Asks without those that are the same words in another order: a PDF has the cells of a table line by line. */
function withoutOrder(asks: readonly Placed[]): Placed[] {
  const near: Placed[][] = []
  for (const ask of asks) {
    const last = near.at(-1)?.at(-1)
    if (last && ask.at - last.at <= NEAR) near.at(-1)!.push(ask)
    else near.push([ask])
  }
  const words = (some: readonly Placed[], of: 'before' | 'after') =>
    some
      .flatMap((ask) => folded(ask[of]).toLowerCase().split(' '))
      .sort()
      .join(' ')
      .trim()
  return near.filter((some) => words(some, 'before') !== words(some, 'after')).flat()
}
