import type { Paragraph, Piece, ReadWordDocument, Revision, Story } from '../../ooxml/index.ts'
import type { AsideKind, Hand, Line, NewAsk } from '../types.ts'
import { alignParagraphs } from './align.ts'
import { folded, wordsOf } from './fold.ts'
import { handsOf, type Known, paragraphsOf, revisionsOf, stands, textOf } from './paragraph.ts'
import { piecesOf } from './pieces.ts'

/** A paragraph that stands beside the body of a file: at the head or foot of its pages, in a note, in a box. */
export interface Aside {
  kind: AsideKind
  /** Number of the paragraph of the body that it hangs on; undefined at the head and foot of pages. */
  on?: number
  /** Words with all tracked changes accepted, and with those of the other side rejected. */
  now: string
  base: string
  /** Who tracked a change in it that what we sent has not. */
  hands: Hand[]
}

const [number, day] = [/^\s*(?:\d+|[ivxlc]+)?\s*$/i, /^(?=.*\d).{1,40}$/]

/** What a program counts or fills in by itself, and what that looks like: other words in its place are somebody's. */
const filledIn = new Map([
  ...['PAGE', 'NUMPAGES', 'SECTION', 'SECTIONPAGES'].map((field) => [field, number] as const),
  ...['DATE', 'TIME', 'SAVEDATE', 'PRINTDATE'].map((field) => [field, day] as const),
  ['FILENAME', /^\S*\.\w{2,5}$/],
])

/** The paragraphs beside the body of a file that have words. */
export function asidesOf(
  { stories }: ReadWordDocument,
  paragraphs: readonly Paragraph[],
  known: Known,
): Aside[] {
  return stories.flatMap((story) => {
    const kind = kindOf(story)
    if (!kind) return []
    const around = story.revisions
    const on = placeOf(story, paragraphs)
    return paragraphsOf(story.blocks).flatMap((all): Aside[] => {
      const paragraph = { ...all, pieces: all.pieces.filter(isWritten) }
      const read = (accepts: (revision: Revision) => boolean) =>
        stands(around, accepts) ? folded(textOf(paragraph, accepts)) : ''
      const [now, base] = [read(() => true), read(known)]
      if (now === '' && base === '') return []
      const fresh = [...around, ...revisionsOf(paragraph)].filter((one) => !known(one))
      return [{ kind, ...(on !== undefined && { on }), now, base, hands: handsOf(fresh) }]
    })
  })
}

function isWritten({ field, text }: Piece): boolean {
  return !field || !(filledIn.get(field.kind)?.test(text) ?? false)
}

/** Words for who does not see a picture are none of the paper. */
function kindOf({ kind, separator, drawing }: Story): AsideKind | undefined {
  if (kind === 'box') return drawing === 'picture' || drawing === 'table' ? undefined : 'text box'
  return kind === 'body' || kind === 'comment' || separator ? undefined : kind
}

/** The paragraph of the body that a note is referred to in, or a box is anchored in. */
function placeOf({ kind, id, part, node }: Story, paragraphs: readonly Paragraph[]): number | undefined {
  if (kind === 'header' || kind === 'footer') return undefined
  const at =
    kind === 'box'
      ? paragraphs.findIndex(
          (one) => one.node.start <= node.start && node.end <= one.node.end && /document\d*\.xml$/.test(part),
        )
      : paragraphs.findIndex(({ pieces }) =>
          pieces.some((piece) => piece.kind === `${kind}-reference` && piece.target === id),
        )
  return at < 0 ? undefined : at
}

/** What they changed beside the body, as their asks: a head, a foot or a note may take back what a clause gives. */
export function asksBeside(
  sent: readonly Aside[],
  returned: readonly Aside[],
  lines: readonly Line[],
): Omit<NewAsk, 'id' | 'round' | 'touches'>[] {
  const kinds = [...new Set([...sent, ...returned].map(({ kind }) => kind))]
  return kinds.flatMap((kind) => {
    const [ours, theirs] = [sent, returned].map((all) => all.filter((one) => one.kind === kind)) as [
      Aside[],
      Aside[],
    ]
    const has = (all: readonly Aside[], words: string) => all.some(({ now }) => now === words)
    // A program may keep one head for many sections, or many for one.
    const gone = ours.filter(({ now }) => now !== '' && !has(theirs, now))
    const come = theirs.filter(({ now, base }) =>
      now === '' ? !has(theirs, base) && has(ours, base) : !has(ours, now),
    )
    const pairs = alignParagraphs(
      gone.map(({ now }) => [wordsOf(now)]),
      come.map(({ now, base }) => [wordsOf(now), wordsOf(base)]),
    )
    const changed = gone.map((one, at) =>
      asked(one, pairs[at] === undefined ? undefined : come[pairs[at]!], lines),
    )
    const added = come.flatMap((one, at) =>
      pairs.includes(at) || one.now === '' ? [] : [asked(undefined, one, lines)],
    )
    return [...changed, ...added].filter(
      (one, at, all) =>
        all.findIndex((other) => other.before === one.before && other.after === one.after) === at,
    )
  })
}

function asked(
  was: Aside | undefined,
  is: Aside | undefined,
  lines: readonly Line[],
): Omit<NewAsk, 'id' | 'round' | 'touches'> {
  const [before, now, base] = [was?.now ?? '', is?.now ?? '', is?.base ?? '']
  const [tracked, silent] = [now !== base, base !== before]
  const { kind, on } = (is ?? was)!
  return {
    at: is?.on ?? -1,
    beside: kind,
    kind: was === undefined ? 'added' : now === '' ? 'removed' : 'changed',
    section: is?.on === undefined ? '' : (lines[on!]?.section ?? ''),
    manner: tracked && silent ? 'tracked and silent' : tracked ? 'tracked' : 'silent',
    by: is?.hands ?? [],
    before,
    after: now,
    pieces: piecesOf(before, now),
    comments: [],
    topics: [],
  }
}
