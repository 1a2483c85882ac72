import type { Omission, SourceBlock, SourceDocument, SourceStory } from '../../../agreement/index.ts'

/** Pages that follow each other as one: the stories of a kind one after the other, and what was left out together. */
export function joined(pages: readonly SourceDocument[]): SourceDocument {
  const [only] = pages
  if (pages.length === 1 && only) return only
  const stories = new Map<string, SourceStory>()
  const leftOut = new Map<string, Omission>()
  for (const [part, page] of pages.entries()) {
    for (const story of page.stories) {
      const before = stories.get(story.kind) ?? { ...story, blocks: [] }
      // Each page counts its lists from one.
      for (const block of story.blocks) before.blocks.push(withList(block, part))
      stories.set(story.kind, before)
    }
    for (const one of page.leftOut) {
      const before = leftOut.get(one.kind)
      leftOut.set(one.kind, before ? together(before, one) : one)
    }
  }
  return {
    stories: [...stories.values()],
    leftOut: [...leftOut.values()],
    unread: pages.flatMap(({ unread }) => unread),
    notes: [...new Set(pages.flatMap(({ notes }) => notes))],
    pictures: pages.flatMap(({ pictures = [] }) => pictures),
  }
}

function withList(block: SourceBlock, part: number): SourceBlock {
  if (block.type === 'paragraph')
    return block.list === undefined || part === 0 ? block : { ...block, list: `${block.list} of ${part + 1}` }
  return {
    ...block,
    rows: block.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({
        ...cell,
        blocks: cell.blocks.map((inner) => withList(inner, part)),
      })),
    })),
  }
}

function together(one: Omission, other: Omission): Omission {
  return {
    ...one,
    words: (one.words ?? 0) + (other.words ?? 0),
    text: [one.text, other.text].filter(Boolean).join('\n'),
  }
}
