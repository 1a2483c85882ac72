import { expect, test } from 'vitest'
import { loadLibrary } from '../../../src/library/index.ts'
import { countUsers, readMatter } from '../../../src/matter/index.ts'

const library = await loadLibrary()
const matter = readMatter('matter: Ash\n', 'ash.yaml')

/** The month that counts, where the section counts on a day. */
function monthFor(day: string): string | undefined {
  const id = 'llama-3.1/user-threshold'
  const term = library.terms.get(id)!
  if (term.absent) throw new Error('Llama 3.1 has a threshold')
  const changed = { ...term, facts: { ...term.facts, counted_on_date: day } }
  return countUsers(matter, 'llama-3.1', { ...library, terms: new Map([...library.terms, [id, changed]]) })
    ?.month
}

test.each([
  ['2025-01-01', '2024-12'],
  ['2025-01-31', '2024-12'],
  ['2025-02-01', '2025-01'],
  ['2025-10-31', '2025-09'],
  ['2025-11-01', '2025-10'],
  ['2025-12-31', '2025-11'],
])('on %s the month before is %s', (day, month) => expect(monthFor(day)).toBe(month))
