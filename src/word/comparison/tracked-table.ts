import { Paragraph, type Table, TableCell, TableRow, WidthType } from 'docx'
import { type PairTable, placed } from '../../compare/report.ts'
import type { Pair } from '../../compare/types.ts'
import { CaptionedTable } from '../captioned-table.ts'
import { AGREEMENT_CELL } from '../style/agreement-styles.ts'
import { BOXED_TABLE } from '../style/table-style.ts'
import type { ClausePiece } from '../tracked/clause-runs.ts'
import { trackedParagraphs } from '../tracked/paragraphs.ts'
import type { NextMark } from '../tracked/revisions.ts'
import type { Op } from '../tracked/types.ts'

/**
 * A table of both sides with its changes tracked: a row that one side alone has is an inserted or deleted row
 * (ECMA-376 part 1, 17.13.5.16 and 17.13.5.12), a cell so too, and in the others the words are.
 *
 * @param on the sides whose words stand here: both, or one where the table moved or the other has none
 */
export function trackedTable(table: PairTable, on: Op, width: number, nextMark: NextMark): Table {
  const { rows, cells } = placed(table.pairs.filter((pair) => isOn(pair, on)))
  const columns = Math.max(1, rows[0]?.length ?? 0)
  const heads = headRows(rows.map((row) => fateOf(row, on)))
  const cellWidth = Math.floor(width / columns)
  return new CaptionedTable(table.address, {
    width: { size: width, type: WidthType.DXA },
    columnWidths: Array.from({ length: columns }, () => cellWidth),
    layout: 'fixed',
    style: BOXED_TABLE,
    rows: cells.map((row, at) => {
      const fate = fateOf(rows[at]!, on)
      return new TableRow({
        cantSplit: true,
        ...(at < heads ? { tableHeader: true } : {}),
        ...(fate === 'insert' ? { insertion: nextMark() } : {}),
        ...(fate === 'delete' ? { deletion: nextMark() } : {}),
        children: row.map(({ pair, columns, rows: high }) => {
          const own = fate === 'equal' ? fateOf([pair], on) : 'equal'
          return new TableCell({
            width: { size: cellWidth * columns, type: WidthType.DXA },
            ...(columns > 1 ? { columnSpan: columns } : {}),
            ...(high > 1 ? { rowSpan: high } : {}),
            ...(own === 'insert' ? { insertion: nextMark() } : {}),
            ...(own === 'delete' ? { deletion: nextMark() } : {}),
            children: [pair ? cellParagraph(pair, on, nextMark) : new Paragraph({ style: AGREEMENT_CELL })],
          })
        }),
      })
    }),
  })
}

/** The first row of each side, which repeat on every page: two of them where one side has another. */
function headRows(fates: readonly Op[]): number {
  if (fates.length < 2) return 0
  return fates[0] === 'equal' || fates[1] === 'equal' || fates[1] === fates[0] ? 1 : 2
}

function isOn({ left, right }: Pair, on: Op): boolean {
  return on === 'equal' || (on === 'delete' ? left !== undefined : right !== undefined)
}

/** What becomes of a row, told by its cells that have words. */
function fateOf(row: readonly (Pair | undefined)[], on: Op): Op {
  if (on !== 'equal') return on
  const told = row.filter((pair) => pair !== undefined)
  if (told.length === 0) return 'equal'
  if (told.every(({ left }) => left === undefined)) return 'insert'
  return told.every(({ right }) => right === undefined) ? 'delete' : 'equal'
}

/** The end of a cell's last paragraph is the cell's own, and never tracked. */
function cellParagraph(pair: Pair, on: Op, nextMark: NextMark): Paragraph {
  const text = (on === 'delete' ? pair.left : pair.right)?.text ?? ''
  const pieces: readonly ClausePiece[] = on === 'equal' ? pair.pieces : [{ op: on, text }]
  const runs = pieces.filter((piece) => piece.text !== '').map((piece) => ({ ...piece, heading: false }))
  return trackedParagraphs([{ style: AGREEMENT_CELL, runs, mark: 'equal' }], nextMark)[0] ?? new Paragraph('')
}
