import { writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { inWorkFolder } from '../../files/index.ts'
import type { Library } from '../../library/index.ts'
import { columnMap, UnknownColumns } from '../../matter/table.ts'
import { Problem } from '../../problem.ts'
import { askedColumns, type ImportedRow, importRows, type KeptVendor } from '../../register/index.ts'
import type { Upload } from '../uploads.ts'
import type { AskedTable, ReadTable } from '../vendor-tables.ts'

/** A table that was sent, and the register that it is held against. */
export interface VendorTableTask {
  table: Upload
  register: readonly KeptVendor[]
  /** How its dates and numbers are written; empty where the table says it by itself. */
  locale: string
  /** The row in which its header stands; left out: the first, or the one that seems to be it. */
  header?: number
  /** What its columns are, as `Supplier=vendor.name`; left out: nobody was asked. */
  columns?: readonly string[]
  /** ISO date of the import. */
  on: string
}

/**
 * Reads a table for the register; nothing is kept.
 *
 * @returns its columns, where somebody has to say first what they are
 * @throws Problem where it is no table
 */
export async function vendorTable(
  library: Library,
  { table, register, locale, header, columns, on }: VendorTableTask,
): Promise<ReadTable | AskedTable> {
  return inWorkFolder('table', async (folder) => {
    // Its ending says how it is read, and its name is for people alone.
    const path = join(folder, `table${extname(table.file).toLowerCase()}`)
    const asSent = (words: string) => words.replaceAll(path, table.file)
    try {
      await writeFile(path, table.bytes, { mode: 0o600 })
      const unread: string[] = []
      const rows: ImportedRow[] = []
      const options = {
        on,
        unread: (what: string) => unread.push(what),
        ...(locale !== '' && { locale }),
        ...(header !== undefined && { header }),
        ...(columns && { columns: columnMap(columns) }),
      }
      for await (const { place, problem, ...row } of importRows(path, register, library, options))
        rows.push({
          ...row,
          place: asSent(place),
          ...(problem !== undefined && { problem: asSent(problem) }),
        })
      return { file: table.file, rows, unread }
    } catch (error) {
      if (error instanceof UnknownColumns) {
        const at = header ?? error.likelyHeader
        const asked = await askedColumns(path, library, at === undefined ? {} : { header: at })
        return { file: table.file, table, locale, header: asked.line, columns: asked.columns }
      }
      if (!(error instanceof Problem)) throw error
      const { file, ...place } = error.place
      throw new Problem(error.rule, asSent(error.message), { ...place, ...(file && { file: asSent(file) }) })
    }
  })
}
