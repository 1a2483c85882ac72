import type { Person } from '../people.ts'

/** Which records of a database, and how they are called. */
export interface Kind {
  kind: 'matter' | 'vendor' | 'deal' | 'link' | 'view'
  titleOf(yaml: string): string | undefined
  /** Whether a word may name one. */
  isName(name: string): boolean
  now(): Date
  /** From where all is done that does not say so itself. */
  from: string | undefined
  /** Who asks: nothing is there for him that is not shared with him. Left out: all of it is. */
  person?: Person | undefined
}

/**
 * The condition that leaves what somebody sees, to be put behind others.
 *
 * @param values of the statement, to which his are added
 * @param row what the statement calls the row of the record, or of the job
 */
export function seenSql(person: Person | undefined, values: unknown[], row = 'r'): string {
  if (!person) return ''
  values.push(person.name, person.role === 'counsel')
  const at = values.length
  return ` and clausebook.seen($${at - 1}, $${at}, ${row}.id, ${row}.owner, ${row}.matter)`
}
