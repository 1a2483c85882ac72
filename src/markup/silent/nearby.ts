import type { StoryKind } from '../../agreement/index.ts'
import type { Pair } from '../../compare/types.ts'
import {
  type Paragraph,
  type ReadWordDocument,
  type Revision,
  type ViewedBlock,
  viewWord,
} from '../../ooxml/index.ts'
import type { ReturnedClauses } from './clauses.ts'

/** What the stories of a file are called in a comparison. */
export const storyKinds = {
  body: 'body',
  header: 'headers',
  footer: 'footers',
  footnote: 'footnotes',
  endnote: 'endnotes',
  comment: 'comments',
  box: 'boxes',
} as const satisfies Record<string, StoryKind>

/** Who tracked changes in which clause of the file that came back, its tracked changes rejected. */
export function authorsByClause(
  document: ReadWordDocument,
  clauses: ReturnedClauses,
): Map<Pair, Set<string>> {
  const paragraphs = new Map<StoryKind, { text: string; authors: Set<string> }[]>()
  for (const { story, blocks } of viewWord(document, { view: 'original', hidden: true })) {
    const own = paragraphs.get(storyKinds[story.kind]) ?? []
    paragraphs.set(storyKinds[story.kind], own)
    for (const block of blocks) collect(block, own, new Set())
  }
  const found = new Map<Pair, Set<string>>()
  for (const [kind, all] of paragraphs) {
    const pairs = clauses.of(
      kind,
      all.map(({ text }) => text),
    )
    all.forEach(({ authors }, at) => {
      const pair = pairs[at]
      if (!pair || authors.size === 0) return
      found.set(pair, new Set([...(found.get(pair) ?? []), ...authors]))
    })
  }
  return found
}

function collect(
  block: ViewedBlock,
  found: { text: string; authors: Set<string> }[],
  around: ReadonlySet<string>,
): void {
  if (block.type === 'chunk') return
  if (block.type === 'paragraph') {
    const authors = new Set(around)
    for (const source of block.sources) for (const author of authorsIn(source)) authors.add(author)
    found.push({ text: block.pieces.map(({ text }) => text).join(''), authors })
    return
  }
  for (const { source, cells } of block.rows) {
    const authors = new Set([...around, ...source.revisions.map(({ author }) => author)])
    for (const { blocks } of cells) for (const inner of blocks) collect(inner, found, authors)
  }
}

function authorsIn({ pieces, mark, revisions }: Paragraph): string[] {
  const all: Revision[] = [...revisions, ...mark.revisions, ...pieces.flatMap((piece) => piece.revisions)]
  return all.map(({ author }) => author)
}
