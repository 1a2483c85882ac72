import { matchTokens } from '../compare/word-diff.ts'
import { tokensIn } from './align/blocks.ts'
import type { Step } from './align/types.ts'
import type { Block, By, Gone, Token } from './tokens/types.ts'
import { cutWords, OBJECT } from './tokens/words.ts'
import { tracesOfGone } from './trace.ts'

/** Whose the deletions of some steps were, where the right file had tracked the same words as deleted. */
export function earlierDeletions(steps: readonly Step[], gone: readonly Gone[]): Map<Token, By> {
  if (gone.length === 0) return new Map()
  return whoseDeletions(
    steps.flatMap(({ left, right: other }) => (left && !other ? deletedWith(left) : [])),
    gone,
  )
}

/** Whose the deletions of some tokens were, by what was deleted there. */
export function whoseDeletions(tokens: readonly Token[], gone: readonly Gone[]): Map<Token, By> {
  const found = new Map<Token, By>()
  const deleted = tokens.filter(({ kind }) => kind !== 'space')
  const words = gone.flatMap(({ words, by }) => cutWords(words).map((word) => ({ word, by })))
  const pairs = matchTokens(
    deleted.map(({ kind, text }) => (kind === 'end' ? '¶' : kind === 'object' ? OBJECT : text)),
    words.map(({ word }) => word),
  )
  for (const [one, other] of pairs) found.set(deleted[one]!, words[other]!.by)
  // The end that goes is another one where the last of a body or cell stays: it is whose the words beside it are.
  const ends = new Set(words.map((_, at) => at).filter((at) => words[at]!.word === '¶'))
  for (const [, other] of pairs) ends.delete(other)
  deleted.forEach((token, at) => {
    if (token.kind !== 'end' || found.has(token)) return
    for (const beside of [deleted[at + 1], deleted[at - 1]]) {
      const by = beside && found.get(beside)
      const end = by && [...ends].find((one) => words[one]!.by.author === by.author)
      if (end === undefined) continue
      found.set(token, words[end]!.by)
      ends.delete(end)
      return
    }
  })
  return found
}

/** What was deleted in a paragraph, and between it and the blocks beside it; in a table, what is deleted of that is told by its rows. */
export function goneAt(block: Block): Gone[] {
  const own = block.type === 'paragraph' ? tracesOfGone(block.node) : []
  return [...(block.goneBefore ?? []), ...own, ...(block.goneAfter ?? [])]
}

/** A token, or those of a table. */
function deletedWith(token: Token): Token[] {
  return token.kind === 'table' && token.block ? tokensIn(token.block) : [token]
}
