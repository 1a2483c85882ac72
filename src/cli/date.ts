import { InvalidArgumentError } from 'commander'

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
