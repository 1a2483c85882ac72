import { columnsOf, type Run, wrap } from '../../compare/lines.ts'

const gap = 2
/** Lines of words are never set wider than reads well. */
const widest = 100
/** A column narrower than this breaks too many words; the table is then told row by row. */
const leastWidth = 11
/** A word longer than this may be broken. */
const longestWord = 28
/** A row of more lines is read more easily cell by cell. */
const highest = 14

/**
 * A table as lines: columns as wide as their words where they fit, else narrowed in proportion, their cells wrapped;
 * where even that does not fit, each row as a list of its cells.
 *
 * @param rows cells of the head and of each row
 * @param room columns of the terminal
 */
export function tableLines(rows: Run[][][], shares: number[] | undefined, room: number): string[] {
  const widths = widthsOf(rows, shares, room)
  if (!widths) return recordLines(rows, room)
  const lines = rows.map((row, at) => rowLines(row, widths, at === 0))
  return lines.some(({ length }) => length > highest) ? recordLines(rows, room) : spaced(lines)
}

/** A line between rows where some take several. */
function spaced([head = [], ...rows]: string[][]): string[] {
  const loose = rows.some(({ length }) => length > 2)
  return [...head, ...rows.flatMap((row, at) => (loose && at > 0 ? ['', ...row] : row))]
}

const textOf = (cell: Run[]) => cell.map(({ text }) => text).join('')
const widthOf = (cell: Run[] = []) => columnsOf(textOf(cell))

/** Widths of the columns, or undefined where they would be too narrow to read. */
function widthsOf(rows: Run[][][], shares: number[] | undefined, room: number): number[] | undefined {
  const columns = rows[0]!.map((_, at) => rows.map((row) => row[at] ?? []))
  const natural = columns.map((cells) => Math.max(1, ...cells.map(widthOf)))
  const least = columns.map((cells, at) => leastOf(cells, natural[at]!))
  const free = room - gap * (columns.length - 1)
  const sum = (list: number[]) => list.reduce((total, one) => total + one, 0)
  if (sum(natural) <= free) return natural
  if (sum(least) > free) return undefined
  // Longer columns are wider, but not in proportion: a column of paragraphs would leave no room for the others.
  const wanted = natural.map((width, at) => shares?.[at] ?? Math.sqrt(width))
  const settled = new Map<number, number>()
  for (;;) {
    const left = free - sum([...settled.values()])
    const open = columns.flatMap((_, at) => (settled.has(at) ? [] : [at]))
    const whole = sum(open.map((at) => wanted[at]!))
    const share = (at: number) => Math.floor((left * wanted[at]!) / whole)
    // First those that would get too little, then those that need less than their share.
    const short = open.filter((at) => share(at) < least[at]!)
    const content = open.filter((at) => share(at) > natural[at]!)
    if (short.length === 0 && content.length === 0) {
      return columns.map((_, at) => settled.get(at) ?? share(at))
    }
    for (const at of short) settled.set(at, least[at]!)
    if (short.length === 0) for (const at of content) settled.set(at, natural[at]!)
  }
}

/** A column is as wide as its longest word, within reason. */
function leastOf(cells: Run[][], natural: number): number {
  const words = cells.flatMap((cell) => textOf(cell).split(/\s+/)).map((word) => columnsOf(word))
  return Math.min(natural, Math.max(leastWidth, Math.min(longestWord, Math.max(...words))))
}

function rowLines(row: Run[][], widths: number[], head: boolean): string[] {
  const cells = widths.map((width, at) => wrap(row[at] ?? [], width))
  const height = Math.max(...cells.map((lines) => lines.length))
  const lines = Array.from({ length: height }, (_, line) =>
    cells
      .map((cell, at) => {
        const words = cell[line] ?? ''
        return words + ' '.repeat(Math.max(0, widths[at]! - columnsOf(words)))
      })
      .join(' '.repeat(gap)),
  )
  return head ? [...lines, widths.map((width) => '─'.repeat(width)).join(' '.repeat(gap))] : lines
}

/** Each row on its own: its first cell, and under it the others by the names of their columns. */
function recordLines([head = [], ...rows]: Run[][][], room: number): string[] {
  const names = head.map(textOf)
  return rows.flatMap(([first = [], ...rest], index) => [
    ...(index > 0 ? [''] : []),
    ...wrap(first, Math.min(widest, room)),
    ...rest.flatMap((cell, at) =>
      widthOf(cell) === 0
        ? []
        : wrap(
            [{ text: `${names[at + 1]}: `, style: (words) => words }, ...cell],
            Math.min(widest, room) - 2,
          ).map((line) => `  ${line}`),
    ),
  ])
}
