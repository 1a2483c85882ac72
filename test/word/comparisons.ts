import { summariesOf, summaryOf } from '../../src/compare/summary.ts'
import type { Comparison, Pair, PairSide, Piece, TextIdentity } from '../../src/compare/types.ts'
import fc from '../setup/fast-check.ts'

/** A pair before it has its places: words with their fate, and the labels and depths of both sides. */
interface Draft {
  pieces: Piece[]
  on: 'both' | 'left' | 'right'
  labels: [string, string]
  depths: [number, number]
}

const words = fc.oneof(
  fc.constantFrom('the ', 'License ', 'shall', ' & ', '<b>', '“Materials” ', '\u0001', 'é', ' 700 million '),
  fc.string({ minLength: 1, maxLength: 12 }).map((text) => text.replace(/[\s\u0000-\u001f\ufffd]/g, '-')),
)

const draft: fc.Arbitrary<Draft> = fc.record({
  pieces: fc.array(
    fc.record({ op: fc.constantFrom('equal' as const, 'delete' as const, 'insert' as const), text: words }),
    { minLength: 1, maxLength: 5 },
  ),
  on: fc.constantFrom('both' as const, 'both' as const, 'left' as const, 'right' as const),
  labels: fc.tuple(fc.constantFrom('', '1.', 'a.', '(i)', '•'), fc.constantFrom('', '1.', 'a.', '(ii)')),
  depths: fc.tuple(fc.nat(8), fc.nat(8)),
})

function textOf(pieces: Piece[], without: Piece['op']): string {
  return pieces
    .filter(({ op }) => op !== without)
    .map(({ text }) => text)
    .join('')
}

function build(drafts: Draft[], shuffle: number[]): Comparison {
  // The right text has its clauses in another order, so that some of them have moved.
  const rightOrder = drafts.map((_, at) => at).sort((a, b) => (shuffle[a] ?? a) - (shuffle[b] ?? b) || a - b)
  const pairs = drafts.map(({ pieces, on, labels, depths }, at): Pair => {
    const side = (text: string, place: 0 | 1, order: number): PairSide => ({
      path: `${order + 1}`,
      section: `Section ${order + 1}`,
      kind: 'section',
      label: labels[place],
      heading: text.slice(0, 3),
      text,
      depth: depths[place],
      order,
    })
    const kept = pieces.map((piece) => ({
      ...piece,
      op: on === 'left' ? ('delete' as const) : on === 'right' ? ('insert' as const) : piece.op,
    }))
    return {
      document: 'agreement',
      story: { kind: 'body', name: '' },
      ...(on === 'right' ? {} : { left: side(textOf(kept, 'insert'), 0, at) }),
      ...(on === 'left' ? {} : { right: side(textOf(kept, 'delete'), 1, rightOrder.indexOf(at)) }),
      status: on === 'both' ? 'changed' : on === 'left' ? 'removed' : 'added',
      moved: false,
      pieces: kept,
    }
  })
  return comparison(pairs)
}

/** Comparisons of agreements that were never written: clauses changed, added, removed, moved and renumbered. */
export const comparisons: fc.Arbitrary<Comparison> = fc
  .tuple(
    fc.array(draft, { maxLength: 8 }),
    fc.oneof(fc.constant<number[]>([]), fc.array(fc.nat(8), { minLength: 8, maxLength: 8 })),
  )
  .map(([drafts, shuffle]) => build(drafts, shuffle))

/** A comparison of two made-up texts. */
export function comparison(pairs: Pair[]): Comparison {
  return {
    left: identity('north', '1'),
    right: identity('south', '2'),
    summary: summaryOf(pairs),
    summaryBy: summariesOf(pairs),
    pairs,
    unread: [],
    leftOut: [],
    alone: [],
    notes: [],
  }
}

function identity(id: string, version: string): TextIdentity {
  return {
    id,
    title: `The ${id} agreement`,
    version,
    released: '2024-07-23',
    sha256: id.padEnd(64, '0'),
    address: 'https://example.com/?a=1&b=2',
  }
}

/** The paragraphs of one side: a clause each, its parts joined, as the redline prints it. */
export function paragraphsOf({ pairs }: Comparison, side: 'left' | 'right'): string[] {
  const sides = pairs
    .map((pair) => pair[side])
    .filter((one) => one !== undefined)
    .sort((a, b) => a.order - b.order || (a.part?.index ?? 0) - (b.part?.index ?? 0))
  const paragraphs: string[] = []
  let last = -1
  for (const { order, label, text } of sides) {
    if (order === last) paragraphs.push(join(paragraphs.pop()!, text))
    else paragraphs.push(label === '' ? text : `${label}\t${text}`)
    last = order
  }
  // What XML cannot hold is shown as the replacement character.
  return paragraphs.map((text) => text.replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, '\ufffd'))
}

function join(before: string, after: string): string {
  return before === '' || /\s$/.test(before) ? before + after : `${before} ${after}`
}
