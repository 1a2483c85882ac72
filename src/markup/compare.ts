import { createHash } from 'node:crypto'
import { openPackage, type WordPackage } from '../ooxml/index.ts'
import { Problem } from '../problem.ts'
import { type KnownComments, withoutUnknownComments } from './clean/unknown-comments.ts'
import { leftOut } from './left-out.ts'
import { type Outgoing, outgoing } from './outgoing.ts'
import { type Breach, proveRedline, type Resolved, type ResolvedLooks } from './proof/prove.ts'
import type { RowBreach } from './proof/rows.ts'
import { type RedlineOptions, redlineFiles } from './redline.ts'
import { type Counts, countChanges } from './resolve/count.ts'
import { type Earlier, earlierChanges } from './resolve/earlier.ts'
import { resolvePackage } from './resolve/file.ts'
import type { Trace } from './resolve/part.ts'
import { short } from './short.ts'
import { trace } from './trace.ts'

/** Which state of a file with tracked changes is compared. */
export type WordView = 'accepted' | 'original'

/** How two Word files are compared. */
export interface CompareWordOptions extends RedlineOptions {
  /** By default `accepted`. */
  leftView?: WordView
  rightView?: WordView
  /** Opens a side, where whoever asks must know which of the two cannot be opened; by default it is just opened. */
  opening?: (side: 'left' | 'right', open: () => WordPackage) => WordPackage
  /** How it leaves; by default its settings and properties are the right file's. */
  leaves?: Outgoing
}

/** A redline in the right file's own look, and its proof. */
export interface WordRedline {
  bytes: Uint8Array
  counts: Counts
  /** What was not compared: in words, one line each. */
  notCompared: string[]
  /** Changes that the files had tracked before, by whom. */
  earlier: Earlier[]
  /** Comments of the right file that went or stayed, where it leaves the house. */
  comments?: Pick<KnownComments, 'kept' | 'removed'>
  receipt: Receipt
}

/** What a redline was made from, and what it gives back: SHA-256 in hexadecimal. */
export interface Receipt {
  form: 1
  left: { sha256: string; view: WordView; words: string }
  right: { sha256: string; view: WordView; words: string }
  redline: { sha256: string; accepted: string; rejected: string }
  changes: Counts
  notCompared: string[]
  earlier: Earlier[]
}

/**
 * Compares two Word files: the right one comes back with the left's words as deletions and its own new ones as
 * insertions, and everything else of it as it was. Before it is given out it is resolved both ways and compared with
 * both sides.
 *
 * @throws Problem where a file cannot be read, or where the redline does not give both sides back
 * @example compareWord(ours, theirs, { author: 'Clausebook', date: '2026-01-31T00:00:00Z' }).bytes
 */
export function compareWord(left: Uint8Array, right: Uint8Array, options: CompareWordOptions): WordRedline {
  const { leftView = 'accepted', rightView = 'accepted', fieldResults = true } = options
  const { opening = (_, open) => open() } = options
  const one = opened(opening('left', () => openPackage(left)))
  const other = opened(opening('right', () => openPackage(right)))
  const [ours, theirs] = [viewOf(one, leftView), viewOf(other, rightView)]
  const traced = rightView === 'accepted' ? viewOf(other, rightView, trace) : theirs
  const earlier = [...earlierChanges('left', one.file), ...earlierChanges('right', other.file)]
  const { bytes: marked, notShown } = redlineFiles(ours, traced, options)
  const known =
    options.leaves?.cleanFor === undefined
      ? undefined
      : withoutUnknownComments(openPackage(marked), one.file, options.leaves.commentsOf ?? [])
  const whole = known?.bytes ?? marked
  const bytes = options.leaves ? outgoing(whole, options.leaves) : whole
  const notCompared = [
    ...leftOut(ours, theirs, options.formatting ?? false),
    ...notShown,
    ...(fieldResults ? [] : ['what cross-references and tables of contents show: the right file’s stands']),
  ]
  for (const { file } of [one, other]) file.forget()
  const redline = openPackage(bytes)
  const counts = countChanges(redline)
  const proof = proveRedline(redline, ours, theirs, {
    results: fieldResults,
    looks: options.formatting ?? false,
  })
  if (proof.rows[0]) throw broken(rowWords(proof.rows[0]))
  if (proof.breaches[0]) throw broken(breachWords(proof.breaches[0]))
  notCompared.push(...looksNotBack(proof.looks))
  const [accepted, rejected] = [linesDigest(proof.accepted), linesDigest(proof.rejected)]
  return {
    bytes,
    counts,
    notCompared,
    earlier,
    ...(known && { comments: { kept: known.kept, removed: known.removed } }),
    receipt: {
      form: 1,
      left: { sha256: digest(left), view: leftView, words: rejected },
      right: { sha256: digest(right), view: rightView, words: accepted },
      redline: { sha256: digest(bytes), accepted, rejected },
      changes: counts,
      notCompared,
      earlier,
    },
  }
}

