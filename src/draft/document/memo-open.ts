import type { Library } from '../../library/index.ts'
import { type Assessment, type Citation, citedWords } from '../../matter/index.ts'

/**
 * What the texts leave open for this client, each once, with its sections and, dated, what the licensor says outside them.
 */
export function memoOpen({ answers }: Assessment, library: Library): string[] {
  const found = new Map<string, { uses: Set<string>; citations: Citation[]; said?: string }>()
  for (const { use, open } of answers)
    for (const { says, citations, said } of open) {
      const known = found.get(says) ?? { uses: new Set<string>(), citations: [] }
      known.uses.add(use)
      known.citations.push(...citations)
      if (said) known.said = ` Outside the text: ${said.who}, ${said.dated}: ${said.says} (${said.seenAt}).`
      found.set(says, known)
    }
  const all = new Set(answers.map(({ use }) => use))
  return [...found].map(([says, { uses, citations, said = '' }]) => {
    const of = uses.size === all.size ? '' : `${[...uses].join(', ')}: `
    return `${of}${says} (${citedWords(citations, library.licenses)})${said}`
  })
}
