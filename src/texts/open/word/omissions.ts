import { countWords, type Omission } from '../../../agreement/index.ts'
import type { ViewedBlock, ViewedStory } from '../../../ooxml/index.ts'

/** The words of a Word file that were left out, by the rule that left them out. */
export function countOmissions(stories: readonly ViewedStory[]): Omission[] {
  const found = new Map<string, string[]>()
  const add = (rule: string, words: string) => {
    const texts = found.get(rule)
    if (texts) texts.push(words)
    else found.set(rule, [words])
  }
  const visit = (block: ViewedBlock): void => {
    if (block.type === 'chunk') return
    if (block.type === 'table') {
      for (const { cells } of block.rows) for (const { blocks } of cells) blocks.forEach(visit)
      return
    }
    // Runs cut words, so that stretches left out by one rule are counted together.
    let rule: string | undefined
    let words = ''
    const close = () => {
      if (rule !== undefined && words.trim() !== '') add(rule, words.trim())
      words = ''
    }
    for (const { text, omitted } of block.pieces) {
      if (omitted !== rule) {
        close()
        rule = omitted
      }
      words += text
    }
    close()
  }
  for (const { blocks } of stories) blocks.forEach(visit)
  return [...found].map(([kind, texts]) => {
    const text = texts.join('\n')
    return { kind, place: '', words: countWords(text), text }
  })
}
