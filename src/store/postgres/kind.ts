/** Which records of a database, and how they are called. */
export interface Kind {
  kind: 'matter' | 'vendor' | 'deal' | 'link'
  titleOf(yaml: string): string | undefined
  /** Whether a word may name one. */
  isName(name: string): boolean
  now(): Date
  /** From where all is done that does not say so itself. */
  from: string | undefined
}
