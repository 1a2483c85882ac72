/** Which records of a database, and how they are called. */
export interface Kind {
  kind: 'matter' | 'vendor'
  titleOf(yaml: string): string | undefined
  now(): Date
  /** From where all is done that does not say so itself. */
  from: string | undefined
}
