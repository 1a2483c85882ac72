/** What a text calls things by: needed to take its version's name and its defined terms for one word each. */
export interface Vocabulary {
  /** Names of the text's own version, longest first: `Meta Llama 3`, `Llama 3`. */
  names: readonly string[]
  /** Defined terms of more than one word: `Llama Materials`. */
  terms: readonly string[]
}

/** What a token is. */
export type TokenKind =
  | 'word'
  /** With its sign and scale: `$5`, `3.1`, `700 million`, `5 %`. */
  | 'number'
  /** The text's own version: `Llama 3.1`. */
  | 'version'
  | 'date'
  /** A web or mail address. */
  | 'address'
  /** A defined term of several words. */
  | 'term'
  /** A sign that says something: `%`, `&`, `/`, `©`. */
  | 'sign'
  | 'punctuation'

/** A word or a sign; white space between two tokens belongs to neither. */
export interface Token {
  kind: TokenKind
  /** What makes two tokens the same whatever their typography: `licensee's` for `LICENSEE’S`. */
  key: string
  /** Offsets in the text (UTF-16 units). */
  start: number
  end: number
}

/** A place where words differ: half-open ranges of tokens on both sides, one of them perhaps empty. */
export interface Change {
  left: [from: number, end: number]
  right: [from: number, end: number]
}
