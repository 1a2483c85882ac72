/** In what time is counted; `times` and `money` count none. */
type TimeUnit = 'hours' | 'days' | 'business-days' | 'months' | 'years' | 'times' | 'money'

/**
 * A day some time after another. Months are counted to the same day of the month, or its last; business days leave out
 * Saturdays and Sundays, and no holidays, which each place has of its own.
 *
 * @param from ISO date
 * @param count negative for days before
 * @returns ISO date
 * @example
 * dayAfter('2026-01-31', 1, 'months') // '2026-02-28'
 */
export function dayAfter(from: string, count: number, unit: TimeUnit): string {
  switch (unit) {
    case 'hours':
      return shifted(from, Math.ceil(count / 24))
    case 'days':
      return shifted(from, count)
    case 'business-days':
      return businessDay(from, count)
    case 'months':
      return monthAfter(from, count)
    case 'years':
      return monthAfter(from, 12 * count)
    default:
      return from
  }
}

function shifted(from: string, days: number): string {
  const day = new Date(`${from}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + days)
  return day.toISOString().slice(0, 10)
}

function businessDay(from: string, count: number): string {
  const step = count < 0 ? -1 : 1
  let day = from
  for (let left = Math.abs(count); left > 0; ) {
    day = shifted(day, step)
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
    if (weekday !== 0 && weekday !== 6) left -= 1
  }
  return day
}

function monthAfter(from: string, count: number): string {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + count, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(day, last))
  return first.toISOString().slice(0, 10)
}
