import { readWord, type ViewedBlock, viewWord, type WordPackage } from '../../ooxml/index.ts'

/** What a file shows, a line for each paragraph with its number, story by story; comments are no part of it. */
export function visibleWords(file: WordPackage): string[] {
  const lines: string[] = []
  const visit = (block: ViewedBlock): void => {
    if (block.type === 'table') {
      for (const { cells } of block.rows) for (const { blocks } of cells) blocks.forEach(visit)
    } else if (block.type === 'paragraph') {
      const words = block.pieces.map(({ text, omitted }) => (omitted === 'hidden' ? '' : text)).join('')
      // A paragraph that shows nothing is no line: where it was hidden with its end, it is gone.
      if (block.label !== '' || words !== '') lines.push(`${block.label}\t${words}`)
    }
  }
  for (const { story, blocks } of viewWord(readWord(file))) {
    if (story.kind === 'comment' || story.hidden) continue
    lines.push(`${story.kind} ${story.part}`)
    blocks.forEach(visit)
  }
  return lines
}
