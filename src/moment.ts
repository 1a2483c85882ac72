/**
 * When something was, to the minute in UTC, as lists tell it.
 *
 * @param iso ISO 8601
 * @example
 * moment('2025-01-31T14:05:09.000Z') // '2025-01-31 14:05'
 */
export function moment(iso: string): string {
  return iso.slice(0, 16).replace('T', ' ')
}