/**
 * Whether a redline, whoever made it, gives one file back with all its changes accepted and another with all rejected.
 *
 * @returns the places where it does not; none where it does
 * @throws Problem where a file cannot be read
 */
export function verifyRedline(
  redline: Uint8Array,
  left: Uint8Array,
  right: Uint8Array,
  {
    leftView = 'accepted',
    rightView = 'accepted',
    fieldResults = true,
    formatting = false,
  }: Pick<CompareWordOptions, 'leftView' | 'rightView' | 'fieldResults' | 'formatting'> = {},
): Resolved {
  return proveRedline(
    openPackage(redline),
    viewOf(opened(openPackage(left)), leftView),
    viewOf(opened(openPackage(right)), rightView),
    { results: fieldResults, looks: formatting },
  )
}

/** A breach in words. */
export function breachWords({ resolved, story, line, expected, found }: Breach): string {
  const [done, side] = resolved === 'accept' ? ['accepted', 'right'] : ['rejected', 'left']
  return `with all changes ${done} it is not the ${side} file: ${story}, line ${line}, is “${short(found, 80)}” and not “${short(expected, 80)}”`
}

/** A row in words. */
export function rowWords({ row, of, words }: RowBreach): string {
  return `a ${of} that is tracked as ${row} holds “${short(words, 80)}”, which is not`
}

/** Looks that do not come back, in words. */
export function looksWords({ resolved, words, of }: ResolvedLooks): string {
  const [done, side] = resolved === 'accept' ? ['accepted', 'right'] : ['rejected', 'left']
  const what = of === 'paragraph' ? 'the paragraph' : 'letters of the paragraph'
  return `with all changes ${done} ${what} “${short(words, 80)}” looks other than in the ${side} file`
}

/** Most paragraphs that are named whose looks do not come back. */
const MOST_LOOKS = 5

/** Looks that no mark can hold: Word gives a paragraph that was split or joined the looks of one of its parts. */
function looksNotBack(looks: readonly ResolvedLooks[]): string[] {
  const more = looks.length - MOST_LOOKS
  return [
    ...looks.slice(0, MOST_LOOKS).map(looksWords),
    ...(more > 0
      ? [`${more} more paragraphs look other than in their file once all is accepted or rejected`]
      : []),
  ]
}

function broken(why: string): Problem {
  return new Problem('redline-proof', `the redline is not written, since ${why}: please report it`)
}

interface Opened {
  file: WordPackage
  /** Whether it has tracked changes: one that has none is the same in every view, and is read once. */
  isTracked: boolean
}

function opened(file: WordPackage): Opened {
  return { file, isTracked: Object.values(countChanges(file)).some((count) => count > 0) }
}

function viewOf({ file, isTracked }: Opened, view: WordView, left?: Trace): WordPackage {
  if (!isTracked) return file
  return openPackage(resolvePackage(file, { as: view === 'accepted' ? 'accept' : 'reject' }, left))
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function linesDigest(lines: readonly string[]): string {
  return digest(new TextEncoder().encode(lines.join('\n')))
}
