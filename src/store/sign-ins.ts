/** Who is signed in, each by a word that his browser keeps and nobody can guess; of it the digest alone is kept. */
export interface SignIns {
  /** @returns the word */
  begin(name: string, until: Date): Promise<string>
  /** @returns undefined where nobody is signed in by that word, or no longer */
  find(word: string): Promise<SignedIn | undefined>
  /** On every server at once. */
  end(word: string): Promise<void>
}

/** Somebody who is signed in. */
export interface SignedIn {
  /** What his share is counted by; it lets nobody in. */
  id: string
  /** As the sign-on named him. */
  name: string
}
