export { tableRows } from './read.ts'
export type { TableOptions, TableRow } from './types.ts'
export type { WorkbookColumn, WorkbookSheet } from './workbook/types.ts'
export { writeWorkbook } from './workbook/write.ts'
