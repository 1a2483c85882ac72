import type { ViewedBlock, ViewedStory } from '../../../ooxml/index.ts'

/**
 * The numbers of footnotes and endnotes as they are referred to in a view, by kind and id (`footnote 2`); a note that
 * nothing refers to has none.
 */
export function noteNumbers(stories: readonly ViewedStory[]): Map<string, number> {
  const numbers = new Map<string, number>()
  const next = { footnote: 1, endnote: 1 }
  const visit = (block: ViewedBlock): void => {
    if (block.type === 'table') {
      for (const { cells } of block.rows) for (const { blocks } of cells) blocks.forEach(visit)
    } else if (block.type === 'paragraph') {
      for (const { piece } of block.pieces) {
        const kind =
          piece.kind === 'footnote-reference'
            ? 'footnote'
            : piece.kind === 'endnote-reference'
              ? 'endnote'
              : undefined
        const key = `${kind} ${piece.target}`
        if (kind === undefined || numbers.has(key)) continue
        numbers.set(key, next[kind])
        next[kind] += 1
      }
    }
  }
  for (const { blocks } of stories) blocks.forEach(visit)
  return numbers
}
