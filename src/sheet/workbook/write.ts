import type { Cell, CellValue, DataValidation, WriteSheet } from 'hucre/xlsx'
import { letters } from './letters.ts'
import type { WorkbookColumn, WorkbookSheet } from './types.ts'

/** Longest list that a drop-down may hold in itself (characters; ECMA-376 part 1, 18.3.1.32: 255 for a formula's text). */
const longestList = 255

/** Longest text of a cell (characters), as spreadsheets take it. */
const longestCell = 32_767

/** Height of the header (points): five lines. */
const headerHeight = 76

/** The day of files: the same words give the same bytes. */
const noDay = new Date(0)

/**
 * A workbook (.xlsx) with a sheet for each table: the header stays in sight and can be filtered, its help is in notes, and cells
 * with words to choose from have a drop-down. Words that begin like a formula stay words.
 */
export async function writeWorkbook(sheets: readonly WorkbookSheet[]): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx')
  const lists = listSheet(sheets)
  return writeXlsx({
    sheets: [...sheets.map((sheet) => written(sheet, lists.rangeOf)), ...lists.sheets],
    properties: { created: noDay, modified: noDay },
    defaultFont: { name: 'Calibri', size: 11 },
  })
}

type RangeOf = (column: WorkbookColumn) => string | undefined

function written({ name, columns, rows, room = 200 }: WorkbookSheet, rangeOf: RangeOf): WriteSheet {
  const last = rows.length + room + 1
  const cells = new Map<string, Partial<Cell>>(
    columns.map(({ header, note }, at) => [
      `0,${at}`,
      {
        value: header,
        type: 'string',
        style: {
          font: { name: 'Calibri', size: 11, bold: true },
          fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EDF3' } },
          alignment: { wrapText: true, vertical: 'top' },
        },
        ...(note !== undefined && { comment: { author: 'Clausebook', text: note } }),
      },
    ]),
  )
  return {
    name,
    columns: columns.map(({ kind, width = 24 }) => ({
      width,
      // Words as they are: an id keeps its zeros, and a date that somebody types is none of the spreadsheet's guesses.
      ...(kind !== 'number' && { numFmt: kind === 'date' ? 'yyyy-mm-dd' : '@' }),
      style: {
        alignment: { wrapText: true, vertical: 'top' },
        ...(kind !== 'number' && { numFmt: kind === 'date' ? 'yyyy-mm-dd' : '@' }),
      },
    })),
    rows: [
      columns.map(({ header }) => header),
      ...rows.map((row) => columns.map((column, at) => cellOf(row[at] ?? '', column))),
    ],
    cells,
    dataValidations: columns.flatMap((column, at): DataValidation[] => {
      const range = rangeOf(column)
      if (range === undefined) return []
      const letter = letters(at)
      return [
        {
          type: 'list',
          formula1: range,
          allowBlank: true,
          showErrorMessage: true,
          errorStyle: column.open ? 'information' : 'stop',
          errorTitle: 'Not one of the list',
          errorMessage: column.open
            ? 'This is not one of the list. Several are parted by semicolons.'
            : 'Choose one of the list.',
          range: `${letter}2:${letter}${last}`,
        },
      ]
    }),
    // Long questions stand on several lines.
    rowDefs: new Map([[0, { height: headerHeight }]]),
    freezePane: { rows: 1, columns: 1 },
    autoFilter: { range: `A1:${letters(columns.length - 1)}${Math.max(rows.length + 1, 2)}` },
    pageSetup: { orientation: 'landscape', paperSize: 'a4' },
  }
}

function cellOf(words: string, { kind }: WorkbookColumn): CellValue {
  if (words === '') return null
  if (kind === 'date' && /^\d{4}-\d\d-\d\d$/.test(words)) return new Date(`${words}T00:00:00Z`)
  if (kind === 'number' && /^-?\d{1,15}(?:\.\d+)?$/.test(words)) return Number(words)
  return words.length > longestCell ? `${words.slice(0, longestCell - 1)}…` : words
}

/** Lists that are too long for a drop-down of their own stand on a hidden sheet. */
function listSheet(sheets: readonly WorkbookSheet[]): { sheets: WriteSheet[]; rangeOf: RangeOf } {
  const lists: (readonly string[])[] = []
  const places = new Map<string, string>()
  for (const { options } of sheets.flatMap(({ columns }) => columns)) {
    if (!options || options.length === 0 || places.has(options.join('\n'))) continue
    const said = `"${options.join(',')}"`
    if (said.length <= longestList && options.every((option) => !/[",]/.test(option))) {
      places.set(options.join('\n'), said)
      continue
    }
    const letter = letters(lists.push(options) - 1)
    places.set(options.join('\n'), `Lists!$${letter}$1:$${letter}$${options.length}`)
  }
  const rows = Array.from({ length: Math.max(0, ...lists.map((list) => list.length)) }, (_, at) =>
    lists.map((list) => list[at] ?? null),
  )
  return {
    sheets: lists.length === 0 ? [] : [{ name: 'Lists', rows, hidden: true }],
    rangeOf: ({ options }) => options && places.get(options.join('\n')),
  }
}
