import type { Omission } from '../../../agreement/index.ts'
import type { ViewedBlock, ViewedStory } from '../../../ooxml/index.ts'

/** Runs of letters, digits and marks: what is counted as a word. */
const WORD = /[\p{L}\p{N}\p{M}]+/gu

/** How many words of a Word file were left out, by the rule that left them out. */
export function countOmissions(stories: readonly ViewedStory[]): Omission[] {
  const counts = new Map<string, number>()
  const visit = (block: ViewedBlock): void => {
    if (block.type === 'chunk') return
    if (block.type === 'table') {
      for (const { cells } of block.rows) for (const { blocks } of cells) blocks.forEach(visit)
      return
    }
    // Runs cut words, so that stretches left out by one rule are counted together.
    let rule: string | undefined
    let words = ''
    const count = () => {
      const found = words.match(WORD)?.length ?? 0
      if (rule !== undefined && found > 0) counts.set(rule, (counts.get(rule) ?? 0) + found)
      words = ''
    }
    for (const { text, omitted } of block.pieces) {
      if (omitted !== rule) {
        count()
        rule = omitted
      }
      words += text
    }
    count()
  }
  for (const { blocks } of stories) blocks.forEach(visit)
  return [...counts].map(([kind, words]) => ({ kind, place: '', words }))
}
