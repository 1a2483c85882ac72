import { InvalidArgumentError } from 'commander'

/** A day on which something was done: none that has not come yet anywhere on earth. */
export function pastDate(value: string): string {
  const day = isoDate(value)
  const furthest = 14 * 60 * 60 * 1000
  if (day > new Date(Date.now() + furthest).toISOString().slice(0, 10))
    throw new InvalidArgumentError('that day has not come yet: give the day on which it was done')
  return day
}

/** An option's value that must be a day, `2026-11-02`. */
export function isoDate(value: string): string {
  const parsed = new Date(`${value}T00:00:00Z`)
  if (
    /^\d{4}-\d\d-\d\d$/.test(value) &&
    !Number.isNaN(parsed.getTime()) &&
    parsed.toISOString().startsWith(value)
  ) {
    return value
  }
  throw new InvalidArgumentError('give a date such as 2026-11-02')
}
