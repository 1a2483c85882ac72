import { acceptWithin, editWord, type WordEdit } from '../markup/index.ts'
import { Problem } from '../problem.ts'
import { askAnswers, askEdits } from './answer/asks.ts'
import { type Countered, type Countering, counterEdits } from './answer/counter.ts'
import type { Answering, PointAnswer } from './answer/types.ts'
import { markFile } from './file/mark-file.ts'
import { withOpenFields } from './file/open-fields.ts'
import { isBelow, offeredAt } from './playbook.ts'
import type { Located } from './point/locate.ts'
import { knownChanges } from './read/known-changes.ts'
import { type ReadFile, readLines } from './read/lines.ts'
import { matchLines, misleadingIn } from './read/turn.ts'
import { levelOfOutcome } from './status.ts'
import type { Line, Mark, PointReading } from './types.ts'

export type { Answering, PointAnswer } from './answer/types.ts'

/** The next mark-up, on their file. */
export interface Answer {
  bytes: Uint8Array
  marks: Mark[]
  points: PointAnswer[]
  /** What becomes of each new ask: `keep` where it goes back with a remark that it is not agreed. */
  asks: PointAnswer[]
}

/**
 * The next mark-up on their file: what we take of theirs is accepted, what we do not is put back or answered with the level
 * that the playbook has for the round, tracked, and every paragraph of a point gets a mark of the new round.
 *
 * @throws Problem where what came back is no Word file
 */
export function answerReturn(answering: Answering): Answer {
  const { kept, key, record, round, reading, author, date } = answering
  const { returned } = kept
  if (!(returned instanceof Uint8Array))
    throw new Problem(
      'answer',
      'what came back is no Word file, and a mark-up is made on theirs: ask for it as .docx',
    )
  const sent = readLines(kept.sent)
  const file = readLines(returned, knownChanges(sent.hands))
  const lineOf = matchLines(kept.marks, sent, file)
  const misleading = misleadingIn(kept.marks, sent, file)
  const answers = reading.points.map((one) => planned(one, answering))
  const asks = askAnswers(answering, file)
  // Marks of the new round tell which paragraph is which while changes are accepted and made.
  const located = answers.flatMap(({ point, level }): Located[] => {
    const own = answering.points.find(({ id }) => id === point)!
    return [
      { point: own, level, lines: lineOf(point).filter(({ line }) => line.now.trim() !== '' || line.masked) },
    ]
  })
  const ofAsks = asks.map(
    ({ answer: { point }, line }): Located => ({
      point: { id: point, kind: 'position', title: '', asked: 'preferred', levels: {}, approval: '' },
      level: 'other',
      lines: line ? [{ line, heading: false }] : [],
    }),
  )
  const marking = { key, deal: record.deal, round: round + 1 }
  const interim = markFile(returned, [...located, ...ofAsks], marking)
  const accepted = acceptWithin(
    interim.bytes,
    rangesOf(interim, [...answers, ...asks.map(({ answer }) => answer)]),
  )
  const word = readLines(withOpenFields(accepted))
  const edits = new Map<string, WordEdit[]>()
  const added = new Map<string, Countered['added']>()
  /** For a point in whose words a field stands. */
  const others = new Map<string, Countered>()
  const changed: Countering['done'] = new Map()
  for (const one of answers) {
    if (one.does !== 'counter') continue
    const point = answering.points.find(({ id }) => id === one.point)!
    const countering: Countering = {
      point,
      done: changed,
      misleading,
      refused: isRefusedWhole(reading.points.find((one) => one.point === point.id)!),
      level: one.level,
      sent,
      marks: kept.marks.filter((mark) => mark.point === one.point),
      word,
      interim: interim.marks,
      allSent: kept.marks,
      old: file,
      lineOf: (line: Line) => lineOf.answering(line),
    }
    const wanted = counterEdits(countering)
    const whole = counterEdits({ ...countering, whole: true })
    if ('because' in wanted) Object.assign(one, { does: 'left', level: 'other', because: wanted.because })
    else {
      one.level = wanted.level
      edits.set(one.point, wanted.edits)
      added.set(one.point, wanted.added)
      if ('edits' in whole) others.set(one.point, whole)
    }
  }
  for (const one of answers) {
    const said = replyTo(one, kept.marks)
    const { comments } = reading.points.find(({ point }) => point === one.point)!
    if (said === undefined) continue
    edits.set(one.point, [
      ...(edits.get(one.point) ?? []),
      ...comments.map(({ id }): WordEdit => ({ kind: 'answer', to: id, remark: [said] })),
    ])
  }
  for (const one of asks) {
    const made = askEdits(one, { word, sent, interim: interim.marks })
    if (made.length > 0) edits.set(one.answer.point, made)
    else if (one.answer.does === 'counter')
      Object.assign(one.answer, {
        does: 'left',
        because: 'there is no place for it in their file: put it back by hand',
      })
  }
  const by = { author, ...(date !== undefined && { date }) }
  const bytes = edited(word, edits, by, {
    answers: [...answers, ...asks.map(({ answer }) => answer)],
    others,
    added,
  })
  leaveWithTheirs(answers, kept.marks)
  const done = finished(bytes, { answering, answers, added, interim: interim.marks, marking })
  return { ...done, asks: asks.map(({ answer }) => answer) }
}

