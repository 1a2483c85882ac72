import { type Agreement, type Clause, clausesOf, parseBlocks } from '../agreement/index.ts'
import { editWord, openForEdits, paragraphsIn, type WordEdit } from '../markup/index.ts'
import type { ViewedParagraph } from '../ooxml/index.ts'
import { Problem } from '../problem.ts'
import { type BodyBlock, bodyBlocks } from '../texts/word.ts'
import type { PositionComment } from './comments.ts'
import { wordsInParagraphs } from './into/offsets.ts'
import { answeringSections } from './into/sections.ts'
import { partOf } from './numbering.ts'
import { redlineOf, textAfter, textBefore } from './redline.ts'
import type { MarkedClause, MarkedPiece, PositionEdit, Redline } from './types.ts'

/** What a file of somebody's is marked up with. */
export interface IntoWordOptions {
  author: string
  /** ISO 8601 day or time. */
  date?: string
  /** What is remarked on each position, at its first edit. */
  comments?: readonly PositionComment[]
}

/** A file of somebody's with our positions tracked in it. */
export interface MarkedUp {
  bytes: Uint8Array
  /** The agreement of the file with the edits. */
  redline: Redline
  /** Positions that have no place in it, each with why; none of their edits is made. */
  left: { position: string; because: string }[]
}

/**
 * Marks positions in somebody's own Word version of a license: each edit tracked in their styles and numbers, whatever
 * they changed in it. A position of which one edit has no place is left out whole.
 *
 * @param bytes of their .docx
 * @param official the text that the edits were written for
 * @param license its name in what is thrown
 * @throws Problem where the file cannot be read, two edits change the same words, or nothing of it can be made
 * @example redlineInto(bytes, parseAgreement(source), 'llama-3.1', editsFor(chosen, license), { author: 'Counsel' })
 */
export function redlineInto(
  bytes: Uint8Array,
  official: Agreement,
  license: string,
  edits: readonly PositionEdit[],
  { author, date, comments = [] }: IntoWordOptions,
): MarkedUp {
  const word = openForEdits(bytes)
  const blocks = bodyBlocks(word.document, word.blocks)
  const theirs = parseBlocks(blocks.map(({ block }) => block))
  const left: MarkedUp['left'] = []
  const answer = answeringSections(official, theirs)
  const kept: PositionEdit[] = []
  for (const position of new Set(edits.map((one) => one.position))) {
    const answered = edits.filter((one) => one.position === position).map(answer)
    const missing = answered.find((one) => 'missing' in one)
    if (missing && 'missing' in missing) left.push({ position, because: missing.missing })
    else kept.push(...answered.flatMap((one) => ('edit' in one ? one.edit : [])))
  }
  if (kept.length === 0) {
    const because = left[0] ? `: ${left[0].because}` : ''
    throw new Problem('anchor', `none of the positions on ${license} has a place in the file${because}`)
  }
  const redline = redlineOf(theirs, license, kept)
  const at = { author, ...(date !== undefined && { date: date.length === 10 ? `${date}T00:00:00Z` : date }) }
  return { bytes: editWord(word, editsIn(blocks, redline, comments), at), redline, left }
}

/** The remark on a position, the first time that it is asked for. */
type RemarkOf = (position: string | undefined) => { remark: string[] } | undefined

function editsIn(
  blocks: readonly BodyBlock[],
  { before, clauses }: Redline,
  comments: readonly PositionComment[],
): WordEdit[] {
  const known = new Map(clausesOf(before).map((clause) => [clause.path, clause]))
  const remarks = new Map(comments.map(({ position, title, text }) => [position, [title, ...text]]))
  const remarkOf: RemarkOf = (position) => {
    const remark = position === undefined ? undefined : remarks.get(position)
    if (position !== undefined) remarks.delete(position)
    return remark && { remark }
  }
  const edits: WordEdit[] = []
  let model: Clause | undefined
  for (const marked of clauses) {
    if (!marked.added) {
      model = known.get(marked.path)
      if (model && marked.pieces.some(({ op }) => op !== 'equal'))
        edits.push(...wordEdits(marked, paragraphsOf(model, blocks), remarkOf))
      continue
    }
    const after = modelOf(marked, clauses, known) ?? model
    if (after) edits.push(clauseEdit(marked, after, blocks, remarkOf(marked.pieces[0]?.position)))
  }
  return edits
}

