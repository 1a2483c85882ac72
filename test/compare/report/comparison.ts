import { summariesOf, summaryOf } from '../../../src/compare/summary.ts'
import type { Comparison, Pair, PairSide, Piece, TextIdentity } from '../../../src/compare/types.ts'

const left: TextIdentity = {
  id: 'lantern-1.md',
  title: 'Lantern Model License, Version 1',
  version: '1',
  released: '2023-03-03',
  releasedAs: 'Lantern Version Release Date',
  address: 'https://lantern.example/license?v=1&l=en',
  sha256: 'a'.repeat(64),
}
const right: TextIdentity = {
  ...left,
  id: 'lantern-2.md',
  title: 'Lantern Model License, Version 2',
  version: '2',
  released: '2024-09-09',
  sha256: 'b'.repeat(64),
}

/** `=same`, `-gone`, `+new`. */
function pieces(...marked: string[]): Piece[] {
  const ops = { '=': 'equal', '-': 'delete', '+': 'insert' } as const
  return marked.map((words) => ({ op: ops[words[0] as '='], text: words.slice(1) }))
}

function side(all: Piece[], without: Piece['op'], at: Partial<PairSide>): PairSide {
  return {
    path: '1',
    section: 'Section 1',
    kind: 'section',
    label: '1.',
    heading: '',
    depth: 0,
    order: 0,
    ...at,
    text: all
      .filter(({ op }) => op !== without)
      .map(({ text }) => text)
      .join(''),
  }
}

/** A pair from its marked words; a side of `undefined` is not there. */
export function pair(
  status: Pair['status'],
  words: string[],
  from: Partial<PairSide> | undefined,
  to: Partial<PairSide> | undefined = from,
  more: Partial<Omit<Pair, 'left' | 'right'>> = {},
): Pair {
  const all = pieces(...words)
  return {
    document: 'agreement',
    story: { kind: 'body', name: '' },
    ...(from && { left: side(all, 'insert', from) }),
    ...(to && { right: side(all, 'delete', to) }),
    status,
    moved: false,
    pieces: all,
    ...more,
  }
}

/** A comparison from its pairs. */
export function comparisonOf(pairs: Pair[]): Comparison {
  return {
    left,
    right,
    summary: summaryOf(pairs),
    summaryBy: summariesOf(pairs),
    pairs,
    unread: [],
    leftOut: [],
    alone: [],
    notes: [],
  }
}

/** One pair of each kind: every status, a moved clause, a split one, a changed heading, and words that are markup. */
export const comparison: Comparison = comparisonOf([
  pair('cosmetic', ['=Lantern Model License, Version ', '-1', '+2'], {
    section: 'Title',
    path: 'title',
    label: '',
    kind: 'title',
  }),
  pair('changed', ['=By downloading ', '+or running ', '=the Lantern Materials you accept it.'], {
    section: 'Recital 1',
    path: 'recital.1',
    label: '',
    kind: 'recital',
  }),
  pair('identical', ['="Documentation" means the manuals & model cards.'], {
    section: 'Definition of “Documentation”',
    path: 'definition.documentation',
    label: '',
    kind: 'definition',
  }),
  pair('identical', ['=Your license.'], { section: 'Section 1', path: '1', heading: 'Your license.' }),
  pair(
    'changed',
    [
      '=Grant. A worldwide, non-exclusive',
      '+, non-transferable',
      '= license for research',
      '-. You may not sell what you make with it.',
      '+ and for commercial work.',
    ],
    { section: 'Section 1.a', path: '1.a', label: 'a.', heading: 'Grant.', depth: 1 },
  ),
  pair(
    'removed',
    ['-No training. You may not use *output* to improve <b>any</b> other model.'],
    { section: 'Section 1.c', path: '1.c', label: 'c.', heading: 'No training.', depth: 1 },
    undefined,
  ),
  pair('added', ['+Acceptable use. You keep to the =SUM(1) policy | or leave.'], undefined, {
    section: 'Section 3',
    path: '3',
    label: '3.',
    heading: 'Acceptable use.',
  }),
  pair(
    'identical',
    ['=Liability. No lost profits.'],
    { section: 'Section 4', path: '4', label: '4.', heading: 'Liability.' },
    { section: 'Section 5', path: '5', label: '5.', heading: 'Liability.' },
    { moved: true },
  ),
  pair(
    'changed',
    ['=Term', '-.', '+ and end.', '= This license starts when you accept it.'],
    { section: 'Section 5', path: '5', label: '5.', heading: 'Term.' },
    { section: 'Section 6', path: '6', label: '6.', heading: 'Term and end.', part: { index: 0, of: 2 } },
    { relation: 'split' },
  ),
])
