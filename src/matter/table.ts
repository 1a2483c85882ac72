// Tables of facts: a column for a fact, a row for a vendor.
export {
  type Column,
  type FactColumns,
  factColumns,
  knownIn,
  matterColumns,
  type OwnCell,
} from './table/columns.ts'
export { readHeader } from './table/header.ts'
export { type Locale, localeNamed } from './table/locale.ts'
export {
  asRemark,
  type ColumnMap,
  columnMap,
  columnTitles,
  leftOut,
  UnknownColumns,
} from './table/mapping.ts'
export { factsOfRow, type RowFacts, type RowValues, valuesOfRow } from './table/row.ts'
export { nearestPath as nearestColumn } from './written/path.ts'
