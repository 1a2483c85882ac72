/** Characters with which a spreadsheet begins a formula, also in the width of East Asian writing. */
const formula = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/

/**
 * A line of CSV (RFC 4180), its end included. A cell that a spreadsheet would take for a formula starts with an
 * apostrophe.
 *
 * @example
 * csvLine(['Ash, Ltd', 3]) // '"Ash, Ltd",3\r\n'
 */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(cell).join(',')}\r\n`
}

/**
 * A whole file of CSV: a spreadsheet takes one without the mark at its beginning for Windows-1252.
 *
 * @param rows the header first
 */
export function csvFile(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => csvLine(row)).join('')}`
}

function cell(value: string | number): string {
  const words = typeof value === 'string' && formula.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words
}

/** A cell as it was before `csvLine` kept a spreadsheet from taking it for a formula: `'+1 253 555 0100` → `+1 253 555 0100`. */
export function withoutGuard(cell: string): string {
  return cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell
}