function planned(one: PointReading, { points, record, round, kept, accept }: Answering): PointAnswer {
  const point = points.find(({ id }) => id === one.point)!
  const level = kept.marks.find((mark) => mark.point === one.point)?.level ?? 'other'
  if (one.outcome === 'accepted' || one.outcome === 'not answered' || one.outcome === 'moved')
    return { point: one.point, does: 'keep', level, below: false }
  const theirs = levelOfOutcome(one.outcome)
  const next = offeredAt(record, point, round + 1)
  if (theirs && (accept.has(one.point) || !isBelow(theirs, next)))
    return { point: one.point, does: 'accept', level: theirs, below: false }
  if (accept.has(one.point)) {
    // What the evidence finds may ask for an approval, and never spares it: these are no words of ours.
    return { point: one.point, does: 'accept', level: 'other', below: true }
  }
  // What several points share is put back as it was sent: a level of one would have the others at what was asked.
  if (level !== 'other' && sharesParagraph(one.point, kept.marks))
    return { point: one.point, does: 'counter', level, below: false }
  // What we offered already is never less than what we offer now.
  const offer = level !== 'other' && isBelow(level, next) ? level : next
  return { point: one.point, does: 'counter', level: offer, below: false }
}

/** Whether they refused words that stand as we sent them. */
function isRefusedWhole({ outcome, pieces }: PointReading): boolean {
  return outcome === 'refused' && pieces.every(({ op }) => op === 'equal')
}

function sharesParagraph(point: string, marks: readonly Mark[]): boolean {
  const own = new Set(marks.filter((mark) => mark.point === point).map(({ paragraph }) => paragraph))
  return marks.some((mark) => mark.point !== point && own.has(mark.paragraph))
}

/** Where the changes stand that we take. */
function rangesOf(
  { bytes, marks }: { bytes: Uint8Array; marks: readonly Mark[] },
  answers: readonly PointAnswer[],
): { start: number; end: number }[] {
  const taken = new Set(answers.filter(({ does }) => does === 'accept').map(({ point }) => point))
  const names = new Set(marks.filter(({ point }) => taken.has(point)).map(({ mark }) => mark))
  const { lines } = readLines(bytes)
  const own = lines.filter((line) => line.marks.some((mark) => names.has(mark)))
  const places = marks
    .filter(({ point }) => taken.has(point))
    .map(({ point, paragraph }) => ({ point, paragraph }))
  // What they struck out between the paragraphs of a point goes with them.
  const between = [...taken].flatMap((point) => {
    const at = places.filter((one) => one.point === point).map(({ paragraph }) => paragraph)
    const [from, to] = [Math.min(...at), Math.max(...at)]
    return lines.filter((line) => line.now.trim() === '' && line.at >= from - 1 && line.at <= to + 1)
  })
  return [...new Set([...own, ...between])].flatMap(({ node }) =>
    node ? [{ start: node.start, end: node.end }] : [],
  )
}

