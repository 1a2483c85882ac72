/**
 * A fact that the matter does not give. A view holds one in its place, so that a template that prints it is told apart
 * from a template that names a fact that there is none of.
 */
export class Missing {
  /** Path of the fact, `client.name`; empty where the matter has no such fact and a person has to supply the words. */
  readonly fact: string
  /** What stands in the blank: `monthly users on 23 July 2024`. */
  readonly words: string
  /** The question to ask, one sentence. */
  readonly question: string

  constructor(fact: string, words: string, question: string) {
    this.fact = fact
    this.words = words
    this.question = question
  }
}

/** A fact that the matter does not give: see {@link Missing}. */
export function missing(fact: string, words: string, question = `What is ${words}?`): Missing {
  return new Missing(fact, words, question)
}

/**
 * Markdown of ours, such as a restatement from the library: a template prints it as Markdown. Every other value is
 * printed as the plain text that it is.
 */
export class Markdown {
  readonly source: string

  constructor(source: string) {
    this.source = source
  }
}

/** Marks Markdown of the library as such; never use it on what a user gives. See {@link Markdown}. */
export function markdown(source: string): Markdown {
  return new Markdown(source)
}
