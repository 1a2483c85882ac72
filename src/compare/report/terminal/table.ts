import { largestOf } from '../../../largest.ts'
import type { PairTable } from '../tables.ts'
import { columnsOf } from './columns.ts'
import type { Style } from './style.ts'
import { pad, type Run, wrap } from './wrap.ts'

/** Narrower than this a column is no column. */
const narrowest = 8
const gap = '  '

/**
 * A table for a terminal: columns as wide as their words need and the terminal allows, a rule under each row; where
 * there is no room for columns, a cell a paragraph.
 *
 * @param runsOf the words of a cell with their marks
 */
export function tableLines(
  { rows }: PairTable,
  width: number,
  style: Style,
  runsOf: (pair: NonNullable<PairTable['rows'][number][number]>) => Run[],
): string[] {
  const cells = rows.map((row) => row.map((pair) => (pair ? runsOf(pair) : [])))
  const count = cells[0]?.length ?? 0
  const room = width - gap.length * (count - 1)
  if (room < narrowest * count) return cells.flat().flatMap((runs) => wrap(runs, width))
  const needed = Array.from({ length: count }, (_, column) =>
    largestOf(
      cells.map((row) => columnsOf((row[column] ?? []).map(({ text }) => text).join(''))),
      1,
    ),
  )
  const widths = shared(needed, room)
  const rule = style.quiet(widths.map((columns) => '─'.repeat(columns)).join(gap))
  return cells.flatMap((row, at) => {
    const lines = row.map((runs, column) => wrap(runs, widths[column]!))
    const height = largestOf(
      lines.map(({ length }) => length),
      1,
    )
    return [
      ...(at === 0 ? [] : [rule]),
      ...Array.from({ length: height }, (_, line) =>
        lines.map((own, column) => padded(own[line] ?? '', widths[column]!)).join(gap),
      ),
    ]
  })
}

/** Each column what it needs, or its part of what the narrow ones leave. */
function shared(needed: number[], room: number): number[] {
  const widths = needed.map(() => 0)
  let open = needed.map((_, at) => at)
  let left = room
  for (let part = Math.floor(left / open.length); open.length > 0; part = Math.floor(left / open.length)) {
    const narrow = open.filter((at) => needed[at]! <= part)
    for (const at of narrow.length > 0 ? narrow : open) {
      widths[at] = Math.min(needed[at]!, Math.max(part, narrowest))
      left -= widths[at]!
    }
    if (narrow.length === 0) break
    open = open.filter((at) => !narrow.includes(at))
  }
  return widths
}

/** Styles take no room. */
function padded(line: string, width: number): string {
  const bare = line.replace(/\u001b\[[\d;]*m/g, '')
  return line + ' '.repeat(pad(bare, width).length - bare.length)
}
