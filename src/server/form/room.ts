import { Refusal } from '../refusal.ts'

/** More rows and more values than any matter has that a person fills in; a page of more takes seconds to make. */
const most = { rows: 300, values: 2000 }

/**
 * Refuses facts that no form has room for.
 *
 * @param facts without cycles
 * @throws Refusal 413
 */
export function requireRoom(facts: unknown): void {
  const found = { rows: 0, values: 0 }
  const rest = [facts]
  while (rest.length > 0) {
    const value = rest.pop()
    if (typeof value !== 'object' || value === null) found.values += 1
    else {
      found.rows += 1
      rest.push(...Object.values(value).slice(0, most.values + 1))
    }
    if (found.rows > most.rows || found.values > most.values) refuse()
  }
}

/** Refuses a list or map of a form with too many rows, before each of them is looked for. */
export function requireRows(count: number): void {
  if (count > most.rows) refuse()
}

function refuse(): never {
  throw new Refusal(
    413,
    'too-many-facts',
    `the matter has more than the ${most.rows} rows or ${most.values} values that a form has room for: send its parts as matters of their own`,
  )
}
