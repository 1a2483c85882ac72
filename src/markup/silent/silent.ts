import { guardLines, isUnsure } from '../../compare/report.ts'
import type { Comparison, Pair, Piece } from '../../compare/types.ts'
import { clipped } from '../../in-words.ts'
import { openPackage, readWord, type WordPackage } from '../../ooxml/index.ts'
import { earlierChanges } from '../resolve/earlier.ts'
import { resolvePackage } from '../resolve/file.ts'
import { lettersOf, ReturnedClauses } from './clauses.ts'
import { lookChanges } from './looks.ts'
import { authorsByClause } from './nearby.ts'
import type { OpenChanges, SilentChange, SilentReport } from './types.ts'
import { unworded } from './unworded.ts'

/** Characters of a change that are shown. */
const mostShown = 120

/** How many words are shown before and after a change. */
const AROUND = 4

/** What was sent, and what came back. */
export interface SilentSides {
  /** Without bytes where it is no Word file: then words alone are compared. */
  sent: SilentReport['sent'] & { bytes?: Uint8Array }
  returned: SilentReport['returned'] & { bytes: Uint8Array }
}

/**
 * What came back changed without being tracked.
 *
 * @param comparison of what was sent with what came back, its tracked changes rejected and hidden text read
 * @throws Problem where a file cannot be read
 */
export function silentChanges(comparison: Comparison, { sent, returned }: SilentSides): SilentReport {
  const { pairs } = comparison
  const file = openPackage(returned.bytes)
  const original = openPackage(resolvePackage(file, { as: 'reject' }))
  const before = placesBefore(pairs)
  const clauses = new ReturnedClauses(pairs)
  const authors = authorsByClause(readWord(file), clauses)
  const compared = pairs.filter((pair) => !isNewComment(pair))
  const near = compared.map((pair, at) => nearby(compared, at, authors, pair))
  const changes = [
    ...compared.flatMap((pair, at) => wordChanges(pair, near[at]!)),
    ...compared.flatMap((pair, at) => placeChanges(pair, near[at]!, before)),
    ...(sent.bytes
      ? notOfWords(sentView(sent.bytes, sent.view), original, clauses, (pair) => [
          ...(authors.get(pair) ?? []),
        ])
      : []),
  ]
  const hasPicture = changes.some(({ kind, before }) => kind === 'other' && before.includes('a picture'))
  const unread = comparison.unread.filter(
    ({ kind }) => !(hasPicture && kind === 'picture') && !(sent.bytes && OF_LOOKS.has(kind)),
  )
  const named = ({ name, sha256 }: { name: string; sha256: string }) => ({ name, sha256 })
  return {
    form: 1,
    sent: { ...named(sent), view: sent.view },
    returned: named(returned),
    changes,
    tracked: openChanges(file, pairs),
    readWhole: sent.bytes !== undefined && !isUnsure({ ...comparison, unread }),
    notCompared: [
      ...guardLines({ ...comparison, unread }),
      ...(sent.bytes ? [] : ['White space, fields and pictures: what was sent is no Word file.']),
    ],
  }
}

/** Marks that are told as changes of looks. */
const OF_LOOKS = new Set(['unseen', 'direction', 'cover', 'struck'])

function sentView(bytes: Uint8Array, view: 'accepted' | 'original'): WordPackage {
  return openPackage(resolvePackage(openPackage(bytes), { as: view === 'accepted' ? 'accept' : 'reject' }))
}

/** A comment that is new is there for everybody to see; one that says something else now is not. */
function isNewComment({ story, left }: Pair): boolean {
  return story.kind === 'comments' && !left
}

/** Authors in the clause, else in the ones beside it where it stands on one side alone. */
function nearby(
  pairs: readonly Pair[],
  at: number,
  authors: ReadonlyMap<Pair, ReadonlySet<string>>,
  pair: Pair,
): string[] {
  const own = authors.get(pair)
  if (own || (pair.left && pair.right)) return [...(own ?? [])]
  const beside = [pairs[at - 1], pairs[at + 1]].flatMap((other) => [...((other && authors.get(other)) ?? [])])
  return [...new Set(beside)]
}

/** The places in a pair where words differ, each with what stands around it. */
function wordChanges(pair: Pair, near: string[]): SilentChange[] {
  const side = pair.right ?? pair.left!
  const { pieces } = pair
  return stretches(pieces).map(({ from, to }): SilentChange => {
    const own = pieces.slice(from, to)
    const said = (op: Piece['op']) =>
      own
        .filter((piece) => piece.op === op || piece.op === 'equal')
        .map(({ text }) => text)
        .join('')
    const around = (some: readonly Piece[]) =>
      some
        .filter(({ op }) => op !== 'delete')
        .map(({ text }) => text)
        .join('')
    const signs = own.every(({ op, typography }) => op === 'equal' || typography === true)
    return {
      kind: signs ? 'typography' : 'words',
      place: side.section,
      story: pair.story.kind,
      before: said('delete'),
      after: said('insert'),
      around: {
        before: lastWords(around(pieces.slice(0, from))),
        after: firstWords(around(pieces.slice(to))),
      },
      nearby: near,
    }
  })
}

