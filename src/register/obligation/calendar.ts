import ical from 'ical-generator'
import { dayAfter } from '../../days.ts'
import { withinSentence } from '../../in-words.ts'
import { dutyTask } from './duty-task.ts'
import type { Obligations } from './types.ts'

/**
 * Obligations as a calendar (RFC 5545): a day each, with a word of it a week before. The same obligations on the same day give
 * the same bytes. What a license asks for has no day: it is a task.
 *
 * @param stamp ISO date on which the calendar is made
 */
export function obligationCalendar(
  { dated, licenses }: Pick<Obligations, 'dated' | 'licenses'>,
  stamp: string,
): string {
  const calendar = ical({ name: 'Obligations', prodId: '//Clausebook//Obligations//EN' })
  for (const { id, on, title, what, time, clause, level, lasts } of dated) {
    if (on === undefined) continue
    const event = calendar.createEvent({
      id: `${id}@clausebook`,
      stamp: new Date(`${stamp}T00:00:00Z`),
      start: new Date(`${on}T00:00:00Z`),
      end: new Date(`${dayAfter(on, 1, 'days')}T00:00:00Z`),
      allDay: true,
      summary: `${title}: ${lasts ? 'until today, ' : ''}${withinSentence(what)}`,
      description: `${what}, ${time}. ${clause}${level === undefined ? '' : `, ${level}`}.`,
    })
    event.createAlarm({ type: 'display', trigger: 7 * 86_400, description: what } as never)
  }
  const tasks = (licenses?.duties ?? []).map((duty) => dutyTask(duty, stamp)).join('')
  return calendar.toString().replace(/END:VCALENDAR\s*$/, (end) => `${tasks}${end}`)
}
