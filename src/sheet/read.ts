import { open } from 'node:fs/promises'
import { Problem } from '../problem.ts'
import { csvForm } from './csv/form.ts'
import { csvRows } from './csv/rows.ts'
import type { TableOptions, TableRow } from './types.ts'
import { workbookRows } from './workbook/read.ts'

/** So much of the file shows what it is and how it is written (bytes). */
const beginning = 65_536

/**
 * The rows of a table that are not empty, the header first: of a file with commas, semicolons or tabs one at a time, of a
 * workbook (.xlsx) from its sheet.
 *
 * @throws Problem where the file is not there, is empty or no table; what is wrong with one row is in the row
 * @example
 * for await (const { line, cells } of tableRows('vendors.xlsx')) console.log(line, cells)
 */
export async function* tableRows(file: string, options: TableOptions = {}): AsyncGenerator<TableRow> {
  const { header } = options
  if (header === undefined) return yield* allRows(file, options)
  let below = false
  for await (const row of allRows(file, options)) {
    below ||= row.line >= header
    if (below) yield row
  }
  if (!below) throw new Problem('batch', `has no row ${header}: say where its header stands`, { file })
}

async function* allRows(file: string, options: TableOptions): AsyncGenerator<TableRow> {
  const bytes = await firstBytes(file)
  if (bytes.length === 0)
    throw new Problem('batch', 'is empty: give a header row and a row for each vendor', { file })
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (isZip) return yield* await workbookRows(file, options)
  if (bytes.subarray(0, 4).equals(oldOffice)) {
    const reason =
      'is an old workbook (.xls), or has a password: save it as .xlsx without one, or as CSV (UTF-8)'
    throw new Problem('batch', reason, { file })
  }
  if (options.sheet !== undefined)
    throw new Problem('batch', 'is no workbook, and has no sheets: leave out --sheet', { file })
  yield* csvRows(file, csvForm(bytes))
}

/** How files of Office before 2007 begin, and encrypted ones (MS-CFB 2.2). */
const oldOffice = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

async function firstBytes(file: string): Promise<Buffer> {
  try {
    const handle = await open(file)
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(beginning), 0, beginning, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await handle.close()
    }
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw new Problem(
      'batch',
      missing ? 'is not there: give the path of a table or a folder' : 'cannot be read',
      { file },
    )
  }
}
