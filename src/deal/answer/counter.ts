import { diffWords, longestRising } from '../../compare/index.ts'
import type { Level } from '../../library/index.ts'
import { runInHeading, type WordEdit, wordsOfParagraph } from '../../markup/index.ts'
import type { ViewedParagraph } from '../../ooxml/index.ts'
import { alignParagraphs } from '../read/align.ts'
import { folded, plain, sameText, wordsOf } from '../read/fold.ts'
import { REFERENCE, type ReadFile } from '../read/lines.ts'
import type { Line, Mark, Point } from '../types.ts'
import { wordsWhereChanged } from './kept-words.ts'

/** Where a point is put back. */
export interface Countering {
  point: Point
  level: Level | 'other'
  sent: ReadFile
  /** Marks of what was sent: of this point, and of all. */
  marks: readonly Mark[]
  allSent: readonly Mark[]
  /** Their file with the interim marks, as it is edited. */
  word: ReadFile
  interim: readonly Mark[]
  /** Their file as it came back, and which paragraph of it answers one that we sent. */
  old: ReadFile
  lineOf(sent: Line): Line | undefined
  /** Whether a paragraph whose words change is struck out and written anew, where words in it cannot be changed. */
  whole?: boolean
  /** Numbers of paragraphs of what came back whose cross-references mislead: they are written anew. */
  misleading: ReadonlySet<number>
  /** Whether they refused our words as they stand: then a level of ours is offered whole. */
  refused: boolean
  /** Which point has changed a paragraph already: what several points share is put back once. */
  done: Map<ViewedParagraph, string>
}

/** A paragraph of their file, in the words that it has. */
interface Own {
  viewed: ViewedParagraph
  words: string
  masked: boolean
  /** What stood there before our change of it; empty where it is new with us. */
  before: string
}

/** How a point is put back, and the paragraphs that are put in for it. */
export interface Countered {
  edits: WordEdit[]
  added: { text: string; heading: boolean }[]
  /** The level whose words it has then: what we sent, where none of the level came in. */
  level: Level | 'other'
}

