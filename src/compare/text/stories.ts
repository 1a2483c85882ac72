import type { Agreement, StoryKind } from '../../agreement/index.ts'
import { compare } from '../compare.ts'
import type { Comparison, Pair, PairSide, TextIdentity } from '../types.ts'
import { storyOrder } from './side.ts'
import type { SideText, StoryTree } from './types.ts'

/** How a story is called: `Footnote 1`, `Header (first page)`, `Comment by A. Counsel`. */
export function storyWords(kind: StoryKind, name: string): string {
  const noun = nouns[kind]
  if (kind === 'boxes' && /^(?:Picture|Words for table) \d/.test(name)) return name
  if (name === '' || name.toLowerCase().startsWith(noun.toLowerCase())) return name || noun
  return /^[\d*†‡§.]+$|^[ivxlcdm]+$/i.test(name) ? `${noun} ${name}` : `${noun} (${name})`
}

const nouns: Record<StoryKind, string> = {
  body: '',
  footnotes: 'Footnote',
  endnotes: 'Endnote',
  headers: 'Header',
  footers: 'Footer',
  comments: 'Comment',
  boxes: 'Text box',
  links: 'Link',
}

/** Compares what stands beside two bodies, each kind with its own: notes with notes, headers with headers. */
export function compareStories(
  left: SideText,
  right: SideText,
  identities: { left: TextIdentity; right: TextIdentity },
): Comparison[] {
  const treeOf = ({ stories }: SideText, kind: StoryKind) => stories.find((one) => one.kind === kind)
  return storyOrder.flatMap((kind) => {
    const [one, other] = [treeOf(left, kind), treeOf(right, kind)]
    if (!one && !other) return []
    // A format that has no links has nothing to say of where they lead.
    if (kind === 'links' && !(one && other)) return []
    const groups = paged.has(kind) && one && other ? byName(one, other) : [[one, other] as const]
    return groups.map(([one, other]) => {
      const compared = compare(one?.agreement ?? empty, other?.agreement ?? empty, identities, {
        document: left.document,
        story: { kind, name: '' },
        places:
          lasting.has(kind) && one && other ? { left: placesIn(one), right: placesIn(other) } : undefined,
      })
      return { ...compared, pairs: compared.pairs.map((pair) => named(pair, kind, one, other)) }
    })
  })
}

/** Stories that stand on pages of a kind: which it is, and not the order of the file, says which answers which. */
const paged: ReadonlySet<StoryKind> = new Set(['headers', 'footers'])

/** Trees of one name each that both have, in the order of the left one; then what is left of both. */
function byName(left: StoryTree, right: StoryTree): [StoryTree, StoryTree][] {
  const there = new Set(right.names.values())
  const shared = [...new Set(left.names.values())].filter((name) => there.has(name))
  const both = new Set(shared)
  const groups = shared.map((name): [StoryTree, StoryTree] => {
    const isOf = (other: string) => other === name
    return [partOf(left, isOf), partOf(right, isOf)]
  })
  const isLeft = (name: string) => !both.has(name)
  const rest: [StoryTree, StoryTree] = [partOf(left, isLeft), partOf(right, isLeft)]
  return rest.every(({ agreement }) => agreement.children.length === 0) ? groups : [...groups, rest]
}

function partOf(tree: StoryTree, keeps: (name: string) => boolean): StoryTree {
  const children = tree.agreement.children.filter(({ path }) => keeps(tree.names.get(withinOf(path)) ?? ''))
  return { ...tree, agreement: { ...tree.agreement, children } }
}

/** Stories that are the same one from version to version, whatever they say; notes and comments come and go. */
const lasting: ReadonlySet<StoryKind> = new Set(['headers', 'footers', 'boxes'])

const placesIn =
  ({ names }: StoryTree) =>
  (path: string) =>
    names.get(withinOf(path)) ?? ''

const empty: Agreement = {
  type: 'agreement',
  title: '',
  children: [],
  position: { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
}

function named(pair: Pair, kind: StoryKind, left?: StoryTree, right?: StoryTree): Pair {
  const name = (tree: StoryTree | undefined, side: PairSide | undefined) =>
    side && (tree?.names.get(withinOf(side.path)) ?? '')
  const [from, to] = [name(left, pair.left), name(right, pair.right)]
  return {
    ...pair,
    story: { kind, name: to ?? from ?? '' },
    ...(pair.left && { left: { ...pair.left, section: sectionIn(kind, from, pair, pair.left, left) } }),
    ...(pair.right && { right: { ...pair.right, section: sectionIn(kind, to, pair, pair.right, right) } }),
  }
}

const withinOf = (path: string) => path.slice(0, path.indexOf('/'))

/** A note of one paragraph is cited as the note; a cell of a table in it by its row and column as well. */
function sectionIn(
  kind: StoryKind,
  name: string | undefined,
  { cell }: Pair,
  side: PairSide,
  tree?: StoryTree,
): string {
  const story = storyWords(kind, name ?? '')
  const alone = tree?.clauses.get(withinOf(side.path)) === 1 && side.depth === 0 && !cell
  return alone ? story : `${story}, ${side.section}`
}
