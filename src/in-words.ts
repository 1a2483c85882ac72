/**
 * A list as a sentence says it.
 *
 * @param conjunction before the last: `and`, `or`
 * @param serial whether a comma stands before it too where there are three or more, as our documents have it
 * @example
 * listed(['a', 'b', 'c']) // 'a, b and c'
 */
export function listed(items: readonly string[], conjunction = 'and', serial = false): string {
  if (items.length < 2) return items.join('')
  const comma = serial && items.length > 2 ? ',' : ''
  return `${items.slice(0, -1).join(', ')}${comma} ${conjunction} ${items.at(-1)}`
}

/**
 * A number with a comma every three figures, as `toLocaleString('en-US')` writes it, which would load all that is known of
 * languages for it.
 *
 * @example
 * grouped(1234567.5) // '1,234,567.5'
 */
export function grouped(value: number): string {
  // Infinity, and what is written with an exponent, have no groups that a reader would count; thousandths are rounded.
  if (!Number.isFinite(value) || Math.abs(value) >= 1e21) return value.toLocaleString('en-US')
  const [whole = '', part] = String(Number.isInteger(value) ? value : Math.round(value * 1000) / 1000).split(
    '.',
  )
  if (whole.includes('e')) return value.toLocaleString('en-US')
  const figures = whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return part === undefined ? figures : `${figures}.${part}`
}