/** The clause of theirs behind which an added one stands: the nearest before it that is as deep. */
function modelOf(
  added: MarkedClause,
  clauses: readonly MarkedClause[],
  known: ReadonlyMap<string, Clause>,
): Clause | undefined {
  const at = clauses.indexOf(added)
  const before = clauses.slice(0, at).findLast((one) => !one.added && one.depth === added.depth)
  return before && known.get(before.path)
}

function paragraphsOf({ position }: Clause, blocks: readonly BodyBlock[]): ViewedParagraph[] {
  return blocks
    .slice(position.start.line - 1, position.end.line)
    .flatMap(({ viewed }) => paragraphsIn([viewed]))
}

function wordEdits(
  { pieces, path, deleted }: MarkedClause,
  paragraphs: readonly ViewedParagraph[],
  remarkOf: RemarkOf,
): WordEdit[] {
  if (deleted) {
    const position = pieces.find((piece) => piece.position !== undefined)?.position
    return paragraphs.map((paragraph) => ({ kind: 'gone', paragraph, ...remarkOf(position) }))
  }
  const find = wordsInParagraphs(textBefore(pieces), paragraphs)
  if (!find) throw notFound(path)
  const edits: WordEdit[] = []
  let at = 0
  for (const { kept, gone, come, position } of changesOf(pieces)) {
    const start = at + kept
    at = start + gone.length
    const stretches = find(start, at)
    if (stretches.length === 0) throw notFound(path)
    stretches.forEach((stretch, index) => {
      const text = index === 0 ? come : ''
      edits.push({ kind: 'words', at: stretch, text, ...(index === 0 && remarkOf(position)) })
    })
  }
  return edits
}

function notFound(path: string): Problem {
  return new Problem('place', `the words of ${path} are not found again in the file: please report it`)
}

interface Change {
  /** How many characters stay between it and the one before. */
  kept: number
  gone: string
  come: string
  position: string | undefined
}

/** What goes and comes in a clause; what a position takes out and puts in at one place is one change. */
function changesOf(pieces: readonly MarkedPiece[]): Change[] {
  const changes: Change[] = []
  let kept = 0
  let last: Change | undefined
  for (const { op, text, position } of pieces) {
    if (op === 'equal') {
      kept += text.length
      last = undefined
      continue
    }
    if (!last || last.position !== position || (op === 'delete' && last.come !== '')) {
      last = { kept, gone: '', come: '', position }
      changes.push(last)
      kept = 0
    }
    if (op === 'delete') last.gone += text
    else last.come += text
  }
  return changes
}

function clauseEdit(
  { path, label, heading, pieces }: MarkedClause,
  model: Clause,
  blocks: readonly BodyBlock[],
  remark: { remark: string[] } | undefined,
): WordEdit {
  const like = paragraphsOf(model, blocks)[0]
  const last = clausesOf({ type: 'agreement', title: '', children: [model] } as Agreement).reduce(
    (most, { position }) => Math.max(most, position.end.line),
    0,
  )
  const after = paragraphsIn(blocks[last - 1] ? [blocks[last - 1]!.viewed] : []).at(-1)
  if (!like || !after) throw notFound(path)
  const text = textAfter(pieces)
  // A number between two others would move those behind it, and what refers to them.
  const counts =
    like.label !== '' && partOf(path) !== `${partOf(model.path)}A` && /[\p{L}\p{N}]$/u.test(partOf(path))
  return {
    kind: 'clause',
    after,
    like,
    ...(label !== '' && !counts && { label }),
    text,
    heading: text.startsWith(heading) ? heading.length : 0,
    ...remark,
  }
}
