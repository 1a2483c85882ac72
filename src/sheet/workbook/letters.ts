/**
 * The letters of a column.
 *
 * @param column from 0
 * @example letters(27) // 'AB'
 */
export function letters(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (column % 26))
}
