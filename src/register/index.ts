export { type AskedColumn, askedColumns } from './asked-columns.ts'
export { changesOf, changeWords, type FactChange, recordWith, type Said } from './change.ts'
export { isRegisterHeader, registerColumns, registerFields, vendorFields } from './columns.ts'
export { findVendors, type VendorFilter, type VendorOrder, vendorKey, vendorOrders } from './find.ts'
export { type ImportedRow, type ImportOptions, importRows } from './import.ts'
export { obligationCalendar } from './obligation/calendar.ts'
export { licenseDuties } from './obligation/license-duties.ts'
export { type Horizon, horizonFrom, obligations } from './obligation/obligations.ts'
export type { LicenseDuties, LicenseDuty, Obligation, Obligations } from './obligation/types.ts'
export { keepRow, openRegister, type Register } from './open.ts'
export { readRecord, recordYaml, sentDigests, titleInYaml, unknownIn, vendorTitle } from './record.ts'
export { registerFile, vendorsJson } from './report/file.ts'
export {
  listDocument,
  type RegisterReportOptions,
  statusWords,
  termWords,
  type VendorVersion,
  vendorDocument,
} from './report/list.ts'
export { byMonth, dutyWho, obligationsCsv, obligationsDocument } from './report/obligations.ts'
export { type RegisterTable, registerSheet, registerTable } from './report/sheet.ts'
export { type AddendumChange, movedModels, signedFacts, signedFactsOfAll } from './signed-facts.ts'
export { productsIn, signedTogether } from './together.ts'
export * from './types.ts'
export {
  longestViewName,
  openViews,
  type VendorColumn,
  type VendorView,
  type ViewAsks,
  type Views,
  vendorColumns,
  viewTitleIn,
} from './view.ts'
