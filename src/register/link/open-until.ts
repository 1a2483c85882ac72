import { dayAfter } from '../../days.ts'
import type { VendorLink } from './types.ts'

/** How long a link is open where nothing else is said, in days. */
export const usuallyOpen = 30

/** The last day on which a link may be open that is made on a day: a year is long enough for anybody to answer. */
export function lastOpenDay(day: string): string {
  return dayAfter(day, 366, 'days')
}

/** Whether a link opens its questionnaire on a day. */
export function isOpenOn({ ended, until }: Pick<VendorLink, 'ended' | 'until'>, day: string): boolean {
  return ended === undefined && until >= day
}
