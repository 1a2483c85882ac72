import { readFile, stat } from 'node:fs/promises'
import type { Cell, CellValue, ReadOptions, Sheet } from 'hucre/xlsx'
import { readZip, unpack } from '../../ooxml/index.ts'
import { Problem } from '../../problem.ts'
import type { TableOptions, TableRow } from '../types.ts'
import { letters } from './letters.ts'

/** Most that a workbook may have, packed and unpacked (bytes): some 100,000 rows of vendors. */
const longestFile = 50_000_000
const longestUnpacked = 200_000_000

/**
 * The rows of one sheet of a workbook (ECMA-376 part 1, 18.3) that are not empty.
 *
 * @throws Problem where it is none, has no such sheet, or holds too much
 */
export async function workbookRows(file: string, { sheet: name, unread }: TableOptions): Promise<TableRow[]> {
  const about = { file }
  if ((await stat(file)).size > longestFile)
    throw new Problem('batch', 'is larger than 50 MB: save its sheet as CSV (UTF-8)', about)
  const bytes = await readFile(file)
  requireWorkbook(bytes, file)
  const { readXlsx } = await import('hucre/xlsx')
  const shown: string[] = []
  const chosen: Extract<ReadOptions['sheets'], (...args: never[]) => unknown> = ({
    name: one,
    hidden,
    veryHidden,
  }) => {
    if (name === undefined ? hidden || veryHidden : plain(one) !== plain(name)) return false
    shown.push(one)
    return name !== undefined || shown.length === 1
  }
  let sheets: Sheet[]
  try {
    ;({ sheets } = await readXlsx(bytes, { sheets: chosen }))
  } catch (error) {
    // What its reader advises is for programmers.
    const [reason] = (error as Error).message.split('. ')
    throw new Problem('batch', `cannot be read as a workbook: ${reason}`, about)
  }
  const [sheet] = sheets
  if (!sheet) {
    const reason = name === undefined ? 'has no sheet that is shown' : `has no sheet ${name}`
    throw new Problem('batch', `${reason}: name another with --sheet`, about)
  }
  for (const other of shown.slice(1)) unread?.(`the sheet ${other}`)
  const merged = mergedDown(sheet)
  const rows = sheet.rows.flatMap((row, at) => rowAt(row, at, sheet, merged.get(at)) ?? [])
  if (rows.length > 0) return rows
  throw new Problem(
    'batch',
    `has nothing on its sheet ${sheet.name}: give a header row and a row for each vendor`,
    about,
  )
}

/** What a file unpacks to is held against the limit before anything else reads it. */
function requireWorkbook(bytes: Uint8Array, file: string): void {
  let names: string[]
  try {
    const entries = readZip(bytes, longestUnpacked)
    for (const entry of entries) unpack(entry)
    names = entries.map(({ name }) => name.toLowerCase())
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const reason =
      'cannot be opened as a workbook: it is broken, has a password, or unpacks to more than 200 MB'
    throw new Problem('batch', reason, { file })
  }
  if (names.includes('xl/workbook.xml')) return
  const reason = 'is no workbook (.xlsx): save its sheet as .xlsx, or as CSV (UTF-8)'
  throw new Problem('batch', reason, { file })
}

/** What cells that are merged down a column show in each of their rows but the first: words by column, by row from 0. */
function mergedDown({ rows, merges = [] }: Sheet): Map<number, [column: number, words: string][]> {
  const merged = new Map<number, [number, string][]>()
  for (const { startRow, endRow, startCol, endCol } of merges) {
    // What is merged across is a title.
    if (startCol !== endCol) continue
    const words = wordsOf(rows[startRow]?.[startCol] ?? null)
    for (let at = startRow + 1; at <= Math.min(endRow, rows.length - 1); at += 1)
      merged.set(at, [...(merged.get(at) ?? []), [startCol, words]])
  }
  return merged
}

function rowAt(
  row: readonly CellValue[],
  at: number,
  sheet: Sheet,
  merged: readonly [column: number, words: string][] = [],
): TableRow | undefined {
  let problem: Problem | undefined
  const cells = row.map((value, column) => {
    const cell = sheet.cells?.get(`${at},${column}`)
    const wrong = wrongIn(value, cell)
    if (wrong !== undefined) problem ??= new Problem('row', `${letters(column)}${at + 1} ${wrong}`)
    return wordsOf(value)
  })
  if (!problem && cells.every((cell) => cell.trim() === '')) return undefined
  for (const [column, words] of merged) {
    while (cells.length <= column) cells.push('')
    cells[column] = words
  }
  return { line: at + 1, cells, ...(problem && { problem }) }
}

function wordsOf(value: CellValue): string {
  if (value === null) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value)
}

/** What a cell holds that is no value: `#N/A`, or a formula that was never worked out. */
function wrongIn(value: CellValue, cell: Partial<Cell> | undefined): string | undefined {
  if (cell?.type === 'error') return `holds the error ${String(value)}: put a value there`
  if (cell?.type === 'formula' && (cell.formulaResult ?? value) === null)
    return `holds the formula =${cell.formula ?? ''} without its value: open the file in the spreadsheet and save it`
  if (cell?.type === 'formula' && typeof value === 'string' && /^#[A-Z0-9/]+[!?]?$/.test(value))
    return `holds the error ${value}: put a value there`
  return undefined
}

function plain(name: string): string {
  return name.trim().toLowerCase()
}
