/** Styles of tables, by which a firm gives all of them another look (ECMA-376 part 1, 17.7.6). */
export const RULED_TABLE = 'RuledTable'
export const BOXED_TABLE = 'BoxedTable'

/** Eighths of a point, as borders count. */
const HAIRLINE = 4
const STRONG = 8

/** Horizontal rules alone, as printed tables have them. */
const ruled = { top: STRONG, bottom: STRONG, insideH: HAIRLINE }

/** A box around every cell, for a matrix. */
const boxed = {
  top: HAIRLINE,
  left: HAIRLINE,
  bottom: HAIRLINE,
  right: HAIRLINE,
  insideH: HAIRLINE,
  insideV: HAIRLINE,
}

/** Room inside a cell (twips), in the order of the schema. */
const margins = { top: 20, left: 80, bottom: 20, right: 80 }

/** The styles as they stand in `word/styles.xml`; `docx` has styles of paragraphs and characters alone. */
export const tableStyles = [
  tableStyle(RULED_TABLE, 'Ruled Table', ruled),
  tableStyle(BOXED_TABLE, 'Boxed Table', boxed),
].join('')

function tableStyle(id: string, name: string, borders: Record<string, number>): string {
  const rules = Object.entries(borders).map(
    ([side, size]) => `<w:${side} w:val="single" w:sz="${size}" w:space="0" w:color="7F7F7F"/>`,
  )
  const room = Object.entries(margins).map(([side, size]) => `<w:${side} w:w="${size}" w:type="dxa"/>`)
  return (
    `<w:style w:type="table" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:uiPriority w:val="59"/>` +
    `<w:tblPr><w:tblBorders>${rules.join('')}</w:tblBorders><w:tblCellMar>${room.join('')}</w:tblCellMar></w:tblPr></w:style>`
  )
}