/** Makes the edits of all points; where they cannot be made together, those of each point that can. */
function edited(
  file: ReadFile,
  edits: ReadonlyMap<string, WordEdit[]>,
  by: { author: string; date?: string },
  {
    answers,
    others,
    added,
  }: {
    answers: PointAnswer[]
    others: ReadonlyMap<string, Countered>
    added: Map<string, Countered['added']>
  },
): Uint8Array {
  const made = (all: readonly WordEdit[]) => tried(() => editWord(file.word, all, by))
  const whole = made([...edits.values()].flat())
  if (whole instanceof Uint8Array) return whole
  const good: WordEdit[] = []
  for (const [point, own] of edits) {
    const first = made([...good, ...own])
    if (first instanceof Uint8Array) {
      good.push(...own)
      continue
    }
    const other = others.get(point)
    if (other && made([...good, ...other.edits]) instanceof Uint8Array) {
      good.push(...other.edits)
      added.set(point, other.added)
      continue
    }
    added.delete(point)
    const one = answers.find((answer) => answer.point === point)!
    Object.assign(one, { does: 'left', level: 'other', because: first.message })
  }
  return editWord(file.word, good, by)
}

/** Where a paragraph could not be marked up, every point that is put back in it is left. */
function leaveWithTheirs(answers: readonly PointAnswer[], marks: readonly Mark[]): void {
  const places = (id: string) => marks.flatMap(({ point, paragraph }) => (point === id ? [paragraph] : []))
  for (const { point, does, because } of answers) {
    if (does !== 'left') continue
    const own = new Set(places(point))
    for (const other of answers)
      if (other.does === 'counter' && places(other.point).some((paragraph) => own.has(paragraph)))
        Object.assign(other, { does: 'left', level: 'other', because })
  }
}

function tried(work: () => Uint8Array): Uint8Array | Problem {
  try {
    return work()
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}

/** The file with the marks of the new round on every paragraph of the points, those that we put back among them. */
function finished(
  bytes: Uint8Array,
  {
    answering,
    answers,
    added,
    interim,
    marking,
  }: {
    answering: Answering
    answers: PointAnswer[]
    added: ReadonlyMap<string, Countered['added']>
    interim: readonly Mark[]
    marking: { key: string; deal: string; round: number }
  },
): Omit<Answer, 'asks'> {
  const { lines } = readLines(bytes)
  const known = new Set(interim.map(({ mark }) => mark))
  const located = answers.map(({ point: id, level }): Located => {
    const point = answering.points.find((one) => one.id === id)!
    const names = new Map(interim.filter((mark) => mark.point === id).map((mark) => [mark.mark, mark]))
    const texts = new Map(added.get(id)?.map(({ text, heading }) => [text.trim(), heading]))
    const own = lines.flatMap((line): { line: Line; heading: boolean }[] => {
      if (line.now.trim() === '') return []
      const mark = line.marks.map((name) => names.get(name)).find((one) => one !== undefined)
      if (mark) return [{ line, heading: mark.heading ?? false }]
      const isNew = line.original.trim() === '' && !line.marks.some((name) => known.has(name))
      const heading = isNew ? texts.get(line.now.trim()) : undefined
      return heading === undefined ? [] : [{ line, heading }]
    })
    return { point, level, lines: own }
  })
  const final = markFile(bytes, located, marking)
  return { bytes: final.bytes, marks: final.marks, points: answers }
}

/** What is said to their comments on a point: what was done, and nothing of why. */
function replyTo({ does, level, point }: PointAnswer, marks: readonly Mark[]): string | undefined {
  if (does === 'accept') return 'Agreed.'
  if (does !== 'counter') return undefined
  const sent = marks.find((mark) => mark.point === point)?.level
  return sent === level ? 'We have put our wording back.' : 'Please see the wording that we propose.'
}
