import { nameJoiner } from './names.ts'
import { readTokens } from './read-tokens.ts'
import type { Token, Vocabulary } from './types.ts'

/** Cuts a text of one agreement into tokens. */
export type Tokenizer = (text: string) => Token[]

/** A tokenizer that takes an agreement's version names and defined terms for one word each. */
export function tokenizer(vocabulary?: Vocabulary): Tokenizer {
  if (!vocabulary) return readTokens
  const join = nameJoiner(vocabulary)
  return (text) => join(readTokens(text))
}
