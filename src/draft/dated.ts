import type { Matter } from '../matter/index.ts'
import type { DraftOptions } from './document/types.ts'

/**
 * The options with the day on which they are given. What goes to the other side is of that day where nobody says otherwise; a
 * draft of our own has a blank there.
 *
 * @param today ISO date
 */
export function datedToday<O extends Pick<DraftOptions, 'forCounterparty' | 'date'>>(
  options: O,
  { document }: Matter,
  today: string,
): O & { today: string } {
  const dated = options.date !== undefined || document?.date !== undefined
  return { ...options, today, ...(options.forCounterparty && !dated ? { date: today } : {}) }
}
