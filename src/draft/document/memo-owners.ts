import { dayAfter } from '../../days.ts'
import { longDate } from '../../in-words.ts'
import type { MergedFinding } from '../../matter/index.ts'
import type { DraftInput } from './types.ts'

type Contacts = NonNullable<DraftInput['matter']['contacts']>

/** The contact of the matter who answers for a role of the library's measures. */
const people: Record<string, keyof Contacts> = {
  'General counsel': 'legal',
  'Product owner': 'decides',
  'Head of engineering': 'models',
  'Chief information security officer': 'security',
  'Data protection officer': 'privacy',
}

/** A measure with its owner by name, where the matter names one, and its day, where the documents have a date. */
export function ownedBy(
  { what, who, by }: Pick<MergedFinding['mitigations'][number], 'what' | 'who' | 'by'>,
  { matter, options }: Pick<DraftInput, 'matter' | 'options'>,
): { what: string; who: string; by: string } {
  const contact = people[who]
  const person = contact === undefined ? undefined : matter.contacts?.[contact]
  const named = person === undefined || person === 'unknown' ? who : `${who} (${nameOf(person)})`
  return { what, who: named, by: datedBy(by, options.date ?? matter.document?.date) }
}

/** The name without what follows it: `Dana Whitfield, General Counsel, +1 302 555 0110` is `Dana Whitfield`. */
function nameOf(contact: string): string {
  return contact.split(',')[0]!.trim()
}

/** `within 30 days` becomes `within 30 days, by December 16, 2026`; what hangs on no count of days stays. */
function datedBy(by: string, date: string | undefined): string {
  const days = /within (\d+) days/.exec(by)?.[1]
  if (date === undefined || !/^\d{4}-\d\d-\d\d$/.test(date)) return by
  if (days === undefined)
    return by === 'at once' || /^before (?:any )?further use/.test(by) ? `${by}, from ${longDate(date)}` : by
  return `${by}, by ${longDate(dayAfter(date, Number(days), 'days'))}`
}
