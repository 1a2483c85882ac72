import { Paragraph, type Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import { CaptionedTable } from './captioned-table.ts'
import { xmlText } from './package/xml-text.ts'
import { CELL_MARGINS, GRID } from './style/table-style.ts'

/**
 * A table of words: a header row that repeats on every page, rows that do not break across pages, and a caption for
 * those who cannot see it.
 *
 * @param shares width of each column in hundredths
 * @param width width of the table (twips)
 */
export function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  shares: readonly number[],
  width: number,
): Table {
  return build(caption, head, rows, shares, width, false)
}

/** A table whose first column names its rows. */
export function labelledTable(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  shares: readonly number[],
  width: number,
): Table {
  return build(caption, head, rows, shares, width, true)
}

function build(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  shares: readonly number[],
  width: number,
  labelled: boolean,
): Table {
  const widths = shares.map((share) => Math.round((width * share) / 100))
  const cell = (words: string, at: number, style: string) =>
    new TableCell({
      width: { size: widths[at]!, type: WidthType.DXA },
      margins: CELL_MARGINS,
      children: [new Paragraph({ style, children: [new TextRun(xmlText(words))] })],
    })
  return new CaptionedTable(caption, {
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: 'fixed',
    borders: GRID,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: head.map((words, at) => cell(words, at, 'TableHead')),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map((words, at) =>
              cell(words, at, labelled && at === 0 ? 'TableHead' : 'TableText'),
            ),
          }),
      ),
    ],
  })
}