/** The edits that give a point the words of a level in their file: words in paragraphs that are there, and others put back. */
export function counterEdits(given: Countering): Countered | { because: string } {
  const { point, level, sent, marks, word, interim } = given
  const sentWords = marks.map(({ paragraph, heading }) => ({
    text: sent.lines[paragraph]!.now.replaceAll(REFERENCE, '').trim(),
    ...(heading && { heading }),
  }))
  const isSent = marks[0]?.level === level
  const names = new Set(interim.filter((mark) => mark.point === point.id).map(({ mark }) => mark))
  const befores = beforeByMark(given)
  const own = word.lines
    .filter((line) => (line.now.trim() !== '' || line.masked) && line.marks.some((name) => names.has(name)))
    .flatMap((line): Own[] => {
      const viewed = viewedOf(word, line)
      const mark = interim.find(({ mark: name }) => names.has(name) && line.marks.includes(name))
      const misleads = mark !== undefined && given.misleading.has(mark.paragraph)
      const before = befores.get(line.marks.find((name) => names.has(name))!) ?? ''
      return viewed
        ? [{ viewed, words: wordsOfParagraph(viewed), masked: line.masked ?? misleads, before }]
        : []
    })
  const offered = isSent || level === 'other' ? undefined : point.levels[level]
  // Where its numbers or its look alone are wrong, its words are ours.
  const wordsTold = ({ words, masked }: Own) =>
    (masked && sentWords.find(({ text }) => plain(text) === plain(words))?.text) || words
  const target = !offered
    ? sentWords
    : given.refused
      ? offered
      : wordsWhereChanged(sentWords, offered, own.map(wordsTold))
  const isAsSent =
    target.length === sentWords.length && target.every(({ text }, at) => sameText(text, sentWords[at]!.text))
  const pairs = pairsOf(target, own)
  const edits: WordEdit[] = []
  const added: Countered['added'] = []
  const kept = new Set(pairs.filter((at) => at !== undefined))
  const isDone = (viewed: ViewedParagraph) => (given.done.get(viewed) ?? point.id) !== point.id
  own.forEach(({ viewed, words, before }, at) => {
    if (kept.has(at) || isDone(viewed)) return
    given.done.set(viewed, point.id)
    // What stood there before us is theirs, and stays.
    if (before === '') edits.push({ kind: 'gone', paragraph: viewed })
    else edits.push(...wordEdits(viewed, words, before))
  })
  let after = own[0] && pairs[0] === 0 ? undefined : paragraphBefore(given, own)
  let last = -1
  for (const [at, { text, heading = false }] of target.entries()) {
    const pair = pairs[at]
    if (pair !== undefined) {
      const { viewed, words, masked } = own[pair]!
      after = viewed
      last = pair
      if (plain(words) === plain(text) && !masked) continue
      if (isDone(viewed)) {
        if (given.whole || masked) added.push({ text, heading })
        continue
      }
      given.done.set(viewed, point.id)
      if (given.whole || masked) {
        const like = (masked ? likeOf(given, text, at, heading) : undefined) ?? viewed
        edits.push(
          { kind: 'gone', paragraph: viewed },
          clauseEdit(given, { text, heading }, { after: viewed, like }),
        )
        added.push({ text, heading })
      } else edits.push(...wordEdits(viewed, words, text))
      continue
    }
    // Behind the one that goes in its place: what a cross-reference points at there is then in ours once that is gone.
    const until = pairs.findIndex((one, index) => index > at && one !== undefined)
    const goes = (until < 0 ? own.length : pairs[until]!) - last - 1
    const comes = (until < 0 ? target.length : until) - at
    if (goes > 0) {
      last += 1 + Math.max(0, goes - comes)
      after = own[last]!.viewed
    }
    const like = likeOf(given, text, at, heading) ?? after
    if (!after || !like) return { because: 'there is no place for it in their file: put it back by hand' }
    edits.push(clauseEdit(given, { text, heading }, { after, like }))
    added.push({ text, heading })
  }
  return { edits, added, level: isAsSent ? (marks[0]?.level ?? level) : level }
}

/** By its interim mark, what stood in a paragraph before our tracked change of it. */
function beforeByMark({ point, marks, sent, interim, lineOf }: Countering): Map<string, string> {
  const places = new Map(
    marks.flatMap(({ paragraph }) => {
      const line = sent.lines[paragraph]!
      const there = lineOf(line)
      const before = line.original === line.now ? '' : line.original
      return there ? [[there.at, before.replaceAll(REFERENCE, '').trim()] as const] : []
    }),
  )
  return new Map(
    interim.flatMap((mark) =>
      mark.point === point.id ? [[mark.mark, places.get(mark.paragraph) ?? ''] as const] : [],
    ),
  )
}

function pairsOf(target: readonly { text: string }[], own: readonly Own[]): (number | undefined)[] {
  const pairs = alignParagraphs(
    target.map(({ text }) => [wordsOf(text)]),
    own.map(({ words }) => [wordsOf(words)]),
  )
  const found = pairs.flatMap((to, at) => (to === undefined ? [] : [{ at, to }]))
  const kept = new Set(longestRising(found.map(({ to }) => to)).map((index) => found[index]!.at))
  return pairs.map((to, at) => (kept.has(at) ? to : undefined))
}

/** Each stretch that goes or comes in a paragraph. */
export function wordEdits(paragraph: ViewedParagraph, before: string, after: string): WordEdit[] {
  const edits: WordEdit[] = []
  let at = 0
  let open: { start: number; end: number; text: string } | undefined
  const close = () => {
    if (open)
      edits.push({ kind: 'words', at: { paragraph, start: open.start, end: open.end }, text: open.text })
    open = undefined
  }
  for (const { op, text } of diffWords(before, after)) {
    if (op === 'equal') {
      close()
      at += text.length
      continue
    }
    open ??= { start: at, end: at, text: '' }
    if (op === 'insert') open.text += text
    else {
      at += text.length
      open.end = at
    }
  }
  close()
  return edits
}

