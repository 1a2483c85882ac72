/**
 * What a head or foot that comes back page after page says: once, where only numbers that count on from page to page
 * tell its lines apart; else each of its readings, since a number that does not count on is no number of a page.
 *
 * @param lines as they stand, in the order of the pages
 * @example
 * readingsOf(['Lease, page 1', 'Lease, page 2']) // ['Lease, page 1']
 * readingsOf(['Fee 100', 'Fee 900', 'Fee 100']) // ['Fee 100', 'Fee 900']
 */
export function readingsOf(lines: readonly string[]): string[] {
  const words = lines.map((line) => line.trim().replace(/\s+/g, ' '))
  const numbers = words.map((line) => (line.match(/\d+/g) ?? []).map(Number))
  const [first = []] = numbers
  const counting = first.every((_, place) => {
    const values = numbers.map((own) => own[place])
    const steps = values.slice(1).map((value, at) => Number(value) - Number(values[at]))
    return steps.every((step) => step === 0) || steps.every((step) => step === 1)
  })
  const without = new Set(words.map((line) => line.replace(/\d+/g, '#')))
  return counting && without.size === 1 ? words.slice(0, 1) : [...new Set(words)]
}
