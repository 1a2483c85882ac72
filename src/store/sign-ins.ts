/** Who is signed in, each by a word that his browser keeps and nobody can guess; of it the digest alone is kept. */
export interface SignIns {
  /** What every word looks like: another is nobody's, and not worth looking for. */
  words: RegExp
  /** @returns the word */
  begin(name: string, until: Date): Promise<string>
  /** @returns undefined where nobody is signed in by that word, or no longer */
  find(word: string): Promise<SignedIn | undefined>
  /** On every server at once. */
  end(word: string): Promise<void>
}

/** Somebody who is signed in. */
export interface SignedIn {
  /** As the sign-on named him. */
  name: string
}