export function viewedOf({ word }: ReadFile, { node }: Line): ViewedParagraph | undefined {
  return word.paragraphs.find(({ sources }) => sources.some((source) => source.node === node))
}

/** The last paragraph that stands before the point: the nearest of those before it that came back. */
function paragraphBefore(
  { marks, sent, word, lineOf, old }: Countering,
  own: readonly Own[],
): ViewedParagraph | undefined {
  const first = Math.min(...marks.map(({ paragraph }) => paragraph))
  for (let at = first - 1; at >= 0; at -= 1) {
    const line = lineOf(sent.lines[at]!)
    if (!line || line.now.trim() === '') continue
    const words = folded(line.now)
    const place = old.lines.filter((one) => folded(one.now) === words).indexOf(line)
    const there = word.lines.filter((one) => folded(one.now) === words)[Math.max(0, place)]
    const viewed = there && viewedOf(word, there)
    if (viewed && !own.some((one) => one.viewed === viewed)) return viewed
  }
  return undefined
}

/** A paragraph of their file that looks as the one looked that is put back. */
function likeOf(given: Countering, text: string, at: number, heading: boolean): ViewedParagraph | undefined {
  const { marks, sent, word } = given
  const bodies = marks.filter((mark) => (mark.heading ?? false) === heading)
  const mark = heading ? bodies[0] : (bodies[Math.min(at, bodies.length) - 1] ?? bodies[0])
  const model = mark && viewedOf(sent, sent.lines[mark.paragraph]!)
  if (!model) return undefined
  const { style, list } = model.properties
  const alike = word.word.paragraphs.filter(
    ({ properties, pieces }) =>
      properties.style === style &&
      properties.list?.level === list?.level &&
      pieces.some(({ text }) => text.trim() !== ''),
  )
  // Words in front that look otherwise have to be found in the one that it is made like.
  const headed = headingOf(given, text) !== undefined
  const fit = alike.filter((one) => !headed || runInHeading(one) > 0)
  const likes = fit.length > 0 ? fit : alike
  return likes.find(({ properties }) => properties.list?.id === list?.id) ?? likes[0]
}

/** A paragraph that is put in; what stood in front of it as its heading looks as one again, in their look where they have one. */
function clauseEdit(
  given: Countering,
  { text, heading = false }: { text: string; heading?: boolean },
  place: { after: ViewedParagraph; like: ViewedParagraph },
): WordEdit {
  if (heading) return { kind: 'clause', ...place, text, heading: text.length }
  const own = headingOf(given, text)
  if (!own || !(runInHeading(place.like) > 0 || own.bold)) return { kind: 'clause', ...place, text }
  const bold = runInHeading(place.like) === 0 && own.bold
  return { kind: 'clause', ...place, text, heading: own.length, ...(bold && { bold }) }
}

/** What of words that are put back stood in front of a paragraph of ours as its heading, and whether it was bold. */
function headingOf({ marks, sent }: Countering, text: string): { length: number; bold: boolean } | undefined {
  for (const { paragraph } of marks) {
    const viewed = viewedOf(sent, sent.lines[paragraph]!)
    const length = viewed ? runInHeading(viewed) : 0
    const words = viewed && length > 0 ? wordsOfParagraph(viewed).trimStart().slice(0, length) : ''
    if (words !== '' && text.startsWith(words)) {
      const first = viewed!.pieces.find((one) => one.omitted === undefined && one.text.trim() !== '')
      return { length: words.length, bold: first?.piece.run.bold ?? false }
    }
  }
  return undefined
}
