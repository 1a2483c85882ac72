import { strFromU8 } from 'fflate'
import { openPackage } from './open-package.ts'

/** A table of a Word file: rows of cells, each with its words; a line for each paragraph. */
export type WordTable = string[][]

/**
 * The tables of a .docx, in their order, one inside another after it. Deleted words are left out, inserted ones are in.
 *
 * @throws Problem where the file is too large, encrypted, broken or not a Word document
 * @example
 * readTables(bytes)[0]?.[1] // ['vendor.kind', 'What does the vendor do?', 'saas']
 */
export function readTables(bytes: Uint8Array): WordTable[] {
  const xml = strFromU8(openPackage(bytes)['word/document.xml']!)
  const tables: WordTable[] = []
  const open: { table: WordTable; cell: string | undefined }[] = []
  let inWords = false
  for (const [, closes, name, empty, words] of xml.matchAll(token)) {
    const here = open.at(-1)
    if (words !== undefined) {
      if (inWords && here?.cell !== undefined) here.cell += decoded(words)
    } else if (name === 't') inWords = !closes && !empty
    else if (name === 'tbl' && !closes) {
      const table: WordTable = []
      tables.push(table)
      open.push({ table, cell: undefined })
    } else if (name === 'tbl') open.pop()
    else if (!here) continue
    else if (name === 'tr' && !closes) here.table.push([])
    else if (name === 'tc' && !closes) here.cell = ''
    else if (name === 'tc' && here.cell !== undefined) {
      here.table.at(-1)?.push(here.cell.trim())
      here.cell = undefined
    } else if (here.cell !== undefined && (name === 'br' || (name === 'p' && closes))) here.cell += '\n'
    else if (here.cell !== undefined && name === 'tab') here.cell += ' '
  }
  return tables
}

/** An element of the ones that matter (ECMA-376 part 1, 17.3 and 17.4), or words. */
const token = /<(\/?)w:(tbl|tr|tc|p|t|br|tab)(?:\s[^>]*?)?(\/?)>|([^<]+)/g

function decoded(words: string): string {
  return words.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
    (_, hex, decimal, name) => {
      if (name) return { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[String(name).toLowerCase()] ?? ''
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
      return code <= 0x10ffff ? String.fromCodePoint(code) : ''
    },
  )
}
