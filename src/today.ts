/**
 * The machine's day in UTC, `2026-11-02`: what leaves is dated so where nobody says otherwise. With a day that is given
 * the same input gives the same bytes.
 */
export function today(): string {
  return new Date().toISOString().slice(0, 10)
}