/** Runs of pieces that are not equal, over white space too. */
function stretches(pieces: readonly Piece[]): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = []
  pieces.forEach(({ op, text }, at) => {
    if (op === 'equal') return
    const last = found.at(-1)
    const between = last && pieces.slice(last.to, at)
    if (last && between!.every((piece) => piece.text.trim() === '') && text !== '') last.to = at + 1
    else found.push({ from: at, to: at + 1 })
  })
  return found
}

function lastWords(text: string): string {
  const [shown = ''] = new RegExp(`(?:\\S+\\s*){0,${AROUND}}$`).exec(text.slice(-200)) ?? []
  return shown
}

function firstWords(text: string): string {
  const [shown = ''] = new RegExp(`^(?:\\s*\\S+){0,${AROUND}}`).exec(text.slice(0, 200)) ?? []
  return shown
}

/** A clause that stands elsewhere, or has another number. */
function placeChanges(
  { left, right, moved, story, cell }: Pair,
  near: string[],
  behind: (clause: NonNullable<Pair['left']>, side: 'left' | 'right') => string,
): SilentChange[] {
  if (!left || !right) return []
  const of = (kind: 'moved' | 'number'): SilentChange => ({
    kind,
    place: right.section,
    story: story.kind,
    before: `${left.section}${kind === 'moved' ? behind(left, 'left') : ''}`,
    after: `${right.section}${kind === 'moved' ? behind(right, 'right') : ''}`,
    around: { before: '', after: firstWords(right.text) },
    nearby: near,
  })
  if (moved) return [of('moved')]
  return !cell && lettersOf(left.label) !== lettersOf(right.label) ? [of('number')] : []
}

/** Where a clause stands, by the one before it. */
function placesBefore(pairs: readonly Pair[]) {
  const sides = { left: new Map<string, string>(), right: new Map<string, string>() }
  for (const side of ['left', 'right'] as const) {
    const clauses = pairs
      .flatMap((pair) => (pair[side] ? [{ clause: pair[side], story: pair.story.kind }] : []))
      .sort((a, b) => a.clause.order - b.clause.order)
    clauses.forEach(({ clause, story }, at) => {
      const before = clauses[at - 1]
      const words = before?.story === story ? firstWords(before.clause.text.trim()) : ''
      sides[side].set(clause.path, words === '' ? ', at the beginning' : `, after “${words}”`)
    })
  }
  return (clause: NonNullable<Pair['left']>, side: 'left' | 'right') => sides[side].get(clause.path) ?? ''
}

/** What differs beside the letters: whether words can be seen, then white space, fields, pictures. */
function notOfWords(
  sent: WordPackage,
  returned: WordPackage,
  clauses: ReturnedClauses,
  authorsOf: (pair: Pair) => string[],
): SilentChange[] {
  const looks = lookChanges(sent, returned).map(({ story, text, why, now, around, words }): SilentChange => {
    const [pair] = clauses.of(story, [words])
    const [open, close] = [text.trim() === '' ? words : text.trim(), ` [${why}]`]
    return {
      kind: 'look',
      place: pair?.right?.section ?? '',
      story,
      before: clipped(open, mostShown) + (now ? '' : close),
      after: clipped(open, mostShown) + (now ? close : ''),
      around: { before: lastWords(around.before), after: firstWords(around.after) },
      nearby: pair ? authorsOf(pair) : [],
    }
  })
  return [...looks, ...otherChanges(sent, returned, clauses, authorsOf)]
}

function otherChanges(
  sent: WordPackage,
  returned: WordPackage,
  clauses: ReturnedClauses,
  authorsOf: (pair: Pair) => string[],
): SilentChange[] {
  return unworded(sent, returned).map(({ story, what, before, after, lines }): SilentChange => {
    const pair = clauses.of(story, lines).findLast((one) => one !== undefined)
    return {
      kind: 'other',
      place: pair?.right?.section ?? '',
      story,
      before: `${what}: ${clipped(before, mostShown)}`,
      after: `${what}: ${clipped(after, mostShown)}`,
      around: { before: '', after: '' },
      nearby: pair ? authorsOf(pair) : [],
    }
  })
}

/** What is tracked and commented in the file that came back, by author. */
function openChanges(file: WordPackage, pairs: readonly Pair[]): OpenChanges[] {
  const comments = new Map<string, Set<string>>()
  for (const pair of pairs) {
    if (!isNewComment(pair)) continue
    const author = pair.story.name.replace(/^(?:Comment|Answer) by |, resolved$/g, '')
    const story = pair.right!.path.replace(/\/.*$/, '')
    comments.set(author, (comments.get(author) ?? new Set()).add(story))
  }
  const tracked = new Map(earlierChanges('right', file).map(({ author, changes }) => [author, changes]))
  return [...new Set([...tracked.keys(), ...comments.keys()])].map((author) => ({
    author,
    changes: tracked.get(author) ?? 0,
    comments: comments.get(author)?.size ?? 0,
  }))
}
