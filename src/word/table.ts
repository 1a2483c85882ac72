import { Paragraph, type Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import { CaptionedTable } from './captioned-table.ts'
import { xmlText } from './package/xml-text.ts'
import { BOXED_TABLE, RULED_TABLE } from './style/table-style.ts'

export interface TableParts {
  /** For those who cannot see it. */
  caption: string
  /** Paragraphs of each cell; the first row is the header, which repeats on every page. */
  rows: readonly (readonly Paragraph[])[][]
  /** Relative widths of the columns. */
  shares: readonly number[]
  /** Width of the table (twips). */
  width: number
  /** Whether every cell has its box; else horizontal rules alone. */
  boxed?: boolean
  /** Shade of a cell. */
  fill?: (row: number, column: number) => string | undefined
}

/** A table whose rows do not break across pages. */
export function tableOf({ caption, rows, shares, width, boxed = false, fill }: TableParts): Table {
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const widths = shares.map((share) => Math.round((width * share) / whole))
  return new CaptionedTable(caption, {
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: 'fixed',
    style: boxed ? BOXED_TABLE : RULED_TABLE,
    rows: rows.map(
      (row, index) =>
        new TableRow({
          tableHeader: index === 0,
          cantSplit: true,
          children: row.map((children, at) => {
            const shade = fill?.(index, at)
            return new TableCell({
              width: { size: widths[at]!, type: WidthType.DXA },
              ...(shade === undefined ? {} : { shading: { fill: shade } }),
              children,
            })
          }),
        }),
    ),
  })
}

/**
 * A table of plain words.
 *
 * @param labelled whether the first column names its rows
 */
export function wordTable(
  caption: string,
  words: readonly (readonly string[])[],
  shares: readonly number[],
  width: number,
  labelled = false,
): Table {
  const rows = words.map((row, index) =>
    row.map((cell, at) => [
      new Paragraph({
        style: index === 0 || (labelled && at === 0) ? 'TableHead' : 'TableText',
        children: [new TextRun(xmlText(cell))],
      }),
    ]),
  )
  return tableOf({ caption, rows, shares, width })
}
